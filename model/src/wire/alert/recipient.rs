//! Who is told by an alert: as it is read, and as it is sent, which differs.

use crate::wire::raw::Raw;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeMap;

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AlertRecipient {
    /// Its number; none in what is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// `email`, `webhook`, `discord`, `googlechat`; newer servers know more.
    #[serde(default)]
    pub recipient_type: String,
    /// Where it is sent; empty for e-mail.
    #[serde(default)]
    pub url: Option<String>,
    /// What else that type needs (6.1). It is sent as fields of the recipient itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config: Option<Raw>,
    /// Tags that are added to the message (6.1). A server of 2025 takes them and never gives them back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags_to_add: Option<Raw>,
}

/// The members of a configuration, in what spelling they came.
type Members = BTreeMap<String, Box<RawValue>>;

impl AlertRecipient {
    /// A recipient that is not there yet.
    pub fn new(recipient_type: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            id: None,
            recipient_type: recipient_type.into(),
            url: Some(url.into()),
            config: None,
            tags_to_add: None,
        }
    }

    /// What its configuration says under this name (`botEmail`), whether the server spells it so or `bot_email`.
    pub fn setting(&self, name: &str) -> Option<String> {
        let members = self.members();
        let (_, value) = members.iter().find(|(own, _)| camel(own) == name)?;
        serde_json::from_str(value.get()).ok()
    }

    /// The same with another value; the rest of the configuration stays.
    pub fn with_setting(mut self, name: &str, value: &str) -> Self {
        let mut members = self.members();
        members.retain(|own, _| camel(own) != name);
        if let Ok(value) = to_raw_value(value) {
            members.insert(name.to_owned(), value);
        }
        self.config = to_raw_value(&members).ok().map(Raw::from);
        self
    }

    /// The tags that are added to the message, as far as the server says.
    pub fn tags(&self) -> Vec<String> {
        let tags = self.tags_to_add.as_ref();
        tags.and_then(|tags| serde_json::from_str(tags.get()).ok())
            .unwrap_or_default()
    }

    /// The same with other tags.
    pub fn with_tags(mut self, tags: &[String]) -> Self {
        self.tags_to_add = to_raw_value(tags).ok().map(Raw::from);
        self
    }

    fn members(&self) -> Members {
        let config = self.config.as_ref();
        config
            .and_then(|config| serde_json::from_str(config.get()).ok())
            .unwrap_or_default()
    }
}

/// A recipient as a server wants it: what its configuration holds is beside its type and address.
struct Sent<'a>(&'a AlertRecipient);

impl Serialize for Sent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("recipientType", &self.0.recipient_type)?;
        map.serialize_entry("url", &self.0.url)?;
        for (name, value) in self.0.members() {
            let name = camel(&name);
            if !["id", "recipientType", "url", "tagsToAdd"].contains(&name.as_str()) {
                map.serialize_entry(&name, &value)?;
            }
        }
        if let Some(tags) = &self.0.tags_to_add {
            map.serialize_entry("tagsToAdd", tags)?;
        }
        map.end()
    }
}

/// All recipients of an alert that is sent.
pub(super) fn send<S: Serializer>(recipients: &[AlertRecipient], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(recipients.iter().map(Sent))
}

/// `bot_email` as `botEmail`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let mut all = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        all.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        all.push_str(letters.as_str());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::AlertRecipient;
    use crate::wire::alert::{Alert, WriteAlert};

    const ZULIP: &str = r#"{"id": 3, "name": "Chat", "timespanMinutes": 1, "quantity": 5, "uptime": false, "alertRecipients": [
        {"id": 8, "recipientType": "zulip", "url": "https://chat.example.com", "tagsToAdd": ["release"],
         "config": {"bot_email": "bot@example.com", "apiKey": "k", "channel": "errors", "topic": "Shop", "new_one": 1}},
        {"id": 9, "recipientType": "email", "url": "", "config": null, "tagsToAdd": null}]}"#;

    fn sent(recipients: Vec<AlertRecipient>) -> serde_json::Value {
        let alert = WriteAlert {
            name: "Chat".to_owned(),
            timespan_minutes: Some(1),
            quantity: Some(5),
            uptime: false,
            alert_recipients: recipients,
        };
        serde_json::to_value(alert).expect("JSON")["alertRecipients"].take()
    }

    #[test]
    fn every_recipient_is_sent_with_all_that_was_read() {
        let alert: Alert = serde_json::from_str(ZULIP).expect("an alert");
        assert_eq!(
            sent(alert.alert_recipients),
            serde_json::json!([
                {"recipientType": "zulip", "url": "https://chat.example.com", "botEmail": "bot@example.com", "apiKey": "k",
                 "channel": "errors", "topic": "Shop", "newOne": 1, "tagsToAdd": ["release"]},
                {"recipientType": "email", "url": ""},
            ])
        );
    }

    #[test]
    fn one_setting_changes_and_the_others_stay() {
        let alert: Alert = serde_json::from_str(ZULIP).expect("an alert");
        let zulip = alert.alert_recipients[0].clone();
        assert_eq!(zulip.setting("botEmail").as_deref(), Some("bot@example.com"));
        assert_eq!(zulip.setting("nothing"), None);
        assert_eq!(zulip.tags(), ["release"]);
        let changed = zulip.with_setting("botEmail", "other@example.com").with_tags(&[]);
        assert_eq!(changed.setting("botEmail").as_deref(), Some("other@example.com"));
        let sent = sent(vec![changed]);
        assert_eq!(sent[0]["botEmail"], "other@example.com");
        assert_eq!(sent[0]["channel"], "errors");
        assert_eq!(sent[0]["newOne"], 1);
        assert_eq!(sent[0]["tagsToAdd"], serde_json::json!([]));
        assert!(sent[0].get("bot_email").is_none());
    }

    #[test]
    fn a_new_recipient_has_nothing_but_type_and_address() {
        let new = AlertRecipient::new("discord", "https://discord.example.com/1");
        assert_eq!(
            sent(vec![new.clone()]),
            serde_json::json!([{"recipientType": "discord", "url": "https://discord.example.com/1"}])
        );
        let zulip = AlertRecipient::new("zulip", "https://chat.example.com").with_setting("channel", "errors");
        assert_eq!(zulip.setting("channel").as_deref(), Some("errors"));
        assert!(new.tags().is_empty());
    }
}
