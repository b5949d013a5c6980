//! Facts that a reader has pinned: tags, fields of contexts and extra data, in an order of the reader's own.

use crate::wire::event::Event;
use serde_json::{Map, Value, json};

/// The most that can be pinned.
pub const MOST_PINS: usize = 30;

/// Longer keys cannot be pinned: bytes.
const LONGEST_KEY: usize = 200;

/// Longer values are cut: characters.
const LONGEST_VALUE: usize = 1_000;

/// Something that an event may or may not have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pin {
    /// A tag, by its key.
    Tag(String),
    /// A field of a context: `os`, `name`.
    Context(String, String),
    /// A field of the SDK's extra data.
    Extra(String),
}

impl Pin {
    /// What it is called; hostile text.
    pub fn label(&self) -> String {
        match self {
            Self::Tag(key) | Self::Extra(key) => key.clone(),
            Self::Context(context, field) => format!("{context} · {field}"),
        }
    }

    /// What it is.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Tag(_) => "tag",
            Self::Context(..) => "context",
            Self::Extra(_) => "extra",
        }
    }

    /// What the event says of it, as it was sent; what has parts is JSON. None when it was not sent.
    pub fn value(&self, event: &Event) -> Option<String> {
        let text = match self {
            Self::Tag(key) => event.tags.iter().find(|tag| tag.key == *key)?.value.clone()?,
            Self::Context(context, field) => text(event.contexts.as_ref()?.get(context)?.get(field)?)?,
            Self::Extra(key) => text(event.context.as_ref()?.get(key)?)?,
        };
        (!text.is_empty()).then(|| match text.char_indices().nth(LONGEST_VALUE) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text,
        })
    }

    fn to_json(&self) -> Value {
        match self {
            Self::Tag(key) | Self::Extra(key) => json!([self.kind(), key]),
            Self::Context(context, field) => json!([self.kind(), context, field]),
        }
    }

    fn from_json(value: &Value) -> Option<Self> {
        let words: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
        let pin = match words?.as_slice() {
            ["tag", key] => Self::Tag((*key).to_owned()),
            ["context", context, field] => Self::Context((*context).to_owned(), (*field).to_owned()),
            ["extra", key] => Self::Extra((*key).to_owned()),
            _ => return None,
        };
        pin.is_short().then_some(pin)
    }

    fn is_short(&self) -> bool {
        match self {
            Self::Tag(key) | Self::Extra(key) => key.len() <= LONGEST_KEY,
            Self::Context(context, field) => context.len() <= LONGEST_KEY && field.len() <= LONGEST_KEY,
        }
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        value => Some(value.to_string()),
    }
}

/// All that an event offers for pinning: its tags as they were sent, then the fields of its contexts and its extra data.
pub fn offered(event: &Event) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for tag in &event.tags {
        let pin = Pin::Tag(tag.key.clone());
        if !pins.contains(&pin) {
            pins.push(pin);
        }
    }
    for (context, fields) in event.contexts.iter().flatten() {
        let fields: Vec<&String> = fields
            .as_object()
            .map(|fields| fields.keys().collect())
            .unwrap_or_default();
        let of_context = fields.into_iter().filter(|field| *field != "type");
        pins.extend(of_context.map(|field| Pin::Context(context.clone(), field.clone())));
    }
    let extra: Option<&Map<String, Value>> = event.context.as_ref();
    pins.extend(extra.into_iter().flat_map(Map::keys).cloned().map(Pin::Extra));
    pins.retain(|pin| pin.is_short() && pin.value(event).is_some());
    pins
}

/// What a reader has pinned, in the reader's order; each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins(Vec<Pin>);

impl Pins {
    /// All of them.
    pub fn all(&self) -> &[Pin] {
        &self.0
    }

    /// Whether it is pinned.
    pub fn has(&self, pin: &Pin) -> bool {
        self.0.contains(pin)
    }

    /// Pins it behind the others. False when it is there already, or there are enough.
    pub fn pin(&mut self, pin: Pin) -> bool {
        let is_new = self.0.len() < MOST_PINS && !self.has(&pin);
        if is_new {
            self.0.push(pin);
        }
        is_new
    }

    /// Lets go of it.
    pub fn unpin(&mut self, pin: &Pin) {
        self.0.retain(|own| own != pin);
    }

    /// Lets it change places with the one before it, or with the one after it; at the end it stays.
    pub fn move_by_one(&mut self, pin: &Pin, is_up: bool) {
        let Some(at) = self.0.iter().position(|own| own == pin) else {
            return;
        };
        let to = if is_up { at.checked_sub(1) } else { at.checked_add(1) };
        if let Some(to) = to.filter(|to| *to < self.0.len()) {
            self.0.swap(at, to);
        }
    }

    /// The text to be kept in the browser.
    pub fn to_json(&self) -> String {
        Value::Array(self.0.iter().map(Pin::to_json).collect()).to_string()
    }

    /// Reads the text that was kept. What cannot be read of it is left out.
    pub fn from_json(text: &str) -> Self {
        let mut pins = Self::default();
        if let Ok(Value::Array(kept)) = serde_json::from_str(text) {
            for pin in kept.iter().filter_map(Pin::from_json) {
                pins.pin(pin);
            }
        }
        pins
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_PINS, Pin, Pins, offered};
    use crate::testing::texts;
    use crate::wire::event::Event;
    use serde_json::json;

    fn event() -> Event {
        serde_json::from_value(json!({
            "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
            "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
            "platform": null,
            "tags": [{"key": "region", "value": "eu"}, {"key": "empty", "value": null}, {"key": "region", "value": "us"}],
            "contexts": {"os": {"name": "Linux", "type": "os", "version": null, "build": {"id": 7}}, "odd": "text"},
            "context": {"order": 17, "none": null},
        }))
        .expect("an event")
    }

    fn tag(key: &str) -> Pin {
        Pin::Tag(key.to_owned())
    }

    #[test]
    fn what_was_sent_is_offered_with_its_value() {
        let event = event();
        let offered: Vec<String> = offered(&event)
            .iter()
            .map(|pin| {
                format!(
                    "{} {}={}",
                    pin.kind(),
                    pin.label(),
                    pin.value(&event).unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(
            offered,
            [
                "tag region=eu",
                r#"context os · build={"id":7}"#,
                "context os · name=Linux",
                "extra order=17",
            ]
        );
        for pin in [
            tag("none"),
            tag("empty"),
            Pin::Context("odd".into(), "x".into()),
            Pin::Extra("none".into()),
        ] {
            assert_eq!(pin.value(&event), None, "{pin:?}");
        }
    }

    #[test]
    fn pins_are_put_in_order() {
        let mut pins = Pins::default();
        for key in ["a", "b", "c"] {
            assert!(pins.pin(tag(key)));
        }
        assert!(!pins.pin(tag("a")));
        for (key, is_up, want) in [
            ("c", true, "acb"),
            ("a", true, "acb"),
            ("b", false, "acb"),
            ("a", false, "cab"),
            ("x", false, "cab"),
        ] {
            pins.move_by_one(&tag(key), is_up);
            let now: String = pins.all().iter().map(Pin::label).collect();
            assert_eq!(now, want, "{key} {is_up}");
        }
        pins.unpin(&tag("a"));
        assert!(!pins.has(&tag("a")) && pins.has(&tag("b")));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let mut pins = Pins::default();
        for text in texts(200) {
            pins.pin(Pin::Context(text.clone(), "x".to_owned()));
            pins.pin(tag(&text));
            assert_eq!(Pins::from_json(&pins.to_json()), pins);
        }
        assert_eq!(pins.all().len(), MOST_PINS);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        for text in texts(500).chain(["[[\"tag\"]]".to_owned(), "{}".to_owned(), "[1, [2], null]".to_owned()]) {
            assert_eq!(Pins::from_json(&text), Pins::default(), "{text}");
        }
        let long = "x".repeat(201);
        let kept = json!([
            ["tag", long],
            ["tag", "a"],
            ["tag", "a", "b"],
            ["extra", "a"],
            ["tag", "a"]
        ]);
        assert_eq!(
            Pins::from_json(&kept.to_string()).all(),
            [tag("a"), Pin::Extra("a".to_owned())]
        );
    }
}
