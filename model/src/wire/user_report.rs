//! What users of the broken application wrote: `GET /api/0/issues/{issue}/user-reports/`.

use crate::id::EventId;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A report. Everything in it was sent by whoever knows the project's DSN: hostile text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserReport {
    /// The event it is about; 32 hex digits.
    #[serde(rename = "eventID", default)]
    pub event_id: EventId,
    /// The same again.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub event: ReportedEvent,
    /// When it was written.
    pub date_created: Timestamp,
    /// Always null.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub user: Option<String>,
    /// Its number.
    pub id: i64,
    /// Who wrote it, as they call themselves; may be empty.
    #[serde(default)]
    pub name: String,
    /// Their address, unchecked; may be empty.
    #[serde(default)]
    pub email: String,
    /// What they wrote.
    #[serde(default)]
    pub comments: String,
}

/// The event that a report is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportedEvent {
    /// Its id.
    #[serde(default)]
    pub event_id: EventId,
}
