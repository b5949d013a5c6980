//! The ids and slugs that name GlitchTip's records, a type for each so that one cannot stand for another.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! text_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text as the server or the URL gave it; it is encoded where a path is built.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The bare text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )+};
}

text_id! {
    /// An organization's slug, as in `/api/0/organizations/{slug}/`.
    OrganizationSlug,
    /// An issue's number, sent as text.
    IssueId,
    /// An event's id: 32 hex digits, with or without dashes, or the word `latest` where an endpoint takes it.
    EventId,
    /// A project's number, sent as text in issues and projects (events send it as a number).
    ProjectId,
    /// A project's slug, unique within its organization.
    ProjectSlug,
}

/// A monitor's number; the server sends it as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MonitorId(pub i64);

impl fmt::Display for MonitorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
