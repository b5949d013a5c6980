//! Breadcrumbs: what the application did before the event. Snake case on the wire.

use crate::timestamp::Timestamp;
use crate::wire::lossy::{Lossy, read_rows};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// The data of a `breadcrumbs` entry; its rows are read one by one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct BreadcrumbsData {
    /// The crumbs, the oldest first, unread.
    #[serde(default)]
    pub values: Vec<Box<RawValue>>,
}

impl BreadcrumbsData {
    /// Reads the crumbs; those that cannot be read are named and left out.
    pub fn read(&self) -> Lossy<Breadcrumb> {
        read_rows(self.values.iter().map(|row| row.get()))
    }
}

/// One breadcrumb. Hostile text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Breadcrumb {
    /// Such as `http`, `navigation`, `query`, `default`.
    #[serde(rename = "type", default)]
    pub kind: Option<String>,
    /// Where it comes from, such as `ui.click`.
    #[serde(default)]
    pub category: Option<String>,
    /// What happened.
    #[serde(default)]
    pub message: Option<String>,
    /// More, in any shape.
    #[serde(default)]
    pub data: Option<Value>,
    /// How bad it was, in the words of the SDK.
    #[serde(default)]
    pub level: Option<String>,
    /// When it happened, by the sender's clock.
    #[serde(default)]
    pub timestamp: Option<Timestamp>,
    /// Another event that it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
}
