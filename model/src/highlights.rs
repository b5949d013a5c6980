//! The facts about an event that a reader looks for first.

use crate::reveal::reveal;
use crate::wire::event::Event;
use serde_json::{Map, Value};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// What it is.
    pub label: &'static str,
    /// The value; hostile text, one line.
    pub value: String,
}

/// Release, environment, user, URL and server of an event, as far as it says them. When it happened is not among
/// them, since that is told in the reader's own zone.
pub fn highlights(event: &Event) -> Vec<Highlight> {
    let facts = [
        ("Release", tag(event, "release")),
        ("Environment", tag(event, "environment")),
        ("User", user(event)),
        ("URL", url(event)),
        ("Server", tag(event, "server_name")),
    ];
    facts
        .into_iter()
        .filter_map(|(label, value)| {
            Some(Highlight {
                label,
                value: reveal(value?.trim()),
            })
        })
        .filter(|fact| !fact.value.is_empty())
        .collect()
}

fn tag(event: &Event, key: &str) -> Option<String> {
    event.tags.iter().find(|tag| tag.key == key)?.value.clone()
}

/// The name that says most about who it was.
fn user(event: &Event) -> Option<String> {
    let known = event.user.as_ref().and_then(|user| {
        ["email", "username", "name", "id", "ip_address"]
            .iter()
            .find_map(|key| text(user, key))
    });
    known.or_else(|| {
        ["user.email", "user.username", "user.id"]
            .iter()
            .find_map(|key| tag(event, key))
    })
}

/// `POST https://shop.example/checkout`; the query stays with the request.
fn url(event: &Event) -> Option<String> {
    let request = event.entries.iter().find(|entry| entry.kind == "request");
    let request: Map<String, Value> = request.and_then(|entry| entry.read().ok()).unwrap_or_default();
    let url = text(&request, "url").or_else(|| tag(event, "url"))?;
    let url = url.split(['?', '#']).next().unwrap_or_default();
    Some(match text(&request, "method") {
        Some(method) => format!("{method} {url}"),
        None => url.to_owned(),
    })
}

/// A text or number under this key, unless it is empty or a placeholder of an SDK (`{{auto}}`).
fn text(map: &Map<String, Value>, key: &str) -> Option<String> {
    let text = match map.get(key)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.trim().is_empty() && !text.starts_with("{{")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::highlights;
    use crate::wire::event::Event;
    use serde_json::json;

    fn facts(more: serde_json::Value) -> Vec<String> {
        let mut event = json!({
            "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
            "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
            "platform": null,
        });
        if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
            event.extend(more.clone());
        }
        let event: Event = serde_json::from_value(event).expect("an event");
        highlights(&event)
            .into_iter()
            .map(|fact| format!("{}={}", fact.label, fact.value))
            .collect()
    }

    #[test]
    fn says_what_is_there_and_nothing_else() {
        assert!(facts(json!({})).is_empty());
        assert_eq!(
            facts(json!({
                "tags": [{"key": "release", "value": "shop@3"}, {"key": "environment", "value": null}],
                "user": {"ip_address": "{{auto}}", "id": 7},
                "entries": [{"type": "request", "data": {"method": "POST", "url": "https://a.example/pay?card=1"}}],
            })),
            ["Release=shop@3", "User=7", "URL=POST https://a.example/pay"]
        );
    }

    #[test]
    fn an_odd_request_takes_nothing_with_it() {
        assert_eq!(
            facts(json!({
                "tags": [{"key": "server_name", "value": "web\u{202e}1"}],
                "entries": [{"type": "request", "data": "text"}],
            })),
            ["Server=web⟨U+202E⟩1"]
        );
    }
}
