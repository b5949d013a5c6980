//! Events: `GET /api/0/issues/{issue}/events/latest/`, `GET /api/0/issues/{issue}/events/{event}/`, both in camel
//! case, and the list `GET /api/0/issues/{issue}/events/`, in snake case.

use crate::id::{EventId, IssueId};
use crate::timestamp::Timestamp;
use crate::wire::anything;
use crate::wire::entry::Entry;
use crate::wire::issue::{IssueType, Metadata};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One event, whole. Everything in it was sent by whoever knows the project's DSN: hostile text.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The SDK's platform, such as `python` or `javascript`.
    pub platform: Option<String>,
    /// What went wrong while the server took the event in.
    #[serde(default, deserialize_with = "anything::list")]
    pub errors: Option<Vec<Value>>,
    /// The event's id.
    pub id: EventId,
    /// The same id again.
    #[serde(rename = "eventID", alias = "event_id")]
    pub event_id: EventId,
    /// The project's number.
    #[serde(rename = "projectID", alias = "project_id")]
    pub project_id: i64,
    /// The issue's number.
    #[serde(rename = "groupID", alias = "group_id")]
    pub group_id: IssueId,
    /// When it happened, by the sender's clock.
    #[serde(alias = "date_created")]
    pub date_created: Timestamp,
    /// When the server got it.
    #[serde(default, alias = "date_received")]
    pub date_received: Option<Timestamp>,
    /// Always null in 5.2.
    #[serde(default)]
    pub dist: Option<String>,
    /// The transaction or place of the event.
    #[serde(default)]
    pub culprit: Option<String>,
    /// Modules and their versions.
    #[serde(default, deserialize_with = "anything::map")]
    pub packages: Option<Map<String, Value>>,
    /// What kind of report it is.
    #[serde(rename = "type")]
    pub kind: IssueType,
    /// The message.
    #[serde(default)]
    pub message: Option<String>,
    /// What the title was made of.
    #[serde(default)]
    pub metadata: Metadata,
    /// The event's tags in the order sent.
    #[serde(default)]
    pub tags: Vec<EventTag>,
    /// Exception, message, breadcrumbs, request, CSP report.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Device, system, runtime and whatever else the SDK describes; any shape.
    #[serde(default, deserialize_with = "anything::map")]
    pub contexts: Option<Map<String, Value>>,
    /// The SDK's `extra`.
    #[serde(default, deserialize_with = "anything::map")]
    pub context: Option<Map<String, Value>>,
    /// Who was using the application.
    #[serde(default, deserialize_with = "anything::map")]
    pub user: Option<Map<String, Value>>,
    /// What sent the event.
    #[serde(default, deserialize_with = "anything::map")]
    pub sdk: Option<Map<String, Value>>,
    /// The title.
    #[serde(default)]
    pub title: Option<String>,
    /// What the user wrote about it.
    #[serde(default, alias = "user_report", deserialize_with = "anything::map")]
    pub user_report: Option<Map<String, Value>>,
    /// The event received next after this one in the same issue.
    #[serde(default, rename = "nextEventID", alias = "next_event_id")]
    pub next_event_id: Option<EventId>,
    /// The event received just before this one in the same issue.
    #[serde(default, rename = "previousEventID", alias = "previous_event_id")]
    pub previous_event_id: Option<EventId>,
}

/// One tag of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventTag {
    /// The tag's key.
    pub key: String,
    /// Its value; may be null.
    #[serde(default)]
    pub value: Option<String>,
}
