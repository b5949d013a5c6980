//! Trends: `GET /api/0/organizations/{organization}/issues-stats/`.

use crate::id::IssueId;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// How often one issue happened lately.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueStats {
    /// The issue; the order of the answer is not that of the question.
    pub id: IssueId,
    /// How many events in all; text on the wire.
    #[serde(default)]
    pub count: String,
    /// The same number again, not users.
    #[serde(default)]
    pub user_count: u64,
    /// When its first event happened.
    #[serde(default)]
    pub first_seen: Option<Timestamp>,
    /// When its newest event happened.
    #[serde(default)]
    pub last_seen: Option<Timestamp>,
    /// Whether the application did not deal with it.
    #[serde(default)]
    pub is_unhandled: bool,
    /// The series; the one that was not asked for is null.
    pub stats: IssueSeries,
}

/// Sparse series of `[unix seconds, events]`, not always sorted; hours or days without events are missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueSeries {
    /// By the hour.
    #[serde(rename = "24h", default)]
    pub day: Option<Vec<(i64, u64)>>,
    /// By the day (UTC).
    #[serde(rename = "14d", default)]
    pub fortnight: Option<Vec<(i64, u64)>>,
}
