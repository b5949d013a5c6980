//! The rows of an issue's events: `GET /api/0/issues/{issue}/events/`, in snake case at the top level. A row is a whole
//! event of 15 kB; only what a table shows is read.

use crate::id::{EventId, IssueId};
use crate::timestamp::Timestamp;
use crate::wire::event::EventTag;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
#[cfg(feature = "whole")]
use std::collections::BTreeMap;

/// One event, as far as a table shows it. Hostile text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// The event's id.
    pub event_id: EventId,
    /// The issue's number.
    pub group_id: IssueId,
    /// When it happened, by the sender's clock.
    pub date_created: Timestamp,
    /// When the server got it: the list is sorted by this.
    #[serde(default)]
    pub date_received: Option<Timestamp>,
    /// The title.
    #[serde(default)]
    pub title: Option<String>,
    /// The message.
    #[serde(default)]
    pub message: Option<String>,
    /// The transaction or place of the event.
    #[serde(default)]
    pub culprit: Option<String>,
    /// The event's tags.
    #[serde(default)]
    pub tags: Vec<EventTag>,
    /// Who was using the application; any shape.
    #[serde(default)]
    pub user: Option<Map<String, Value>>,
    /// Everything else.
    #[cfg(feature = "whole")]
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

impl EventRow {
    /// The value of a tag.
    pub fn tag(&self, key: &str) -> Option<&str> {
        self.tags.iter().find(|tag| tag.key == key)?.value.as_deref()
    }
}
