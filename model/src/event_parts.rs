//! What there is to show of an event, read piece by piece: what one piece cannot be read as is shown as it was sent,
//! and nothing is dropped.

use crate::wire::entry::{Entry, ExceptionData, MessageData};
use crate::wire::event::Event;
use serde_json::{Map, Value};

/// A piece of an event that has a place of its own on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A chain of exceptions.
    Exception(ExceptionData),
    /// A message with its parameters.
    Message(MessageData),
    /// A report of a Content Security Policy: all its fields.
    Csp(Map<String, Value>),
    /// An entry whose data is not as its type says.
    Unreadable {
        /// The type.
        kind: String,
        /// The data.
        sent: Sent,
        /// What is wrong with it.
        problem: String,
    },
}

/// Data as it was sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// As a tree.
    Tree(Value),
    /// As text, where it is nested too deeply for a tree.
    Text(String),
}

/// Other data of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherPart {
    /// What it is: `Breadcrumbs`, `Request`, or the type of an entry that this build does not know.
    pub name: String,
    /// The data.
    pub sent: Sent,
}

/// An event, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventParts {
    /// The pieces with a place of their own, in the order sent.
    pub main: Vec<Part>,
    /// Everything else that was sent and is not empty.
    pub other: Vec<OtherPart>,
}

/// Takes an event apart.
pub fn event_parts(event: &Event) -> EventParts {
    let mut parts = EventParts::default();
    for entry in &event.entries {
        let read = match entry.kind.as_str() {
            "exception" => entry.read().map(Part::Exception),
            "message" => entry.read().map(Part::Message),
            "csp" => entry.read().map(Part::Csp),
            kind => {
                push(&mut parts.other, name_of(kind), sent(entry));
                continue;
            }
        };
        parts.main.push(read.unwrap_or_else(|problem| Part::Unreadable {
            kind: entry.kind.clone(),
            sent: sent(entry),
            problem: problem.to_string(),
        }));
    }
    let maps = [
        ("Contexts", &event.contexts),
        ("Extra", &event.context),
        ("User", &event.user),
        ("User report", &event.user_report),
        ("SDK", &event.sdk),
        ("Modules", &event.packages),
    ];
    for (name, map) in maps {
        if let Some(map) = map {
            push(&mut parts.other, name, Sent::Tree(Value::Object(map.clone())));
        }
    }
    if let Some(errors) = &event.errors {
        push(
            &mut parts.other,
            "Processing errors",
            Sent::Tree(Value::Array(errors.clone())),
        );
    }
    parts
}

fn name_of(kind: &str) -> &str {
    match kind {
        "breadcrumbs" => "Breadcrumbs",
        "request" => "Request",
        kind => kind,
    }
}

fn sent(entry: &Entry) -> Sent {
    match entry.read::<Value>() {
        // The list alone says as much as the object around it.
        Ok(Value::Object(mut map)) if map.len() == 1 => map
            .remove("values")
            .map_or_else(|| Sent::Tree(Value::Object(map)), Sent::Tree),
        Ok(value) => Sent::Tree(value),
        Err(_) => Sent::Text(entry.data.get().to_owned()),
    }
}

fn push(other: &mut Vec<OtherPart>, name: &str, sent: Sent) {
    let is_empty = match &sent {
        Sent::Tree(Value::Null) => true,
        Sent::Tree(Value::Array(items)) => items.is_empty(),
        Sent::Tree(Value::Object(map)) => map.is_empty(),
        Sent::Tree(_) | Sent::Text(_) => false,
    };
    if !is_empty {
        other.push(OtherPart {
            name: name.to_owned(),
            sent,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Sent, event_parts};
    use crate::wire::event::Event;
    use serde_json::json;

    fn event(entries: serde_json::Value) -> Event {
        serde_json::from_value(json!({
            "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
            "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
            "platform": null, "user": {"id": "7"}, "sdk": {}, "entries": entries,
        }))
        .expect("an event")
    }

    #[test]
    fn an_odd_entry_is_shown_as_it_was_sent() {
        let parts = event_parts(&event(json!([
            {"type": "exception", "data": {"values": "no list"}},
            {"type": "message", "data": {"formatted": "hello"}},
            {"type": "threads", "data": {"values": [1, 2]}},
        ])));
        assert!(matches!(&parts.main[0], Part::Unreadable { kind, .. } if kind == "exception"));
        assert!(matches!(&parts.main[1], Part::Message(data) if data.formatted.as_deref() == Some("hello")));
        assert_eq!(parts.other[0].name, "threads");
        assert_eq!(parts.other[0].sent, Sent::Tree(json!([1, 2])));
    }

    #[test]
    fn empty_data_is_left_out() {
        let names: Vec<String> = event_parts(&event(json!([])))
            .other
            .into_iter()
            .map(|part| part.name)
            .collect();
        assert_eq!(names, ["User"]);
    }

    #[test]
    fn what_is_nested_too_deeply_is_text() {
        let deep = format!(
            "{{\"type\": \"breadcrumbs\", \"data\": {{\"values\": {}{}}}}}",
            "[".repeat(400),
            "]".repeat(400)
        );
        let mut event = event(json!([]));
        event.entries = vec![serde_json::from_str(&deep).expect("an entry")];
        assert!(matches!(&event_parts(&event).other[0].sent, Sent::Text(text) if text.contains("[[[[")));
    }
}
