//! JSON of any shape, made ready to be shown as a tree.

mod node;

pub use node::{Node, PAGE, push_key, ranges};

use crate::reveal::reveal;
use crate::text::thousands;
use serde_json::Value;

/// How many keys a preview names.
const PREVIEWED: usize = 4;

/// Longer texts are no numbers to anybody.
const LONGEST_NUMBER: usize = 400;

/// How a value without parts looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeafKind {
    /// Nothing: `null`, an empty text, an empty object or list.
    Nothing,
    /// A number or a truth value; also the texts that Python's SDK makes of them.
    Number,
    /// A text that carries its own quotes, as Python's `repr` writes it.
    Quoted,
    /// Any other text.
    Text,
}

/// A value that has no parts to unfold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// What is shown.
    pub text: String,
    /// How it looks.
    pub kind: LeafKind,
}

/// The value as a leaf; none for an object or list with something in it.
pub fn leaf(value: &Value) -> Option<Leaf> {
    let kind = leaf_kind(value)?;
    let text = match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.is_empty() => "\"\"".to_owned(),
        Value::String(text) => reveal(text),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
    };
    Some(Leaf { text, kind })
}

/// How the value looks as a leaf; none for an object or list with something in it.
pub fn leaf_kind(value: &Value) -> Option<LeafKind> {
    let has_parts = match value {
        Value::Bool(_) | Value::Number(_) => return Some(LeafKind::Number),
        Value::String(text) if !text.is_empty() => return Some(kind_of_text(text)),
        Value::Null | Value::String(_) => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(map) => !map.is_empty(),
    };
    (!has_parts).then_some(LeafKind::Nothing)
}

fn kind_of_text(text: &str) -> LeafKind {
    if matches!(text, "True" | "False" | "None") {
        return LeafKind::Number;
    }
    let starts_like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if starts_like_a_number && text.len() <= LONGEST_NUMBER && text.parse::<f64>().is_ok() {
        return LeafKind::Number;
    }
    let body = text.strip_prefix(['b', 'u']).unwrap_or(text);
    match body.chars().next() {
        Some(quote @ ('\'' | '"')) if body.len() > 1 && body.ends_with(quote) => LeafKind::Quoted,
        _ => LeafKind::Text,
    }
}

/// One line for what is folded: `{ amount, currency, … }`, `[ 12 items ]`.
pub fn preview(value: &Value) -> String {
    match value {
        Value::Array(items) => match items.len() {
            1 => "[ 1 item ]".to_owned(),
            count => format!("[ {} items ]", thousands(count as u64)),
        },
        Value::Object(map) => {
            let mut keys: Vec<String> = map
                .keys()
                .take(PREVIEWED)
                .map(|key| reveal(&key.chars().take(24).collect::<String>()))
                .collect();
            if map.len() > PREVIEWED {
                keys.push("…".to_owned());
            }
            format!("{{ {} }}", keys.join(", "))
        }
        _ => leaf(value).map(|leaf| leaf.text).unwrap_or_default(),
    }
}

/// How much there is in an object whose preview does not name it all: `12 keys`.
pub fn unnamed(value: &Value) -> Option<String> {
    let count = value.as_object()?.len();
    (count > PREVIEWED).then(|| format!("{} keys", thousands(count as u64)))
}

#[cfg(test)]
mod tests {
    use super::{LeafKind, leaf, preview, unnamed};
    use serde_json::{Value, json};

    fn kind(value: Value) -> Option<LeafKind> {
        leaf(&value).map(|leaf| leaf.kind)
    }

    #[test]
    fn leaves_look_like_what_they_are() {
        assert_eq!(kind(json!(null)), Some(LeafKind::Nothing));
        assert_eq!(kind(json!("")), Some(LeafKind::Nothing));
        assert_eq!(kind(json!([])), Some(LeafKind::Nothing));
        assert_eq!(kind(json!(4990)), Some(LeafKind::Number));
        assert_eq!(kind(json!("-0.5")), Some(LeafKind::Number));
        assert_eq!(kind(json!("None")), Some(LeafKind::Number));
        assert_eq!(kind(json!("'EUR'")), Some(LeafKind::Quoted));
        assert_eq!(kind(json!("b'\\x00'")), Some(LeafKind::Quoted));
        assert_eq!(kind(json!("'")), Some(LeafKind::Text));
        assert_eq!(kind(json!("nan")), Some(LeafKind::Text));
        assert_eq!(kind(json!("web-1")), Some(LeafKind::Text));
        assert_eq!(kind(json!({"a": 1})), None);
    }

    #[test]
    fn hidden_characters_of_a_text_are_shown() {
        assert_eq!(
            leaf(&json!("a\u{202e}b")).map(|leaf| leaf.text),
            Some("a⟨U+202E⟩b".to_owned())
        );
    }

    #[test]
    fn previews_are_short() {
        assert_eq!(preview(&json!([1])), "[ 1 item ]");
        assert_eq!(preview(&json!({"a": 1, "b": 2})), "{ a, b }");
        assert_eq!(
            preview(&json!({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5})),
            "{ a, b, c, d, … }"
        );
        assert!(preview(&json!({"k".repeat(9000): 1})).len() < 40);
    }

    #[test]
    fn what_a_preview_does_not_name_is_counted() {
        assert_eq!(unnamed(&json!({"a": 1})), None);
        assert_eq!(unnamed(&json!([1, 2, 3, 4, 5])), None);
        let keys: serde_json::Map<String, Value> = (0..1234).map(|key| (key.to_string(), json!(1))).collect();
        assert_eq!(unnamed(&keys.into()), Some("1\u{202f}234 keys".to_owned()));
    }
}
