//! Tags of an issue: `GET /api/0/issues/{issue}/tags/`.

use serde::{Deserialize, Serialize};

/// One tag key of an issue with all its values. A busy issue has 100 kB of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueTag {
    /// The values, the most frequent first.
    #[serde(default)]
    pub top_values: Vec<TagValue>,
    /// How many different values.
    #[serde(default)]
    pub unique_values: u64,
    /// The key.
    pub key: String,
    /// The key again.
    #[serde(default)]
    pub name: String,
    /// How many events have the tag.
    #[serde(default)]
    pub total_values: u64,
}

/// One value of a tag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagValue {
    /// The value.
    #[serde(default)]
    pub name: Option<String>,
    /// The value again.
    #[serde(default)]
    pub value: Option<String>,
    /// How many events have it.
    #[serde(default)]
    pub count: u64,
    /// The key.
    #[serde(default)]
    pub key: String,
}
