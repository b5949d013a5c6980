//! A tree of values as a list of paths.

use serde_json::{Map, Value};

/// Deeper than this, what is left is one value, as JSON.
const DEEPEST: usize = 12;

/// More values than this are not listed.
const MOST: usize = 6_000;

/// Every value of an object by its path: `os.version`, `items[2].name`.
pub fn map(map: Option<&Map<String, Value>>) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (key, value) in map.into_iter().flatten() {
        put(&mut rows, key.clone(), value, 1);
    }
    rows
}

/// Every value of a value by its path below `name`.
pub fn value(name: &str, value: &Value) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    put(&mut rows, name.to_owned(), value, 0);
    rows
}

fn put(rows: &mut Vec<(String, String)>, path: String, value: &Value, depth: usize) {
    if rows.len() >= MOST {
        return;
    }
    match value {
        Value::Object(map) if depth < DEEPEST && !map.is_empty() => {
            for (key, value) in map {
                put(rows, format!("{path}.{key}"), value, depth + 1);
            }
        }
        Value::Array(items) if depth < DEEPEST && !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                put(rows, format!("{path}[{at}]"), item, depth + 1);
            }
        }
        Value::Null => {}
        Value::String(text) => rows.push((path, text.clone())),
        other => rows.push((path, other.to_string())),
    }
}
