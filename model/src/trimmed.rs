//! Values that an SDK or the server cut short, so that a reader does not take a part for the whole.
//!
//! Nothing on the wire says so, and a text of the application may end in dots of its own: only what is surely cut is
//! named, and some of what was cut is not.

use serde_json::Value;

/// What SDKs put in the place of something that was too deep or too much.
const PLACEHOLDERS: &[&str] = &[
    "[Object]",
    "[Array]",
    "[Map]",
    "[Set]",
    "[MaxProperties ~]",
    "<truncated>",
    "[truncated]",
];

/// Lengths at which SDKs and servers cut texts, without the dots.
const LIMITS: &[usize] = &[
    64, 100, 128, 200, 250, 256, 400, 500, 512, 1000, 1024, 2000, 2048, 4096, 5000, 8000, 8192, 10_000, 10_240, 16_384,
    50_000, 65_536, 100_000,
];

/// So many places are named.
const MOST: usize = 12;

/// Nothing below this depth is looked at.
const DEEPEST: usize = 24;

/// Whether this value itself is surely not all that there was.
pub fn is_cut(value: &Value) -> bool {
    let Value::String(text) = value else {
        return false;
    };
    PLACEHOLDERS.contains(&text.as_str())
        || text.ends_with("<truncated>")
        || ["...", "…"].iter().any(|dots| {
            let Some(kept) = text.strip_suffix(dots) else {
                return false;
            };
            let is_limit = |length: usize| LIMITS.binary_search(&length).is_ok();
            is_limit(kept.len())
                || is_limit(text.len())
                || is_limit(kept.chars().count())
                || is_limit(text.chars().count())
        })
}

/// Where in these named values something is cut: `order.items[2]`, a dozen places at most.
pub fn cut_places<'a>(values: impl Iterator<Item = (&'a String, &'a Value)>) -> Vec<String> {
    let mut places = Vec::new();
    for (name, value) in values {
        look(value, name.clone(), 0, &mut places);
    }
    places
}

fn look(value: &Value, path: String, depth: usize, places: &mut Vec<String>) {
    if places.len() >= MOST || depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate().filter(|(_, item)| may_be_cut(item)) {
                look(item, format!("{path}[{place}]"), depth + 1, places);
            }
        }
        Value::Object(map) => {
            for (key, item) in map.iter().filter(|(_, item)| may_be_cut(item)) {
                look(item, format!("{path}.{key}"), depth + 1, places);
            }
        }
        value if is_cut(value) => places.push(path),
        _ => {}
    }
}

/// Spares the paths of what is surely whole.
fn may_be_cut(value: &Value) -> bool {
    match value {
        Value::String(_) => is_cut(value),
        Value::Array(_) | Value::Object(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMITS, cut_places, is_cut};
    use serde_json::{Value, json};

    #[test]
    fn what_sdks_put_in_the_place_of_something_is_cut() {
        for text in [
            "[Object]",
            "[Array]",
            "[MaxProperties ~]",
            "<truncated>",
            "abc<truncated>",
        ] {
            assert!(is_cut(&json!(text)), "{text}");
        }
        for length in [512_usize, 1024] {
            assert!(is_cut(&json!(format!("{}...", "x".repeat(length)))));
            assert!(is_cut(&json!(format!("{}...", "x".repeat(length - 3)))));
            assert!(is_cut(&json!(format!("{}…", "ä".repeat(length)))));
        }
        assert!(LIMITS.is_sorted());
    }

    #[test]
    fn what_only_looks_so_is_whole() {
        for value in [
            json!("Loading..."),
            json!("..."),
            json!("[Object object]"),
            json!("[1, 2, ...]"),
            json!(format!("{}...", "x".repeat(777))),
            json!("x".repeat(1024)),
            json!({"[Object]": 1}),
            json!(null),
            json!(3),
        ] {
            assert!(!is_cut(&value), "{value}");
        }
    }

    fn places(values: Value) -> Vec<String> {
        let map = values.as_object().cloned().unwrap_or_default();
        cut_places(map.iter())
    }

    #[test]
    fn places_are_told_from_the_top() {
        assert_eq!(
            places(json!({
                "order": {"items": [1, "[Object]"], "id": 7}, "cart": "[Array]", "whole": "yes...", "deep": {"a": {"b": ["<truncated>"]}},
            })),
            ["cart", "deep.a.b[0]", "order.items[1]"]
        );
        assert_eq!(places(json!({"list": vec!["[Object]"; 500]})).len(), 12);
        let mut deep = json!("[Object]");
        for _ in 0..100 {
            deep = json!({ "a": deep });
        }
        assert!(places(json!({ "deep": deep })).is_empty());
    }
}
