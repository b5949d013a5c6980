//! Breadcrumbs: what the application did before the event. Snake case on the wire.

use crate::timestamp::Timestamp;
use crate::wire::lossy::{Lossy, read_rows};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The last millisecond that a browser's `Date` can hold, either side of 1970.
const LAST_MS: f64 = 8.64e15;

/// The data of a `breadcrumbs` entry; its rows are read one by one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct BreadcrumbsData {
    /// The crumbs, the oldest first, unread.
    #[serde(default)]
    pub values: Vec<Box<RawValue>>,
}

impl BreadcrumbsData {
    /// Reads the crumbs; those that cannot be read are named and left out.
    pub fn read(&self) -> Lossy<Breadcrumb> {
        read_rows(self.values.iter().map(|row| row.get()))
    }
}

/// One breadcrumb. Hostile text. Any object can be read: what is not as it should be is in `rest`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Map<String, Value>", into = "Map<String, Value>")]
pub struct Breadcrumb {
    /// Such as `http`, `navigation`, `query`, `default`.
    pub kind: Option<String>,
    /// Where it comes from, such as `ui.click`.
    pub category: Option<String>,
    /// What happened.
    pub message: Option<String>,
    /// More, in any shape.
    pub data: Option<Value>,
    /// How bad it was, in the words of the SDK.
    pub level: Option<String>,
    /// When it happened, by the sender's clock.
    pub timestamp: Option<Timestamp>,
    /// Another event that it stands for.
    pub event_id: Option<String>,
    /// Fields that this build does not know, and those of another type than they should have.
    pub rest: Map<String, Value>,
}

impl From<Map<String, Value>> for Breadcrumb {
    fn from(mut fields: Map<String, Value>) -> Self {
        Self {
            kind: take(&mut fields, "type", text),
            category: take(&mut fields, "category", text),
            message: take(&mut fields, "message", text),
            data: take(&mut fields, "data", |data| Some(data.clone())),
            level: take(&mut fields, "level", text),
            timestamp: take(&mut fields, "timestamp", time),
            event_id: take(&mut fields, "event_id", text),
            rest: fields,
        }
    }
}

impl From<Breadcrumb> for Map<String, Value> {
    fn from(crumb: Breadcrumb) -> Self {
        let mut fields = crumb.rest;
        let texts = [
            ("type", crumb.kind),
            ("category", crumb.category),
            ("message", crumb.message),
            ("level", crumb.level),
            ("timestamp", crumb.timestamp.map(Timestamp::to_iso)),
            ("event_id", crumb.event_id),
        ];
        let texts = texts.map(|(key, text)| (key, text.map(Value::String)));
        for (key, value) in texts.into_iter().chain([("data", crumb.data)]) {
            if let Some(value) = value {
                fields.insert(key.to_owned(), value);
            }
        }
        fields
    }
}

/// Takes a field out when it can be read; null is the same as absent, anything else stays where it is.
fn take<T>(fields: &mut Map<String, Value>, key: &str, read: fn(&Value) -> Option<T>) -> Option<T> {
    let value = match fields.get(key)? {
        Value::Null => None,
        value => Some(read(value)?),
    };
    fields.remove(key);
    value
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// ISO 8601, or seconds since 1970.
fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => Timestamp::parse(text),
        Value::Number(seconds) => {
            let ms = seconds.as_f64()? * 1000.0;
            (ms.abs() <= LAST_MS).then_some(Timestamp(ms as i64))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Breadcrumb, BreadcrumbsData};
    use crate::timestamp::Timestamp;
    use serde_json::{Value, json};

    fn read(value: Value) -> Breadcrumb {
        serde_json::from_value(value).expect("a crumb")
    }

    #[test]
    fn what_is_odd_stays_in_the_rest() {
        let sent = json!({
            "type": 7, "category": ["a"], "message": true, "data": "text", "level": null,
            "timestamp": 1_795_421_711.99, "origin": "native",
        });
        let crumb = read(sent);
        assert_eq!(crumb.kind.as_deref(), Some("7"));
        assert_eq!(crumb.message.as_deref(), Some("true"));
        assert_eq!(crumb.timestamp, Some(Timestamp(1_795_421_711_990)));
        assert_eq!(
            Value::Object(crumb.rest),
            json!({"category": ["a"], "origin": "native"})
        );
    }

    #[test]
    fn times_that_no_clock_shows_are_none() {
        for time in [json!("yesterday"), json!(1e300), json!(-1e300), json!({})] {
            let crumb = read(json!({"timestamp": time}));
            assert_eq!(crumb.timestamp, None, "{time}");
            assert_eq!(crumb.rest.get("timestamp"), Some(&time));
        }
    }

    #[test]
    fn nothing_is_lost_on_the_way_there_and_back() {
        let sent = json!({"type": "http", "message": {"odd": 1}, "data": {"url": "/"}, "new": [1],
            "timestamp": "2026-11-23T08:15:11.990Z", "event_id": "7"});
        assert_eq!(serde_json::to_value(read(sent.clone())).expect("JSON"), sent);
    }

    #[test]
    fn what_is_no_object_is_left_out_and_named() {
        let data: BreadcrumbsData = serde_json::from_str(r#"{"values": [{}, 7, "text"]}"#).expect("data");
        let read = data.read();
        assert_eq!((read.items.len(), read.left_out.len()), (1, 2));
    }
}
