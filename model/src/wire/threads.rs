//! The `threads` entry of an event: what every thread was doing. Servers of 5.2 do not keep it; newer ones and other
//! servers of the same protocol do.

use crate::wire::entry::Stacktrace;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The data of a `threads` entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ThreadsData {
    /// The threads in the order sent.
    #[serde(default)]
    pub values: Vec<Thread>,
}

/// One thread.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// Its number or name in the process: number or text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is the one that crashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crashed: Option<bool>,
    /// Whether it is the one that made the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<bool>,
    /// Whether it is the main thread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main: Option<bool>,
    /// What the system says it was doing, such as `RUNNABLE` or `BLOCKED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Its calls; the crashed thread often has none, since they are those of the exception.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stacktrace: Option<Stacktrace>,
    /// The same before symbols were applied.
    #[serde(
        rename = "rawStacktrace",
        alias = "raw_stacktrace",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub raw_stacktrace: Option<Stacktrace>,
    /// Locks that it holds or waits for; any shape.
    #[serde(
        rename = "heldLocks",
        alias = "held_locks",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub held_locks: Option<Value>,
}

#[cfg(test)]
mod tests {
    use super::ThreadsData;

    #[test]
    fn threads_are_read_in_either_spelling() {
        let data: ThreadsData = serde_json::from_str(
            r#"{"values":[{"id":1,"name":"main","crashed":true,"raw_stacktrace":{"frames":[]}},{"id":"0x7f","rawStacktrace":null},{}]}"#,
        )
        .expect("threads");
        assert_eq!(data.values.len(), 3);
        assert!(data.values[0].raw_stacktrace.is_some());
        assert_eq!(data.values[1].id, Some("0x7f".into()));
    }
}
