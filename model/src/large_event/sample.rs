//! Large events for tests.

use serde_json::{Value, json};

/// An event as JSON of about so many megabytes: half of it frames with source and locals, a fifth a body, a thousand
/// breadcrumbs, five hundred tags, and contexts nested a hundred deep.
pub(super) fn large_event_json(megabytes: usize) -> String {
    let size = megabytes * 1_000_000;
    let each = size / 2 / 500;
    let frames: Vec<Value> = (0..500).map(|number| frame(number, each)).collect();
    let crumbs: Vec<Value> = (0..1_000)
        .map(|number| {
            json!({"type": "http", "category": "fetch", "level": "info", "timestamp": "2026-11-23T08:00:00Z",
                "message": "ä".repeat(size / 16_000), "data": {"url": format!("https://a.example/{number}"), "n": number}})
        })
        .collect();
    let tags: Vec<Value> = (0..500)
        .map(|number| json!({"key": format!("tag-{number}"), "value": "v".repeat(150)}))
        .collect();
    let deep = (0..50).fold(json!("the end"), |inner, _| json!({ "in": [inner] }));
    let extra: Value = (0..2_000)
        .map(|number| {
            (
                format!("extra-{number}"),
                json!({"a": [number, -1.5e3, null], "b": "x".repeat(size / 20_000)}),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    let body = "{\"line\": \"\\u00e9\"}\n".repeat(size / 5 / 24);
    json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499", "projectID": 1,
        "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error", "platform": "python",
        "title": "ValueError: large", "tags": tags, "contexts": {"deep": deep, "extra": extra},
        "entries": [
            {"type": "exception", "data": {"hasSystemFrames": true, "values": [
                {"type": "KeyError", "value": "'small'", "stacktrace": {"frames": [frame(0, 100)]}},
                {"type": "ValueError", "value": "large", "stacktrace": {"frames": frames, "registers": null}},
            ]}},
            {"type": "breadcrumbs", "data": {"values": crumbs}},
            {"type": "request", "data": {"method": "POST", "url": "https://a.example/pay", "data": body}},
            {"type": "message", "data": {"formatted": "hello"}},
        ],
    })
    .to_string()
}

fn frame(number: usize, size: usize) -> Value {
    let line = "x".repeat(size / 24);
    let context: Vec<Value> = (0..11).map(|at| json!([at + 1, line])).collect();
    let vars: serde_json::Map<String, Value> = (0..20)
        .map(|at| {
            (
                format!("local_{at}"),
                json!({"text": "y".repeat(size / 50), "list": [at, "'z'", [null, true]]}),
            )
        })
        .collect();
    json!({"filename": format!("app/part_{number}.py"), "function": "call", "inApp": number.is_multiple_of(3), "lineNo": 6,
        "context": context, "vars": vars})
}
