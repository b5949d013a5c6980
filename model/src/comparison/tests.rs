use super::{ComparedRow, ComparedSection, Piece, changed_words, compare};
use crate::testing::texts;
use crate::wire::event::Event;
use serde_json::{Value, json};

fn event(more: Value) -> Event {
    let mut event = json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499", "projectID": 1,
        "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error", "platform": "python",
    });
    if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
        event.extend(more);
    }
    serde_json::from_value(event).expect("an event")
}

fn section<'a>(sections: &'a [ComparedSection], name: &str) -> &'a ComparedSection {
    sections.iter().find(|section| section.name == name).expect("a section")
}

/// `name: left | right`; a side that has nothing is a dash.
fn drawn(rows: &[ComparedRow]) -> Vec<String> {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".to_owned());
    rows.iter()
        .map(|row| format!("{}: {} | {}", row.name, side(&row.left), side(&row.right)))
        .collect()
}

#[test]
fn an_event_differs_in_nothing_from_itself() {
    let one = event(json!({
        "title": "A", "tags": [{"key": "os", "value": "Linux"}, {"key": "os", "value": null}],
        "contexts": {"os": {"name": "Linux"}},
        "entries": [{"type": "exception", "data": {"values": [
            {"type": "E", "value": "x", "stacktrace": {"frames": [{"function": "f", "vars": {"a": [1, {"b": null}]}}]}}
        ]}}],
    }));
    let sections = compare(&one, &one);
    assert!(sections.iter().all(|section| section.differing() == 0));
    let names: Vec<&str> = sections.iter().map(|section| section.name).collect();
    assert_eq!(names, ["Facts", "Stack trace", "Locals", "Tags", "Contexts"]);
}

#[test]
fn values_are_paired_by_name_wherever_they_stand() {
    let one = event(json!({"tags": [
        {"key": "os", "value": "Linux"}, {"key": "plan", "value": "free"}, {"key": "gone", "value": "1"}
    ]}));
    let two = event(json!({"tags": [
        {"key": "plan", "value": "paid"}, {"key": "new", "value": "2"}, {"key": "os", "value": "Linux"}
    ]}));
    let sections = compare(&one, &two);
    let tags = section(&sections, "Tags");
    assert_eq!(
        drawn(&tags.rows),
        ["os: Linux | Linux", "plan: free | paid", "gone: 1 | -", "new: - | 2"]
    );
    assert_eq!(tags.differing(), 3);
}

#[test]
fn frames_are_the_same_when_only_their_line_moved() {
    let trace = |frames: Value| {
        event(json!({"entries": [{"type": "exception", "data": {"values": [
            {"type": "E", "value": "x", "stacktrace": {"frames": frames}}
        ]}}]}))
    };
    let one = trace(json!([
        {"function": "main", "filename": "a.py", "lineNo": 1, "vars": {"n": 1, "m": {"k": "v"}}},
        {"function": "old", "filename": "a.py", "lineNo": 5, "vars": {"x": 1}},
        {"function": "charge", "filename": "b.py", "lineNo": 9}
    ]));
    let two = trace(json!([
        {"function": "main", "filename": "a.py", "lineNo": 3, "vars": {"n": 2, "m": {"k": "v"}}},
        {"function": "charge", "filename": "b.py", "lineNo": 9}
    ]));
    let sections = compare(&one, &two);
    assert_eq!(
        drawn(&section(&sections, "Stack trace").rows),
        [
            "exception: E: x | E: x",
            ": charge  b.py:9 | charge  b.py:9",
            ": old  a.py:5 | -",
            ": main  a.py:1 | main  a.py:3",
        ]
    );
    assert_eq!(
        drawn(&section(&sections, "Locals").rows),
        ["main: m.k: v | v", "main: n: 1 | 2"]
    );
}

#[test]
fn breadcrumbs_are_paired_in_their_order() {
    let with = |messages: &[&str]| {
        let values: Vec<Value> = messages
            .iter()
            .map(|message| json!({"category": "nav", "message": message}))
            .collect();
        event(json!({"entries": [{"type": "breadcrumbs", "data": {"values": values}}]}))
    };
    let sections = compare(&with(&["a", "b", "c"]), &with(&["a", "c", "d"]));
    assert_eq!(
        drawn(&section(&sections, "Breadcrumbs").rows),
        [": - | nav  d", ": nav  c | nav  c", ": nav  b | -", ": nav  a | nav  a"]
    );
}

#[test]
fn what_only_one_event_has_is_shown() {
    let one = event(json!({}));
    let two = event(json!({"user": {"id": 7, "geo": {"city": "Oslo"}}, "sdk": {"name": "s"}}));
    let sections = compare(&one, &two);
    assert_eq!(
        drawn(&section(&sections, "User").rows),
        ["geo.city: - | Oslo", "id: - | 7"]
    );
    assert_eq!(section(&sections, "SDK").differing(), 1);
}

#[test]
fn deep_and_many_values_are_bounded() {
    let mut deep = json!("end");
    for _ in 0..100 {
        deep = json!({ "a": deep });
    }
    let many: serde_json::Map<String, Value> = (0..20_000).map(|at| (format!("k{at}"), json!(at))).collect();
    let one = event(json!({"context": {"deep": deep}}));
    let two = event(json!({"context": many}));
    let sections = compare(&one, &two);
    let extra = section(&sections, "Extra");
    assert_eq!(extra.rows.len(), 3_000);
    assert!(extra.left_out > 2_000);
    assert!(
        extra.rows[0]
            .left
            .as_deref()
            .is_some_and(|text| text.starts_with("{\"a\""))
    );
}

#[test]
fn changed_words_are_found_and_nothing_is_lost() {
    let of = |pieces: &[Piece<'_>]| {
        pieces
            .iter()
            .map(|piece| {
                if piece.is_changed {
                    format!("[{}]", piece.text)
                } else {
                    piece.text.to_owned()
                }
            })
            .collect::<String>()
    };
    let (left, right) = changed_words("no answer in 5s from pay-1", "no answer in 30s from pay-2");
    assert_eq!(of(&left), "no answer in [5s] from pay-[1]");
    assert_eq!(of(&right), "no answer in [30s] from pay-[2]");
    let texts: Vec<String> = texts(300).collect();
    for pair in texts.windows(2) {
        let (left, right) = changed_words(&pair[0], &pair[1]);
        for (pieces, whole) in [(left, &pair[0]), (right, &pair[1])] {
            assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), *whole);
        }
    }
    let long = "x ".repeat(2_000);
    assert_eq!(changed_words(&long, "x").0.len(), 1);
}
