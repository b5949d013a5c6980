//! JSON of any shape, made ready to be shown as a tree.

use crate::reveal::reveal;
use serde_json::Value;

/// How many keys a preview names.
const PREVIEWED: usize = 4;

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
    let (text, kind) = match value {
        Value::Null => ("null".to_owned(), LeafKind::Nothing),
        Value::Bool(flag) => (flag.to_string(), LeafKind::Number),
        Value::Number(number) => (number.to_string(), LeafKind::Number),
        Value::String(text) if text.is_empty() => ("\"\"".to_owned(), LeafKind::Nothing),
        Value::String(text) => (reveal(text), kind_of_text(text)),
        Value::Array(items) if items.is_empty() => ("[]".to_owned(), LeafKind::Nothing),
        Value::Object(map) if map.is_empty() => ("{}".to_owned(), LeafKind::Nothing),
        Value::Array(_) | Value::Object(_) => return None,
    };
    Some(Leaf { text, kind })
}

fn kind_of_text(text: &str) -> LeafKind {
    if matches!(text, "True" | "False" | "None") {
        return LeafKind::Number;
    }
    let starts_like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if starts_like_a_number && text.parse::<f64>().is_ok() {
        return LeafKind::Number;
    }
    let body = text.strip_prefix(['b', 'u']).unwrap_or(text);
    match body.chars().next() {
        Some(quote @ ('\'' | '"')) if body.len() > 1 && body.ends_with(quote) => LeafKind::Quoted,
        _ => LeafKind::Text,
    }
}

/// The parts of an object or list, each with its key or place; empty for everything else.
pub fn parts(value: &Value) -> Vec<(String, Value)> {
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(place, item)| (place.to_string(), item.clone()))
            .collect(),
        Value::Object(map) => map.iter().map(|(key, item)| (key.clone(), item.clone())).collect(),
        _ => Vec::new(),
    }
}

/// One line for what is folded: `{ amount, currency, … }`, `[ 12 items ]`.
pub fn preview(value: &Value) -> String {
    match value {
        Value::Array(items) => match items.len() {
            1 => "[ 1 item ]".to_owned(),
            count => format!("[ {count} items ]"),
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

#[cfg(test)]
mod tests {
    use super::{LeafKind, leaf, parts, preview};
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
    fn parts_keep_their_order() {
        let keys: Vec<String> = parts(&json!(["x", "y"])).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["0", "1"]);
        assert!(parts(&json!("text")).is_empty());
    }
}
