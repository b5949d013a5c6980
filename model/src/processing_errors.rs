//! What a server noted while it took an event in (`errors[]`), in plain words: above all, why a stack trace is still
//! minified or has no names.

mod known;

use crate::text::first_line;
use known::KNOWN;
use serde_json::{Map, Value};

/// One note of the server, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What is the matter, in a few words.
    pub title: String,
    /// What it means and what can be done; empty where nothing is known about it.
    pub detail: String,
    /// What it is about: a file, a field, a value. Hostile text, as it was sent.
    pub about: Option<String>,
    /// Whether it says why a source map or debug symbols did not apply.
    pub is_about_source_map: bool,
}

/// The fields that say what a note is about, the most telling first.
const ABOUT: &[&str] = &[
    "url",
    "sourcemap",
    "source",
    "image_path",
    "image_name",
    "mapping_uuid",
    "debug_id",
    "path",
    "name",
    "value",
    "reason",
    "message",
];

/// Explains one note of the server. A kind that nobody knows is shown as it was sent.
pub fn explain(error: &Value) -> Explained {
    let no_fields = Map::new();
    let fields = error.as_object().unwrap_or(&no_fields);
    // Newer SDKs and relays put everything but the kind into an object of its own.
    let inner = fields.get("data").and_then(Value::as_object).unwrap_or(&no_fields);
    let kind = fields
        .get("type")
        .and_then(Value::as_str)
        .map(first_line)
        .unwrap_or_default();
    let about = about(fields, inner);
    match KNOWN.iter().find(|(known, ..)| *known == kind) {
        Some((_, title, detail, is_about_source_map)) => Explained {
            title: (*title).to_owned(),
            detail: (*detail).to_owned(),
            about,
            is_about_source_map: *is_about_source_map,
        },
        None => Explained {
            title: if kind.is_empty() { as_sent(error) } else { kind.clone() },
            detail: String::new(),
            about,
            is_about_source_map: ["js_", "native_", "proguard_"]
                .iter()
                .any(|start| kind.starts_with(start)),
        },
    }
}

/// `timestamp: yesterday`, or the one of both that there is.
fn about(fields: &Map<String, Value>, inner: &Map<String, Value>) -> Option<String> {
    let text = |name: &str| {
        let value = fields.get(name).or_else(|| inner.get(name))?;
        Some(match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Null => String::new(),
            value => value.to_string(),
        })
        .filter(|text| !text.is_empty())
    };
    if let (Some(name), Some(value)) = (text("name"), text("value")) {
        return Some(format!("{name}: {value}"));
    }
    ABOUT.iter().find_map(|name| text(name))
}

/// What has no kind, as short as it still tells.
fn as_sent(error: &Value) -> String {
    let text = match error {
        Value::String(text) => first_line(text),
        value => first_line(&value.to_string()),
    };
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None if text.is_empty() => "A note without words".to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
