//! Issues: `GET /api/0/organizations/{organization}/issues/`, `GET|PUT /api/0/issues/{issue}/`.

use crate::id::{EventId, IssueId, ProjectId, ProjectSlug};
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How bad an event is, from the least to the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A sample.
    Sample,
    /// Of use while developing.
    Debug,
    /// Worth knowing.
    Info,
    /// Not yet an error.
    Warning,
    /// An error.
    #[default]
    Error,
    /// The process or the page died of it.
    Fatal,
    /// What this build does not know.
    #[serde(other)]
    Unknown,
}

impl Level {
    /// The word of the wire and of the search language (`level:fatal`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Sample => "sample",
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Fatal => "fatal",
        }
    }
}

/// What was decided about an issue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IssueStatus {
    /// Still to be dealt with.
    #[default]
    Unresolved,
    /// Mended; a new event opens it again.
    Resolved,
    /// Not to be heard of again.
    Ignored,
    /// What this build does not know.
    #[serde(other)]
    Unknown,
}

impl IssueStatus {
    /// The word of the wire and of the search language (`is:resolved`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unresolved => "unresolved",
            Self::Resolved => "resolved",
            Self::Ignored => "ignored",
            Self::Unknown => "unknown",
        }
    }
}

/// What kind of report an issue or event is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IssueType {
    /// A message.
    Default,
    /// An exception.
    #[default]
    Error,
    /// A report of a Content Security Policy.
    Csp,
    /// What this build does not know.
    #[serde(other)]
    Unknown,
}

/// The facts from which a title is made; which of them are there depends on the type.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The title of a message or a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The exception's type.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The exception's message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The file of the frame that is to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The function of the frame that is to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// The message of a CSP report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The directive of a CSP report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directive: Option<String>,
    /// What a CSP report is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// Where a message came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

/// The project of an issue, as far as an issue names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProjectReference {
    /// The project's number.
    pub id: ProjectId,
    /// The platform it was created for, such as `python-django`.
    pub platform: Option<String>,
    /// Its slug.
    pub slug: ProjectSlug,
    /// Its name.
    pub name: String,
}

/// Who an issue is assigned to (6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assignee {
    /// `user` or `team`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The user's or the team's number.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// A user's login.
    #[serde(default)]
    pub username: Option<String>,
    /// A user's address.
    #[serde(default)]
    pub email: Option<String>,
    /// A team's slug.
    #[serde(default)]
    pub slug: Option<String>,
}

impl Assignee {
    /// How a change names whom an issue is given to: `user:1`, `team:2`.
    pub fn reference(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }
}

/// A release as an issue names it (6.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueRelease {
    /// The version without the package.
    pub short_version: String,
    /// When the server first heard of it.
    pub date_created: Timestamp,
    /// When it was released, if anybody said so.
    pub date_released: Option<Timestamp>,
    /// The whole version.
    pub version: String,
}

/// An issue as lists and the detail answer send it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// Its number.
    pub id: IssueId,
    /// How many events it has; text on the wire.
    #[serde(with = "number_as_text")]
    pub count: u64,
    /// What kind of report it is.
    #[serde(rename = "type")]
    pub kind: IssueType,
    /// How bad it is.
    #[serde(default)]
    pub level: Level,
    /// What was decided about it.
    pub status: IssueStatus,
    /// Where it happened.
    pub project: ProjectReference,
    /// Its name for people, such as `SHOP-API-1`.
    pub short_id: String,
    /// How many comments it has.
    #[serde(default)]
    pub num_comments: u64,
    /// Always `{"24h": []}` in 5.2; ask `issues-stats` instead.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub stats: Option<BTreeMap<String, Vec<(i64, f64)>>>,
    /// Not in use.
    #[serde(default, alias = "share_id")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub share_id: Option<i64>,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub logger: Option<String>,
    /// A link that names the project's slug in place of the organization's: never shown.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub permalink: Option<String>,
    /// More about the status, such as the release it was resolved in.
    #[serde(default, alias = "status_details")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub status_details: Option<BTreeMap<String, serde_json::Value>>,
    /// Not in use.
    #[serde(default, alias = "subscription_details")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub subscription_details: Option<String>,
    /// Users affected; always 0 in 5.2, where it means "not known".
    #[serde(default, alias = "user_count")]
    pub user_count: Option<u64>,
    /// The event that was searched for by its id.
    #[serde(default, alias = "matching_event_id")]
    pub matching_event_id: Option<EventId>,
    /// When its first event happened.
    pub first_seen: Timestamp,
    /// When its newest event happened.
    pub last_seen: Timestamp,
    /// The title, at most 255 characters; hostile text.
    pub title: String,
    /// What the title was made of.
    #[serde(default)]
    pub metadata: Metadata,
    /// Always empty in 5.2.
    #[serde(default)]
    pub culprit: Option<String>,
    /// How many users wrote a report; only the detail answer sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_report_count: Option<u64>,
    /// The release of the first event (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_release: Option<IssueRelease>,
    /// The release of the newest event (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_release: Option<IssueRelease>,
    /// Who looks after it (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_to: Option<Assignee>,
}

impl Issue {
    /// Whether a row of the list says the same of both. What comes from the first event (type, project, short id) does
    /// not change.
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let of = |issue: &Self| {
            let times = (issue.first_seen, issue.last_seen);
            let counts = (issue.count, issue.user_count, issue.num_comments);
            (issue.level, issue.status, times, counts)
        };
        of(self) == of(other)
            && self.title == other.title
            && self.assigned_to.as_ref().map(|one| &one.id) == other.assigned_to.as_ref().map(|one| &one.id)
            && self.matching_event_id == other.matching_event_id
    }
}

/// The body of `PUT /api/0/issues/{issue}/` and of the bulk `PUT`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateIssue {
    /// The status to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<IssueStatus>,
    /// In which release it was mended (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_details: Option<StatusDetails>,
    /// Who is to look after it, as [`Assignee::reference`] spells it; the inner None takes it from whoever had it (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_to: Option<Option<String>>,
    /// Any number: merges all issues that the request names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<i64>,
}

/// In which release an issue was mended; one of the two (6.1).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusDetails {
    /// A version. One that the server does not know is ignored without an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_release: Option<String>,
    /// The newest release of the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_next_release: Option<bool>,
}

mod number_as_text {
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&number.to_string())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("not a count"))
    }
}
