//! An event as an SDK sent it, and what an issue and its events take from it. Read as leniently as can be: a part that
//! cannot be read is left out.

mod entries;

use crate::seed::event_id;
use crate::seed::facts::Facts;
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::{Event, EventTag};
use glint_model::wire::issue::{IssueType, Level, Metadata};
use serde_json::{Map, Value};

/// The body of an event.
#[derive(Debug)]
pub struct Sent(Value);

impl Sent {
    /// What was sent, whatever it is.
    pub fn new(body: Value) -> Self {
        Self(body)
    }

    /// The id that the SDK chose, as 32 hex digits; None when it chose none that is one.
    pub fn id(&self) -> Option<String> {
        event_id::normalize(self.0["event_id"].as_str()?)
    }

    /// Kind, level, title and metadata of an issue that starts with this event.
    pub fn facts(&self) -> Facts {
        let mut metadata = Metadata::default();
        let mut title = None;
        let exceptions = entries::exceptions(&self.0);
        let kind = match exceptions.last() {
            Some(thrown) => {
                metadata.kind.clone_from(&thrown.kind);
                metadata.value.clone_from(&thrown.value);
                let frames = thrown.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
                let frames = frames.unwrap_or_default();
                let blamed = frames.iter().rev().find(|frame| frame.in_app == Some(true));
                if let Some(frame) = blamed.or(frames.last()) {
                    metadata.filename.clone_from(&frame.filename);
                    metadata.function.clone_from(&frame.function);
                }
                IssueType::Error
            }
            None => {
                let text = entries::message(&self.0).and_then(|message| message.formatted.or(message.message));
                let line = text.as_deref().and_then(|text| text.lines().next()).unwrap_or_default();
                title = Some(if line.is_empty() { "<untitled>" } else { line }.to_owned());
                IssueType::Default
            }
        };
        Facts {
            kind,
            level: self.level(),
            transaction: text(&self.0["transaction"]).unwrap_or_default(),
            metadata,
            title,
        }
    }

    /// The files that its stack traces name, for the search.
    pub fn files(&self) -> Vec<String> {
        entries::exceptions(&self.0)
            .into_iter()
            .filter_map(|thrown| thrown.stacktrace?.frames)
            .flatten()
            .filter_map(|frame| frame.filename)
            .collect()
    }

    /// The tags: the SDK's own, then what the server makes of environment, release, server and user.
    pub fn tags(&self) -> Vec<EventTag> {
        let tag = |(key, value): (String, Option<String>)| EventTag { key, value };
        let field = |key: &str, value: &Value| text(value).map(|value| (key.to_owned(), Some(value)));
        let user = &self.0["user"];
        own_tags(&self.0["tags"])
            .into_iter()
            .chain(field("environment", &self.0["environment"]))
            .chain(field("release", &self.0["release"]))
            .chain(field("server_name", &self.0["server_name"]))
            .chain(field("user.id", &user["id"]))
            .chain(field("user.email", &user["email"]))
            .chain(field("user.username", &user["username"]))
            .map(tag)
            .collect()
    }

    /// Puts what was sent into an event that has only its ids, times and the facts of its issue.
    pub fn dress(&self, event: &mut Event) {
        let facts = self.facts();
        let title = super::facts::title(&facts);
        let object = |name: &str| self.0[name].as_object().filter(|fields| !fields.is_empty()).cloned();
        event.platform = text(&self.0["platform"]);
        event.kind = facts.kind;
        event.culprit = Some(facts.transaction);
        event.metadata = facts.metadata;
        if facts.kind == IssueType::Default {
            event.metadata.title = Some(title.clone());
        }
        event.message = Some(title.clone());
        event.title = Some(title);
        event.tags = self.tags();
        event.packages = object("modules");
        event.contexts = object("contexts");
        event.context = object("extra");
        event.user = object("user");
        event.sdk = object("sdk");
        event.entries = entries::of(&self.0);
    }

    fn level(&self) -> Level {
        let level = serde_json::from_value(self.0["level"].clone()).unwrap_or_default();
        if level == Level::Unknown { Level::Error } else { level }
    }
}

/// A map, or a list of pairs.
fn own_tags(tags: &Value) -> Vec<(String, Option<String>)> {
    let pair = |key: &Value, value: &Value| Some((text(key)?, text(value)));
    match tags {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), text(value))).collect(),
        Value::Array(pairs) => pairs.iter().filter_map(|it| pair(&it[0], &it[1])).collect(),
        _ => Vec::new(),
    }
}

/// A text, or a number or truth value as text; None of anything else and of an empty text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// The items of a list that SDKs send bare or as `{"values": [...]}`; a lone object counts as one item.
fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => match fields.get("values") {
            Some(values) => values.as_array().into_iter().flatten().collect(),
            None => vec![value],
        },
        _ => Vec::new(),
    }
}

/// Seconds since 1970 or a text, as the wire spells times.
fn time(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Timestamp::parse(text).map(Timestamp::to_iso),
        Value::Number(seconds) => milliseconds(seconds.as_f64()?).map(Timestamp::to_iso),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is out of range is filtered before")]
fn milliseconds(seconds: f64) -> Option<Timestamp> {
    const YEAR_3000: f64 = 32_503_680_000.0;
    (0.0..YEAR_3000)
        .contains(&seconds)
        .then_some(Timestamp((seconds * 1000.0) as i64))
}

/// The fields of an object without those that are null.
fn without_nulls(value: &Value) -> Map<String, Value> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Sent;
    use crate::seed::facts::title;
    use glint_model::wire::issue::{IssueType, Level};
    use serde_json::json;

    #[test]
    fn titles_come_from_the_last_exception_or_the_message() {
        for (body, kind, level, want) in [
            (
                json!({"exception": {"values": [{"type": "Cause"}, {"type": "KeyError", "value": "'x'\nmore"}]}}),
                IssueType::Error,
                Level::Error,
                "KeyError: 'x'",
            ),
            (
                json!({"exception": [{"value": "only a value"}], "level": "fatal"}),
                IssueType::Error,
                Level::Fatal,
                "Error: only a value",
            ),
            (
                json!({"exception": {"type": "Lone"}}),
                IssueType::Error,
                Level::Error,
                "Lone",
            ),
            (
                json!({"message": "hello\nworld", "level": "info"}),
                IssueType::Default,
                Level::Info,
                "hello",
            ),
            (
                json!({"logentry": {"message": "took %s ms", "params": [7], "formatted": "took 7 ms"}}),
                IssueType::Default,
                Level::Error,
                "took 7 ms",
            ),
            (
                json!({"level": "loud", "exception": {"values": []}}),
                IssueType::Default,
                Level::Error,
                "<untitled>",
            ),
            (json!("no object"), IssueType::Default, Level::Error, "<untitled>"),
        ] {
            let facts = Sent::new(body.clone()).facts();
            assert_eq!(
                (facts.kind, facts.level, title(&facts).as_str()),
                (kind, level, want),
                "{body}"
            );
        }
    }

    #[test]
    fn tags_come_as_a_map_or_as_pairs() {
        for tags in [json!({"a": "1", "b": 2}), json!([["a", "1"], ["b", 2], "odd"])] {
            let sent = Sent::new(json!({"tags": tags, "release": "web@1", "user": {"id": 7}}));
            let pairs: Vec<_> = sent.tags().into_iter().map(|tag| (tag.key, tag.value)).collect();
            let want = [("a", "1"), ("b", "2"), ("release", "web@1"), ("user.id", "7")];
            let want: Vec<_> = want
                .iter()
                .map(|(key, value)| ((*key).to_owned(), Some((*value).to_owned())))
                .collect();
            assert_eq!(pairs, want, "{tags}");
        }
    }
}
