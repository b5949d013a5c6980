//! The body of a request, as a structure and as text.

use super::address::masked_parameters;
use super::plain;
use super::secret::{MASK, has_secrets, is_secret};
use crate::encode::{decode_query_component, encode_query};
use serde_json::Value;
use std::sync::Arc;

/// Longer texts are not taken apart: that would keep the page busy.
const LONGEST_PARSED: usize = 1_000_000;

/// A body. The server sends it as it came from the SDK: taken apart, or as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// As it was sent.
    pub sent: Arc<Value>,
    /// The structure of it, where it has one: of JSON or of a form.
    pub structure: Option<Arc<Value>>,
}

impl Body {
    /// Looks for a structure in what was sent.
    pub fn new(sent: Value) -> Self {
        let sent = Arc::new(sent);
        let structure = match sent.as_ref() {
            Value::Array(_) | Value::Object(_) => Some(Arc::clone(&sent)),
            Value::String(text) if text.len() <= LONGEST_PARSED => json(text).or_else(|| form(text)).map(Arc::new),
            _ => None,
        };
        Self { sent, structure }
    }

    /// Whether something in it should not be read over a shoulder.
    pub fn has_secrets(&self) -> bool {
        self.structure.as_deref().is_some_and(has_secrets)
    }

    /// The text that went over the wire, as far as that is known: what was sent as text as it is; a structure as the
    /// form or the JSON that the content type says.
    pub fn raw(&self, content_type: Option<&str>, with_secrets: bool) -> String {
        let hides = !with_secrets && self.has_secrets();
        match self.sent.as_ref() {
            Value::String(text) if !hides => text.clone(),
            Value::String(text) => match json(text) {
                Some(value) => masked(&value).to_string(),
                None => masked_parameters(text),
            },
            Value::Object(fields) if content_type.is_some_and(|kind| kind.contains("x-www-form-urlencoded")) => {
                let text = form_text(fields);
                if hides { masked_parameters(&text) } else { text }
            }
            value if hides => masked(value).to_string(),
            value => value.to_string(),
        }
    }

    /// Whether it is JSON.
    pub fn is_json(&self) -> bool {
        self.structure.is_some() && self.sent.as_str().is_none_or(looks_like_json)
    }

    /// JSON with a line for each value. None where the body is no JSON.
    pub fn pretty(&self, with_secrets: bool) -> Option<String> {
        let structure = self.structure.as_deref().filter(|_| self.is_json())?;
        if with_secrets || !has_secrets(structure) {
            serde_json::to_string_pretty(structure).ok()
        } else {
            serde_json::to_string_pretty(&masked(structure)).ok()
        }
    }
}

/// The value with the secrets in it masked.
pub fn masked(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| (name.clone(), masked_named(name, value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(masked).collect::<Vec<_>>().into(),
        value => value.clone(),
    }
}

fn masked_named(name: &str, value: &Value) -> Value {
    match value {
        Value::Array(items) => items
            .iter()
            .map(|item| masked_named(name, item))
            .collect::<Vec<_>>()
            .into(),
        Value::Object(_) => masked(value),
        value if is_secret(name, value) => MASK.into(),
        value => value.clone(),
    }
}

fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The object or list that the text is.
fn json(text: &str) -> Option<Value> {
    looks_like_json(text).then(|| serde_json::from_str(text).ok()).flatten()
}

/// The fields of a form, such as `name=Ada&age=36`; a name that repeats becomes a list.
fn form(text: &str) -> Option<Value> {
    let is_form = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '{' | '}');
    if !text.contains('=') || !text.chars().all(is_form) {
        return None;
    }
    let mut fields = serde_json::Map::new();
    for parameter in text.split('&') {
        let (name, value) = parameter.split_once('=')?;
        if name.is_empty() {
            return None;
        }
        let (name, value) = (decode_query_component(name), decode_query_component(value).into());
        match fields.get_mut(&name) {
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                fields.insert(name, value);
            }
        }
    }
    Some(fields.into())
}

fn form_text(fields: &serde_json::Map<String, Value>) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    for (name, value) in fields {
        let values = match value {
            Value::Array(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        pairs.extend(values.iter().map(|value| (name.as_str(), plain(value))));
    }
    encode_query(&pairs)
}
