use super::explain;
use super::known::KNOWN;
use crate::testing::texts;
use serde_json::{Value, json};

#[test]
fn missing_maps_and_symbols_are_explained() {
    let explained = explain(&json!({"type": "js_no_source", "name": null, "value": "https://shop.example/app.js"}));
    assert_eq!(explained.title, "The file was not found");
    assert_eq!(explained.about.as_deref(), Some("https://shop.example/app.js"));
    assert!(explained.is_about_source_map);
    let symbols = explain(&json!({"type": "native_missing_dsym", "image_path": "/bin/a", "image_arch": "arm64"}));
    assert!(symbols.is_about_source_map);
    assert_eq!(symbols.about.as_deref(), Some("/bin/a"));
    let inner = explain(&json!({"type": "js_invalid_source", "data": {"url": "https://a.example/x.js"}}));
    assert_eq!(inner.about.as_deref(), Some("https://a.example/x.js"));
}

#[test]
fn other_notes_name_the_field_and_the_value() {
    let explained = explain(&json!({"type": "invalid_data", "name": "timestamp", "value": "yesterday"}));
    assert_eq!(explained.about.as_deref(), Some("timestamp: yesterday"));
    assert!(!explained.is_about_source_map);
    let explained = explain(&json!({"type": "invalid_data", "name": "x", "value": {"a": 1}}));
    assert_eq!(explained.about.as_deref(), Some("x: {\"a\":1}"));
}

#[test]
fn unknown_kinds_are_shown_as_they_were_sent() {
    let explained = explain(&json!({"type": "js_new_thing", "url": "u"}));
    assert_eq!(
        (explained.title.as_str(), explained.detail.as_str()),
        ("js_new_thing", "")
    );
    assert!(explained.is_about_source_map);
    assert_eq!(explain(&json!("only words")).title, "only words");
    assert_eq!(explain(&json!({"a": 1})).title, "{\"a\":1}");
    assert_eq!(explain(&Value::Null).title, "null");
    assert_eq!(explain(&json!("")).title, "A note without words");
    assert!(explain(&json!("x".repeat(9_000))).title.chars().count() <= 201);
}

#[test]
fn titles_are_one_line_whatever_was_sent() {
    for text in texts(1_000) {
        for error in [json!({"type": text, "value": text}), json!(text), json!([text])] {
            let title = explain(&error).title;
            assert!(!title.is_empty() && !title.contains(char::is_control), "{text:?}");
        }
    }
}

#[test]
fn every_kind_is_known_once_and_in_sentences() {
    for (at, (kind, title, detail, _)) in KNOWN.iter().enumerate() {
        assert!(KNOWN[at + 1..].iter().all(|(other, ..)| other != kind), "{kind} twice");
        assert!(
            !title.ends_with('.') && (detail.is_empty() || detail.ends_with('.')),
            "{kind}"
        );
    }
}
