//! The facts about an event that a reader looks for first, and those that a reader has pinned beside them.

mod pin;

pub use pin::{MOST_PINS, Pin, Pins, offered};

use crate::large_event::read_thrown;
use crate::reveal::reveal;
use crate::wire::event::Event;
use serde::Deserialize;
use serde_json::Value;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// What it is.
    pub label: &'static str,
    /// The value; hostile text, one line.
    pub value: String,
}

/// One fact, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: &'static str,
    /// The value; hostile text.
    pub value: String,
    /// The tag that says it, by key and value, if one does.
    pub tag: Option<(String, String)>,
}

/// Release, environment, user, URL and server of an event, as far as it says them. When it happened is not among
/// them, since that is told in the reader's own zone.
pub fn highlights(event: &Event) -> Vec<Highlight> {
    facts(event)
        .into_iter()
        .filter(|fact| fact.label != TRANSACTION)
        .map(|Fact { label, value, .. }| Highlight {
            label,
            value: reveal(&value),
        })
        .collect()
}

const TRANSACTION: &str = "Transaction";

/// The same and the transaction, as they were sent and with the tags that say them.
pub fn facts(event: &Event) -> Vec<Fact> {
    let known = [
        of_tag(event, "Release", "release"),
        of_tag(event, "Environment", "environment"),
        user(event),
        url(event),
        of_tag(event, TRANSACTION, "transaction"),
        of_tag(event, "Server", "server_name"),
    ];
    known
        .into_iter()
        .flatten()
        .map(|fact| Fact {
            value: fact.value.trim().to_owned(),
            ..fact
        })
        .filter(|fact| !fact.value.is_empty())
        .collect()
}

/// Whether the application dealt with what was thrown last, if the SDK says so. Looks at no frame, since there may be
/// many.
pub fn is_handled(event: &Event) -> Option<bool> {
    #[derive(Deserialize)]
    struct Thrown {
        mechanism: Option<Mechanism>,
    }
    #[derive(Deserialize)]
    struct Mechanism {
        handled: Option<bool>,
    }
    let entry = event.entries.iter().find(|entry| entry.kind == "exception")?;
    read_thrown::<Thrown>(&entry.data)?.mechanism?.handled
}

fn of_tag(event: &Event, label: &'static str, key: &str) -> Option<Fact> {
    let value = tag(event, key)?;
    Some(Fact {
        label,
        tag: Some((key.to_owned(), value.clone())),
        value,
    })
}

fn tag(event: &Event, key: &str) -> Option<String> {
    event.tags.iter().find(|tag| tag.key == key)?.value.clone()
}

/// The name that says most about who it was.
fn user(event: &Event) -> Option<Fact> {
    const TAGS: [&str; 3] = ["user.email", "user.username", "user.id"];
    let label = "User";
    let known = event.user.as_ref().and_then(|user| {
        ["email", "username", "name", "id", "ip_address"]
            .iter()
            .find_map(|key| text(user.get(*key)))
    });
    let Some(value) = known else {
        return TAGS.iter().find_map(|key| of_tag(event, label, key));
    };
    let says_it = |key: &&str| tag(event, key).as_ref() == Some(&value);
    Some(Fact {
        label,
        tag: TAGS
            .into_iter()
            .find(says_it)
            .map(|key| (key.to_owned(), value.clone())),
        value,
    })
}

/// `POST https://shop.example/checkout`; the query stays with the request.
fn url(event: &Event) -> Option<Fact> {
    // What else a request has, such as its body, may be large and is not looked at.
    #[derive(Default, Deserialize)]
    struct Request {
        url: Option<Value>,
        method: Option<Value>,
    }
    let request = event.entries.iter().find(|entry| entry.kind == "request");
    let request: Request = request.and_then(|entry| entry.read_small().ok()).unwrap_or_default();
    let url = text(request.url.as_ref()).or_else(|| tag(event, "url"))?;
    let url = url.split(['?', '#']).next().unwrap_or_default();
    Some(Fact {
        label: "URL",
        value: match text(request.method.as_ref()) {
            Some(method) => format!("{method} {url}"),
            None => url.to_owned(),
        },
        tag: tag(event, "url").map(|value| ("url".to_owned(), value)),
    })
}

/// A text or number, unless it is empty or a placeholder of an SDK (`{{auto}}`).
fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.trim().is_empty() && !text.starts_with("{{")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{facts as raw_facts, highlights, is_handled};
    use crate::wire::event::Event;
    use serde_json::json;

    fn event(more: serde_json::Value) -> Event {
        let mut event = json!({
            "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
            "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
            "platform": null,
        });
        if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
            event.extend(more.clone());
        }
        serde_json::from_value(event).expect("an event")
    }

    fn facts(more: serde_json::Value) -> Vec<String> {
        highlights(&event(more))
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

    #[test]
    fn a_fact_names_the_tag_that_says_it() {
        let told = event(json!({
            "tags": [{"key": "release", "value": " shop@3 "}, {"key": "user.id", "value": "7"},
                {"key": "url", "value": "https://a.example/pay?card=1"}, {"key": "transaction", "value": "pay"}],
            "user": {"id": "7"},
        }));
        let facts: Vec<String> = raw_facts(&told)
            .into_iter()
            .map(|fact| format!("{} {:?} {:?}", fact.label, fact.value, fact.tag.unwrap_or_default()))
            .collect();
        assert_eq!(
            facts,
            [
                r#"Release "shop@3" ("release", " shop@3 ")"#,
                r#"User "7" ("user.id", "7")"#,
                r#"URL "https://a.example/pay" ("url", "https://a.example/pay?card=1")"#,
                r#"Transaction "pay" ("transaction", "pay")"#,
            ]
        );
        let other = event(json!({"tags": [{"key": "user.id", "value": "8"}], "user": {"email": "a@b.example"}}));
        assert_eq!(raw_facts(&other)[0].tag, None, "the tag is about somebody else");
    }

    #[test]
    fn handled_is_what_the_thrown_exception_says() {
        let of = |values: serde_json::Value| {
            is_handled(&event(
                json!({"entries": [{"type": "exception", "data": {"values": values}}]}),
            ))
        };
        for (values, want) in [
            (
                json!([{"mechanism": {"handled": true}}, {"mechanism": {"handled": false}}]),
                Some(false),
            ),
            (
                json!([{"mechanism": {"handled": true, "data": {"deep": [1]}}, "stacktrace": {"frames": []}}]),
                Some(true),
            ),
            (json!([{"mechanism": {}}]), None),
            (json!([{"mechanism": null}]), None),
            (json!([{}]), None),
            (json!([]), None),
            (json!("text"), None),
            (json!([{"mechanism": {"handled": "yes"}}]), None),
        ] {
            assert_eq!(of(values.clone()), want, "{values}");
        }
        assert_eq!(is_handled(&event(json!({}))), None);
    }
}
