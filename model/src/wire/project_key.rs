//! Project keys: `GET /api/0/projects/{organization}/{project}/keys/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A key with which SDKs send events to a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProjectKey {
    /// Its name; empty for the one that a project begins with.
    #[serde(default)]
    pub name: Option<String>,
    /// How much it may send. GlitchTip keeps it and does not enforce it.
    #[serde(default)]
    pub rate_limit: Option<KeyRateLimit>,
    /// When it was created.
    pub date_created: Timestamp,
    /// Its id: a UUID with dashes.
    pub id: String,
    /// Where to send, in several forms.
    pub dsn: KeyDsn,
    /// The name again.
    #[serde(default)]
    pub label: Option<String>,
    /// The key itself with dashes; the DSN has none.
    #[serde(default)]
    pub public: String,
    /// The project's number; here it is a number. The server spells it with two capitals.
    #[serde(rename = "projectID", default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub project_id: i64,
}

/// So many events in so much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRateLimit {
    /// The time in seconds.
    pub window: i64,
    /// The events.
    pub count: i64,
}

/// The body that creates a key or changes it. Servers of both generations answer a change with 200 and may keep nothing
/// of it: compare what they answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteProjectKey {
    /// Its name.
    pub name: String,
    /// How much it may send; none means as much as comes.
    #[serde(default)]
    pub rate_limit: Option<KeyRateLimit>,
}

/// The addresses of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDsn {
    /// The DSN for SDKs.
    pub public: String,
    /// The same as `public`; GlitchTip has no secrets in DSNs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub secret: Option<String>,
    /// Where browsers report violations of a Content-Security-Policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security: Option<String>,
}

impl ProjectKey {
    /// What it is called where there are several: its name, or else how its id begins.
    pub fn shown_name(&self) -> String {
        match self.name.as_deref().map(str::trim) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => format!("Key {}", self.id.chars().take(8).collect::<String>()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KeyRateLimit, ProjectKey, WriteProjectKey};

    #[test]
    fn a_key_is_spelled_as_the_server_wants_it() {
        let mut key = WriteProjectKey {
            name: "staging".to_owned(),
            rate_limit: None,
        };
        let text = |key: &WriteProjectKey| serde_json::to_string(key).expect("text");
        assert_eq!(text(&key), r#"{"name":"staging","rateLimit":null}"#);
        key.rate_limit = Some(KeyRateLimit {
            window: 3600,
            count: 1000,
        });
        assert_eq!(
            text(&key),
            r#"{"name":"staging","rateLimit":{"window":3600,"count":1000}}"#
        );
    }

    #[test]
    fn a_key_without_a_name_is_called_by_its_id() {
        let key = |name: &str| {
            let text = format!(
                r#"{{"name": {name}, "rateLimit": null, "dateCreated": "2026-11-23T08:15:02.250Z", "label": null,
                    "id": "b817a27b-d5cf-4ac5-bfef-a6bbfeb42981", "public": "b817a27b-d5cf-4ac5-bfef-a6bbfeb42981",
                    "dsn": {{"public": "https://b817a27bd5cf@errors.example.com/1"}}, "projectID": 1}}"#
            );
            serde_json::from_str::<ProjectKey>(&text).expect("a key").shown_name()
        };
        for (name, want) in [
            ("null", "Key b817a27b"),
            ("\"\"", "Key b817a27b"),
            ("\" \"", "Key b817a27b"),
            ("\"staging key\"", "staging key"),
        ] {
            assert_eq!(key(name), want);
        }
    }
}
