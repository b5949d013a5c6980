//! The hashes that an issue gathers events by: `GET|DELETE /api/0/organizations/{organization}/issues/{issue}/hashes/`.

use crate::id::EventId;
use crate::issue_title::{Heading, heading};
use crate::timestamp::Timestamp;
use crate::wire::issue::{IssueType, Metadata};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A hash, with the newest event that has it. An issue has more than one after a merge.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueHash {
    /// 32 hex digits.
    pub id: String,
    /// The event, whole; null when it is older than events are kept. Left raw: of some hundred kB a few words are shown.
    #[serde(default)]
    pub latest_event: Option<Box<RawValue>>,
}

impl IssueHash {
    /// What is shown of the newest event; none when there is none, or nothing of it can be read.
    pub fn latest(&self) -> Option<LatestEvent> {
        serde_json::from_str(self.latest_event.as_ref()?.get()).ok()
    }
}

/// The newest event of a hash, as far as it is shown; hostile text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LatestEvent {
    /// Its id.
    pub id: EventId,
    /// When it happened, by the sender's clock.
    pub date_created: Timestamp,
    /// What kind of report it is.
    #[serde(rename = "type", default)]
    kind: IssueType,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    metadata: Option<Metadata>,
    #[serde(default)]
    culprit: Option<String>,
}

impl LatestEvent {
    /// What it is called and where it happened.
    pub fn heading(&self) -> Heading {
        let title = self.title.as_deref().or(self.message.as_deref()).unwrap_or_default();
        let metadata = self.metadata.clone().unwrap_or_default();
        heading(self.kind, &metadata, title, self.culprit.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::IssueHash;

    #[test]
    fn an_event_that_is_gone_or_odd_does_not_take_the_hash_with_it() {
        for event in [
            "null",
            "[]",
            "{}",
            "7",
            r#"{"id": 7}"#,
            r#"{"id": "a", "dateCreated": "yesterday"}"#,
        ] {
            let text = format!(r#"{{"id": "0816c6cae05a263b29b33ebb5c0d11f9", "latestEvent": {event}}}"#);
            let hash: IssueHash = serde_json::from_str(&text).expect("a hash");
            assert!(hash.latest().is_none(), "{event}");
        }
        assert!(serde_json::from_str::<IssueHash>(r#"{"id": "a"}"#).is_ok());
    }

    #[test]
    fn the_newest_event_names_itself() {
        let text = r#"{"id": "a", "latestEvent": {"id": "b", "dateCreated": "2026-11-23T08:30:52.648Z", "type": "error",
            "title": "Error: Script error.", "metadata": {"type": "Error", "value": "Script error."}, "culprit": "/pay"}}"#;
        let hash: IssueHash = serde_json::from_str(text).expect("a hash");
        let heading = hash.latest().expect("an event").heading();
        assert_eq!(
            (heading.title.as_str(), heading.detail.as_deref()),
            ("Error", Some("Script error."))
        );
        assert_eq!(heading.location.as_deref(), Some("/pay"));
    }
}
