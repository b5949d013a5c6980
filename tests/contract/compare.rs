//! Finds what a decoding and encoding has dropped.

use glint_model::timestamp::Timestamp;
use serde_json::{Map, Value};

/// What of the original is not in what came out again, each with its place. The spelling of keys (snake or camel
/// case) may differ, nulls may vanish, and times may lose digits behind milliseconds.
pub fn dropped(original: &Value, again: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    compare(original, again, "", &mut lost);
    lost
}

fn compare(original: &Value, again: &Value, place: &str, lost: &mut Vec<String>) {
    match (original, again) {
        (Value::Object(fields), Value::Object(others)) => {
            for (key, value) in fields {
                let place = if place.is_empty() {
                    key.clone()
                } else {
                    format!("{place}.{key}")
                };
                match find(others, key) {
                    Some(other) => compare(value, other, &place, lost),
                    None if value.is_null() => {}
                    None => lost.push(format!("{place} is dropped")),
                }
            }
        }
        (Value::Array(items), Value::Array(others)) => {
            if items.len() != others.len() {
                lost.push(format!("{place}: {} of {} items are left", others.len(), items.len()));
            }
            for (at, (item, other)) in items.iter().zip(others).enumerate() {
                compare(item, other, &format!("{place}[{at}]"), lost);
            }
        }
        _ if is_equal(original, again) => {}
        _ => lost.push(format!("{place}: {original} became {again}")),
    }
}

fn find<'a>(fields: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    let bare = |key: &str| key.replace('_', "").to_lowercase();
    // A list of events says `query_string` where a single event says `query`.
    let wanted = bare(key);
    let is_it = |other: &str| bare(other) == wanted || wanted == "querystring" && other == "query";
    fields
        .get(key)
        .or_else(|| fields.iter().find(|(other, _)| is_it(other)).map(|(_, value)| value))
}

fn is_equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => {
            a == b || Timestamp::parse(a).is_some() && Timestamp::parse(a) == Timestamp::parse(b)
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}
