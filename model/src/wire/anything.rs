//! Data of any shape. What serde cannot hold, such as what is nested more than a hundred deep or a number beyond all
//! bounds, is kept as its JSON text, so that it does not take the event with it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Error, Map, Value, from_str};
use std::collections::BTreeMap;

/// Reads one value.
pub fn value_of(text: &str) -> Value {
    from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// Reads an object. An error means that it is none.
pub fn map_of(text: &str) -> Result<Map<String, Value>, Error> {
    from_str(text).or_else(|_| {
        let members: BTreeMap<String, Box<RawValue>> = from_str(text)?;
        Ok(members
            .into_iter()
            .map(|(key, raw)| (key, value_of(raw.get())))
            .collect())
    })
}

/// Reads a list. An error means that it is none.
pub fn list_of(text: &str) -> Result<Vec<Value>, Error> {
    from_str(text).or_else(|_| {
        let items: Vec<Box<RawValue>> = from_str(text)?;
        Ok(items.iter().map(|raw| value_of(raw.get())).collect())
    })
}

/// For a field that is an object or null.
pub(super) fn map<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Map<String, Value>>, D::Error> {
    let raw = Option::<Box<RawValue>>::deserialize(deserializer)?;
    raw.map(|raw| map_of(raw.get())).transpose().map_err(D::Error::custom)
}

/// For a field that is a list or null.
pub(super) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Value>>, D::Error> {
    let raw = Option::<Box<RawValue>>::deserialize(deserializer)?;
    raw.map(|raw| list_of(raw.get())).transpose().map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::{list_of, map_of, value_of};
    use crate::wire::event::Event;
    use serde_json::{Value, from_str, json};

    #[test]
    fn what_cannot_be_held_is_text_and_the_rest_is_read() {
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        let map = map_of(&format!("{{\"a\": {deep}, \"b\": [1], \"c\": 1e999}}")).expect("an object");
        assert_eq!(Value::Object(map), json!({"a": deep, "b": [1], "c": "1e999"}));
        assert_eq!(
            list_of(&format!("[1, {deep}]")).expect("a list"),
            [json!(1), json!(deep)]
        );
        assert_eq!(value_of("{\"a\": null}"), json!({"a": null}));
        assert!(map_of("[]").is_err() && list_of("{}").is_err());
    }

    #[test]
    fn an_event_with_deep_contexts_is_an_event() {
        let text = format!(
            r#"{{"id": "a", "eventID": "a", "projectID": 1, "groupID": "1", "type": "error", "platform": null,
            "dateCreated": "2026-11-23T08:04:50.032Z", "user": null, "errors": [{0}], "contexts": {{"x": {0}, "os": {{}}}}}}"#,
            format_args!("{}{}", "[".repeat(5_000), "]".repeat(5_000))
        );
        let event: Event = from_str(&text).expect("an event");
        let contexts = event.contexts.expect("contexts");
        assert!(contexts["x"].is_string() && contexts["os"].is_object());
        assert!(event.errors.is_some_and(|errors| errors[0].is_string()) && event.user.is_none());
    }
}
