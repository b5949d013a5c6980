//! Alerts of a project: `GET /api/0/projects/{organization}/{project}/alerts/`.

use crate::wire::raw::Raw;
use serde::{Deserialize, Serialize};

/// When somebody is told of what, and who.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alert {
    /// Who is told.
    #[serde(default)]
    pub alert_recipients: Vec<AlertRecipient>,
    /// Its number.
    #[serde(default)]
    pub id: Option<i64>,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Within how many minutes events are counted; null when it is not about events.
    #[serde(default)]
    pub timespan_minutes: Option<i64>,
    /// How many events it takes.
    #[serde(default)]
    pub quantity: Option<i64>,
    /// Whether monitors of the project set it off.
    #[serde(default)]
    pub uptime: bool,
}

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
    /// What else that type needs (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub config: Option<Raw>,
    /// Tags that are added to the message (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub tags_to_add: Option<Raw>,
}

/// The body that creates an alert: `POST /api/0/projects/{organization}/{project}/alerts/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteAlert {
    /// Its name.
    pub name: String,
    /// Within how many minutes events are counted; null when it is not about events.
    pub timespan_minutes: Option<i64>,
    /// How many events it takes.
    pub quantity: Option<i64>,
    /// Whether monitors of the project set it off.
    pub uptime: bool,
    /// Who is told.
    pub alert_recipients: Vec<AlertRecipient>,
}

impl WriteAlert {
    /// An alert that tells the project's teams by e-mail when a monitor goes down or comes up again.
    pub fn uptime_by_email() -> Self {
        Self {
            name: "Uptime by e-mail".to_owned(),
            timespan_minutes: None,
            quantity: None,
            uptime: true,
            alert_recipients: vec![AlertRecipient {
                id: None,
                recipient_type: "email".to_owned(),
                url: Some(String::new()),
                config: None,
                tags_to_add: None,
            }],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WriteAlert;

    #[test]
    fn an_uptime_alert_is_spelled_as_the_server_wants_it() {
        let text = serde_json::to_string(&WriteAlert::uptime_by_email()).expect("text");
        assert_eq!(
            text,
            r#"{"name":"Uptime by e-mail","timespanMinutes":null,"quantity":null,"uptime":true,"alertRecipients":[{"recipientType":"email","url":""}]}"#
        );
    }
}
