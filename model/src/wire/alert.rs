//! Alerts of a project: `GET /api/0/projects/{organization}/{project}/alerts/`.

mod recipient;

pub use recipient::AlertRecipient;

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

impl Alert {
    /// How many events within how many minutes set it off; none when it is not about events.
    pub fn counts(&self) -> Option<(i64, i64)> {
        self.quantity.zip(self.timespan_minutes)
    }

    /// Whether anything sets it off.
    pub fn is_set_off(&self) -> bool {
        self.uptime || self.counts().is_some()
    }
}

/// What came of a test (6.1): `POST /api/0/projects/{organization}/{project}/alerts/{alert}/test/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AlertTestResult {
    /// The recipient's type.
    #[serde(default)]
    pub recipient_type: String,
    /// `sent`, `error` or `skipped`.
    #[serde(default)]
    pub status: String,
    /// Why it is not sent.
    #[serde(default)]
    pub message: Option<String>,
}

/// The body that creates an alert or changes all of it: `POST /api/0/projects/{organization}/{project}/alerts/`, `PUT` of one.
/// Recipients that are not in it are gone.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    #[serde(serialize_with = "recipient::send")]
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
            alert_recipients: vec![AlertRecipient::new("email", "")],
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
