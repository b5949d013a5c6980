//! Events as SDKs send them, and as nobody should.

use super::{EventPreview, What, event_preview, short};
use crate::issue_title::Heading;
use crate::testing::texts;
use crate::wire::event::Event;
use serde_json::{Value, json};

fn event(entries: &Value, tags: &Value) -> Event {
    serde_json::from_value(json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499", "projectID": 1,
        "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error", "platform": "python",
        "entries": entries, "tags": tags,
    }))
    .expect("an event")
}

fn heading(title: &str, detail: Option<&str>) -> Heading {
    Heading {
        title: title.to_owned(),
        detail: detail.map(str::to_owned),
        location: None,
    }
}

fn preview(entries: &Value) -> EventPreview {
    event_preview(&event(entries, &json!([])), &heading("KeyError", Some("'x'")))
}

fn exception(kind: &str, frames: &Value) -> Value {
    json!({"type": kind, "value": "'x'", "mechanism": {"handled": false}, "stacktrace": {"frames": frames}})
}

fn thrown(frames: &Value) -> Value {
    json!([{"type": "exception", "data": {"values": [exception("KeyError", frames)]}}])
}

/// `function in place` of each frame, with `*` for the application's own and how often it repeats.
fn lines(entries: &Value) -> Vec<String> {
    let What::Frames(frames) = preview(entries).what else {
        return Vec::new();
    };
    frames
        .lines
        .iter()
        .map(|line| {
            let own = if line.is_app { "*" } else { "" };
            let times = if line.times > 1 {
                format!(" ×{}", line.times)
            } else {
                String::new()
            };
            format!("{own}{}{times}", line.spoken())
        })
        .collect()
}

#[test]
fn the_applications_own_frames_are_shown_newest_first() {
    let frames = json!([
        {"function": "main", "filename": "run.py", "lineNo": 3, "inApp": false},
        {"function": "pay", "filename": "shop/cart.py", "lineNo": 41, "inApp": true},
        {"function": "charge", "filename": "shop/gateway.py", "lineNo": 88, "colNo": 4, "inApp": true,
         "context_line": "    return prices['x']\n"},
        {"function": "get", "filename": "lib/dict.py", "lineNo": 9, "inApp": false},
    ]);
    assert_eq!(
        lines(&thrown(&frames)),
        ["*charge in shop/gateway.py:88:4", "*pay in shop/cart.py:41"]
    );
    let preview = preview(&thrown(&frames));
    let What::Frames(frames) = &preview.what else {
        panic!("no frames")
    };
    assert_eq!(frames.source.as_deref(), Some("return prices['x']"));
    assert_eq!(
        (frames.of.as_deref(), frames.rest().as_deref()),
        (None, Some("2 more frames"))
    );
    assert_eq!(
        preview.spoken(),
        "charge in shop/gateway.py:88:4: return prices['x']. Unhandled."
    );
}

#[test]
fn without_own_frames_the_newest_of_all_are_shown() {
    let many: Vec<Value> = (1..=9)
        .map(|line| json!({"function": "f", "filename": "a.py", "lineNo": line, "inApp": false}))
        .collect();
    assert_eq!(
        lines(&thrown(&json!(many))),
        [
            "f in a.py:9",
            "f in a.py:8",
            "f in a.py:7",
            "f in a.py:6",
            "f in a.py:5"
        ]
    );
    let same: Vec<Value> = (0..700)
        .map(|_| json!({"function": "f", "module": "a", "lineNo": 1}))
        .collect();
    assert_eq!(lines(&thrown(&json!(same))), ["f in a:1 ×700"]);
    assert_eq!(
        lines(&thrown(&json!([{"colNo": 7, "filename": "a.py"}]))),
        ["(unknown function) in a.py"]
    );
    assert_eq!(lines(&thrown(&json!([{"function": "f"}]))), ["f"]);
}

#[test]
fn a_cause_stands_in_for_what_was_thrown_without_frames() {
    let frames = json!([{"function": "f", "lineNo": 5, "context": [[4, "a"], [5, "\tb()"], [6, null]]}]);
    let chain = json!([{"type": "exception", "data": {"values": [
        exception("Root", &json!([{"function": "root"}])),
        exception("Cause", &frames),
        {"type": "Thrown", "mechanism": {"handled": true}},
    ]}}]);
    let preview = preview(&chain);
    let What::Frames(frames) = &preview.what else {
        panic!("no frames")
    };
    assert_eq!(frames.of.as_deref(), Some("caused by Cause"));
    assert_eq!(frames.source.as_deref(), Some("b()"));
    assert_eq!(preview.is_handled, Some(true));
    assert_eq!(preview.spoken(), "caused by Cause, f: b(). Handled.");
}

#[test]
fn messages_and_reports_are_told_unless_the_heading_says_it_all() {
    let message = |text: &str| json!([{"type": "message", "data": {"formatted": text}}]);
    let csp = json!([{"type": "csp", "data": {"blocked_uri": "inline", "effective_directive": "style-src"}}]);
    let of = |entries: &Value, title: &str, detail: Option<&str>| {
        event_preview(&event(entries, &json!([])), &heading(title, detail)).what
    };
    assert_eq!(of(&message("a\nb"), "a", None), What::Text("a\nb".to_owned()));
    assert_eq!(of(&message(" a\nb c "), "a", Some("b c")), What::Nothing);
    assert_eq!(of(&message(" \n"), "a", None), What::Nothing);
    assert_eq!(
        of(&csp, "Blocked", None),
        What::Text("The browser blocked an inline style, because of style-src.".to_owned())
    );
    assert_eq!(of(&json!([]), "a", None), What::Nothing);
    assert_eq!(
        of(&json!([{"type": "exception", "data": {"values": []}}]), "a", None),
        What::Nothing
    );
    assert_eq!(
        of(&json!([{"type": "exception", "data": {"values": 7}}]), "a", None),
        What::Nothing
    );
    assert_eq!(preview(&json!([])).spoken(), "The newest event has no stack trace.");
}

#[test]
fn release_and_environment_are_facts() {
    let tags = json!([
        {"key": "environment", "value": "prod"}, {"key": "url", "value": "https://shop.example"},
        {"key": "release", "value": "shop@1.4\u{202e}"}, {"key": "server_name", "value": null},
    ]);
    let preview = event_preview(&event(&json!([]), &tags), &heading("a", None));
    let facts: Vec<_> = preview
        .facts
        .iter()
        .map(|fact| (fact.label, fact.value.as_str()))
        .collect();
    assert_eq!(facts, [("Release", "shop@1.4⟨U+202E⟩"), ("Environment", "prod")]);
    assert!(
        preview
            .spoken()
            .ends_with(" Release shop@1.4⟨U+202E⟩. Environment prod.")
    );
}

#[test]
fn texts_are_short_and_hide_nothing() {
    assert_eq!(short(&"é".repeat(1_000)), "é".repeat(1_000));
    assert_eq!(short(&"é".repeat(1_001)), format!("{}…", "é".repeat(1_000)));
    let huge = "x".repeat(500_000);
    let frames = json!([{"function": huge, "filename": huge, "context_line": huge, "inApp": true}]);
    assert!(preview(&thrown(&frames)).spoken().len() < 1_000);
    for text in texts(2_000) {
        let frames = json!([{"function": text, "filename": text, "context_line": text, "lineNo": 1}]);
        let what = preview(&thrown(&frames)).what;
        let What::Frames(frames) = &what else {
            panic!("no frames: {text:?}")
        };
        let line = &frames.lines[0];
        let shown = [Some(&line.function), line.place.as_ref(), frames.source.as_ref()];
        for shown in shown.into_iter().flatten() {
            assert!(
                !shown.is_empty() && !shown.contains(char::is_control),
                "{text:?}: {shown:?}"
            );
            assert!(!shown.contains(['\u{202e}', '\u{feff}']), "{text:?}: {shown:?}");
        }
    }
}
