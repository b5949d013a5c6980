//! What there is to show of an event, piece by piece: what one piece cannot be read as is shown as it was sent, and
//! nothing is dropped. Entries that may be large stay unread until the page comes to them.

use crate::wire::entry::{Entry, MessageData};
use crate::wire::event::Event;
use serde_json::{Map, Value};

/// A piece of an event that is shown first.
#[derive(Clone, Debug)]
pub enum Part {
    /// A chain of exceptions, unread.
    Exceptions(Entry),
    /// The threads of the process, unread.
    Threads(Entry),
    /// The images that a native process had loaded, unread.
    Images(Entry),
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

/// An entry that comes below what is shown first; unread.
#[derive(Clone, Debug)]
pub enum OtherPart {
    /// What happened before.
    Breadcrumbs(Entry),
    /// The HTTP request.
    Request(Entry),
    /// An entry of a type that this build does not know.
    Unknown(Entry),
}

/// The entries of an event, sorted.
#[derive(Clone, Debug, Default)]
pub struct EventParts {
    /// What is shown first, in the order sent.
    pub main: Vec<Part>,
    /// Every other entry, in the order sent.
    pub other: Vec<OtherPart>,
}

/// Sorts the entries of an event.
pub fn event_parts(event: &Event) -> EventParts {
    let mut parts = EventParts::default();
    for entry in &event.entries {
        let own = || entry.clone();
        let read = match entry.kind.as_str() {
            "exception" => Ok(Part::Exceptions(own())),
            "threads" => Ok(Part::Threads(own())),
            "debugmeta" | "debug_meta" => Ok(Part::Images(own())),
            "message" => entry.read().map(Part::Message),
            "csp" => entry.read().map(Part::Csp),
            kind => {
                parts.other.push(match kind {
                    "breadcrumbs" => OtherPart::Breadcrumbs(own()),
                    "request" => OtherPart::Request(own()),
                    _ => OtherPart::Unknown(own()),
                });
                continue;
            }
        };
        parts.main.push(read.unwrap_or_else(|problem| Part::Unreadable {
            kind: entry.kind.clone(),
            sent: sent(entry),
            problem: problem.to_string(),
        }));
    }
    parts
}

/// The data of an entry, as it was sent; a list alone, where the object around it says no more than that it is one.
pub fn sent(entry: &Entry) -> Sent {
    match entry.read::<Value>() {
        Ok(Value::Object(mut map)) if map.len() == 1 => map
            .remove("values")
            .map_or_else(|| Sent::Tree(Value::Object(map)), Sent::Tree),
        Ok(value) => Sent::Tree(value),
        Err(_) => Sent::Text(entry.data.get().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{OtherPart, Part, Sent, event_parts, sent};
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
            {"type": "message", "data": {"formatted": ["no text"]}},
            {"type": "message", "data": {"formatted": "hello"}},
            {"type": "profile", "data": {"values": [1, 2]}},
        ])));
        assert!(matches!(&parts.main[0], Part::Unreadable { kind, .. } if kind == "message"));
        assert!(matches!(&parts.main[1], Part::Message(data) if data.formatted.as_deref() == Some("hello")));
        let OtherPart::Unknown(entry) = &parts.other[0] else {
            panic!("a type that nobody knows")
        };
        assert_eq!(sent(entry), Sent::Tree(json!([1, 2])));
    }

    #[test]
    fn what_may_be_large_is_not_read() {
        let parts = event_parts(&event(json!([
            {"type": "exception", "data": {"values": "no list"}},
            {"type": "threads", "data": 5},
            {"type": "debugmeta", "data": null},
            {"type": "breadcrumbs", "data": "odd"},
            {"type": "request", "data": []},
        ])));
        assert!(matches!(
            parts.main.as_slice(),
            [Part::Exceptions(_), Part::Threads(_), Part::Images(_)]
        ));
        assert!(matches!(
            parts.other.as_slice(),
            [OtherPart::Breadcrumbs(_), OtherPart::Request(_)]
        ));
    }

    #[test]
    fn what_is_nested_too_deeply_is_text() {
        let deep = format!(
            "{{\"type\": \"profile\", \"data\": {{\"values\": {}{}}}}}",
            "[".repeat(400),
            "]".repeat(400)
        );
        let entry = serde_json::from_str(&deep).expect("an entry");
        assert!(matches!(sent(&entry), Sent::Text(text) if text.contains("[[[[")));
    }
}
