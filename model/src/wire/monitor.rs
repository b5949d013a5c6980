//! Uptime monitors and their checks: `GET /api/0/organizations/{organization}/monitors/`, `.../monitors/{monitor}/`,
//! `.../monitors/{monitor}/checks/`.

use crate::id::{MonitorId, ProjectId};
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Reason};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How a monitor looks at what it watches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MonitorType {
    /// A HEAD request.
    #[default]
    Ping,
    /// A GET request.
    #[serde(rename = "GET")]
    Get,
    /// A POST request.
    #[serde(rename = "POST")]
    Post,
    /// A connection to a host's port.
    #[serde(rename = "TCP Port")]
    Port,
    /// A certificate. Servers of 2025 take it and never find it up.
    #[serde(rename = "SSL")]
    Ssl,
    /// It waits for what it watches to report.
    Heartbeat,
    /// What this build does not know.
    #[serde(other)]
    Unknown,
}

impl MonitorType {
    /// All that can be created, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Ping,
        Self::Get,
        Self::Post,
        Self::Port,
        Self::Ssl,
        Self::Heartbeat,
    ];

    /// The word of the wire, which is also what it is called.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ping => "Ping",
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Port => "TCP Port",
            Self::Ssl => "SSL",
            Self::Heartbeat => "Heartbeat",
            Self::Unknown => "Unknown",
        }
    }
}

/// One look at the target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonitorCheck {
    /// Whether the target was found up.
    pub is_up: bool,
    /// When the check began.
    pub start_check: Timestamp,
    /// Why it was not up; null also for heartbeats that did not come, and for SSL monitors of servers of 2025.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// How long the answer took, in milliseconds. The list of monitors does not say it; elsewhere it is null for heartbeats and
    /// timeouts.
    #[serde(default, skip_serializing_if = "ResponseTime::is_unsaid")]
    pub response_time: ResponseTime,
}

/// A response time, where the answer has a place for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResponseTime {
    /// The answer has no such field.
    #[default]
    Unsaid,
    /// There was none.
    Nothing,
    /// Milliseconds.
    Ms(i64),
}

impl ResponseTime {
    fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }

    /// Milliseconds, when there are some.
    pub fn ms(self) -> Option<i64> {
        match self {
            Self::Ms(ms) => Some(ms),
            Self::Unsaid | Self::Nothing => None,
        }
    }
}

impl Serialize for ResponseTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.ms().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ResponseTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Nothing, Self::Ms))
    }
}

impl From<&MonitorCheck> for Check {
    fn from(check: &MonitorCheck) -> Self {
        Self {
            at: check.start_check,
            is_up: check.is_up,
            reason: check.reason,
            response_ms: check.response_time.ms().map(|ms| ms as f64),
        }
    }
}

/// A monitor, as the list and its own endpoint send it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Monitor {
    /// The project whose recipients are told; here it is text.
    #[serde(rename = "projectID", default)]
    pub project_id: Option<ProjectId>,
    /// The environment's number. No server lets one set it.
    #[serde(rename = "environmentID", default)]
    pub environment_id: Option<i64>,
    /// Whether it is up; null before the first check.
    #[serde(default)]
    pub is_up: Option<bool>,
    /// Since when it is so.
    #[serde(default)]
    pub last_change: Option<Timestamp>,
    /// Where a heartbeat is sent, as a whole address.
    #[serde(default)]
    pub heartbeat_endpoint: Option<String>,
    /// The project's name.
    #[serde(default)]
    pub project_name: Option<String>,
    /// The environment's name.
    #[serde(default)]
    pub env_name: Option<String>,
    /// The last 60 checks at most, of the last 12 hours, the newest first.
    #[serde(default)]
    pub checks: Vec<MonitorCheck>,
    /// The organization's number; here it is a number.
    #[serde(rename = "organizationID", default)]
    pub organization_id: i64,
    /// How it looks.
    pub monitor_type: MonitorType,
    /// Its number.
    pub id: MonitorId,
    /// The id in the heartbeat's address.
    #[serde(rename = "endpointID", default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub endpoint_id: Option<String>,
    /// When it was created.
    pub created: Timestamp,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What it looks at: an address, or `host:port`; empty for heartbeats.
    #[serde(default)]
    pub url: Option<String>,
    /// The status code that counts as up.
    #[serde(default)]
    pub expected_status: Option<i64>,
    /// The text that has to be in the answer; empty for none.
    #[serde(default)]
    pub expected_body: Option<String>,
    /// Seconds between two checks.
    pub interval: i64,
    /// Seconds until a check gives up; null for the server's own 20.
    #[serde(default)]
    pub timeout: Option<i64>,
}

/// What creates a monitor, or changes all of one: the body of `POST` and `PUT`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteMonitor {
    /// How it looks.
    pub monitor_type: MonitorType,
    /// Its name, at most 200 characters.
    pub name: String,
    /// What it looks at, at most 2 000 characters; empty for heartbeats.
    pub url: String,
    /// Seconds between two checks, 1 to 32 767. More is a 500 of the server.
    pub interval: i64,
    /// Seconds until a check gives up, 1 to 60.
    pub timeout: Option<i64>,
    /// The status code that counts as up.
    pub expected_status: Option<i64>,
    /// The text that has to be in the answer.
    pub expected_body: String,
    /// The project whose recipients are told.
    pub project: Option<ProjectId>,
}

#[cfg(test)]
mod tests {
    use super::{MonitorCheck, MonitorType, ResponseTime};
    use crate::uptime::Reason;

    #[test]
    fn types_are_read_as_they_are_called() {
        for kind in MonitorType::ALL {
            let text = serde_json::to_string(&kind).expect("text");
            assert_eq!(text, format!("{:?}", kind.as_str()));
            assert_eq!(serde_json::from_str::<MonitorType>(&text).expect("a type"), kind);
        }
        let unknown: MonitorType = serde_json::from_str("\"DNS\"").expect("a type");
        assert_eq!(unknown, MonitorType::Unknown);
    }

    #[test]
    fn reasons_are_numbers_and_those_that_are_not_known_say_nothing() {
        let read = |number: i64| serde_json::from_str::<Reason>(&number.to_string()).expect("a reason");
        for (number, reason) in (0..).zip(Reason::ALL) {
            assert_eq!(read(number), reason);
            assert_eq!(serde_json::to_string(&reason).expect("text"), number.to_string());
        }
        assert_eq!([read(6), read(-1), read(i64::MAX)], [Reason::Unknown; 3]);
    }

    #[test]
    fn a_response_time_that_is_not_told_is_not_the_same_as_none() {
        let check = |more: &str| {
            let text = format!(r#"{{"isUp":true,"startCheck":"2026-11-23T08:15:00.000Z","reason":null{more}}}"#);
            serde_json::from_str::<MonitorCheck>(&text)
                .map(|check| {
                    (
                        check.response_time,
                        serde_json::to_string(&check).expect("text") == text,
                    )
                })
                .expect("a check")
        };
        assert_eq!(check(""), (ResponseTime::Unsaid, true));
        assert_eq!(check(r#","responseTime":null"#), (ResponseTime::Nothing, true));
        assert_eq!(check(r#","responseTime":18"#), (ResponseTime::Ms(18), true));
    }
}
