//! What is read in pieces is what is read in one go.

use super::{no_pause, read, run};
use crate::large_event::sample::large_event_json;
use crate::large_event::{read_exceptions, read_thrown};
use crate::wire::entry::{Exception, ExceptionData};
use crate::wire::event::Event;
use serde_json::{Value, from_slice, from_str, to_value};
use std::path::Path;

/// Reads in pieces and in one go, entries and exceptions as well, and expects the same.
fn compare(text: &str, name: &str) {
    let plain = from_str::<Event>(text);
    for piece in [0, 64, 700] {
        let parted = read(text.as_bytes(), piece);
        let (Ok(plain), Ok(parted)) = (&plain, &parted) else {
            assert_eq!(plain.is_ok(), parted.is_ok(), "{name}: {plain:?} {parted:?}");
            continue;
        };
        assert_eq!(plain.entries, parted.entries, "{name}");
        assert_eq!(
            to_value(plain).expect("JSON"),
            to_value(parted).expect("JSON"),
            "{name}"
        );
        for (own, other) in plain.entries.iter().zip(&parted.entries) {
            let whole = own.read::<ExceptionData>();
            let parted = run(read_exceptions(&other.data, &no_pause));
            assert_eq!(whole.is_ok(), parted.is_ok(), "{name}: {whole:?} {parted:?}");
            // Data may be written as a list, too; servers do not.
            if let (Ok(whole), true) = (&whole, piece > 500 && other.data.get().starts_with('{')) {
                let thrown = read_thrown::<Exception>(&other.data);
                let handled = |exception: &Exception| exception.mechanism.as_ref().and_then(|how| how.handled);
                assert_eq!(thrown.as_ref().map(handled), whole.values.last().map(handled), "{name}");
            }
            assert_eq!(whole.ok(), parted.ok(), "{name}");
        }
    }
}

/// The recorded events, or nothing with a message when this clone has none.
fn recorded() -> Vec<(String, String)> {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = crate_folder
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("shared/contract/recordings"))
        .find(|folder| folder.is_dir());
    let Some(folder) = folder else {
        println!("skipped: there are no recordings in ../shared/contract");
        return Vec::new();
    };
    let files = std::fs::read_dir(folder).expect("the folder of recordings can be read");
    files
        .map(|file| file.expect("a file").path())
        .filter_map(|path| {
            let name = path.file_stem()?.to_string_lossy().into_owned();
            if !name.starts_with("GET_issue_event_") || name.starts_with("GET_issue_event_json") {
                return None;
            }
            let recording: Value = from_str(&std::fs::read_to_string(path).expect("text")).expect("JSON");
            (recording["status"] == 200).then(|| (name, recording["body"].to_string()))
        })
        .collect()
}

#[test]
fn recorded_events_are_read_in_pieces_as_in_one_go() {
    let events = recorded();
    for (name, text) in &events {
        compare(text, name);
        let spaced: Value = from_str(text).expect("JSON");
        compare(&serde_json::to_string_pretty(&spaced).expect("JSON"), name);
    }
    assert!(events.is_empty() || events.len() > 50, "only {}", events.len());
}

#[test]
fn broken_events_are_refused_in_pieces_as_in_one_go() {
    let made = large_event_json(0);
    let mut state = 7_usize;
    let mut next = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let texts: Vec<String> = recorded()
        .into_iter()
        .map(|(_, text)| text)
        .take(40)
        .chain([made])
        .collect();
    // More of each where nothing was recorded: then all are of the made one, which is large.
    let times = (820 / texts.len()).min(120);
    let (mut good, mut bad) = (0, 0);
    for text in &texts {
        for _ in 0..times {
            let mut broken = text.clone().into_bytes();
            let at = next(broken.len());
            match next(4) {
                0 => drop(broken.remove(at)),
                1 => broken[at] = b"{}[]\",:0\\u-.e\x01\xc3t n"[next(18)],
                2 => broken.insert(at, b"{}[]\",:0\\u-.e\x01\xc3t n"[next(18)]),
                _ => broken.truncate(at),
            }
            let whole = from_slice::<Event>(&broken);
            let parted = read(&broken, 64);
            assert_eq!(
                whole.is_ok(),
                parted.is_ok(),
                "{whole:?} {parted:?}\n{}",
                String::from_utf8_lossy(&broken)
            );
            if whole.is_ok() { good += 1 } else { bad += 1 }
        }
    }
    assert!(good > 5 && bad > 10, "{good} {bad}");
}

#[test]
fn keys_that_repeat_or_are_written_oddly_and_values_of_the_wrong_kind() {
    let base = r#""id": "a", "eventID": "a", "projectID": 1, "groupID": "1", "type": "error", "platform": null,
        "dateCreated": "2026-11-23T08:04:50.032Z""#;
    let long = "x".repeat(100);
    for more in [
        format!(r#""cont\u0065xts": {{"a": "{long}", "a": {{"b": ["{long}", 1, "{long}"]}}}}"#),
        format!(r#""contexts": {{"a": "{long}"}}, "contexts": {{"b": "{long}"}}"#),
        format!(r#""user_report": {{"a": "{long}"}}, "userReport": {{}}"#),
        format!(r#""user_report": {{"a": "{long}"}}"#),
        format!(r#""contexts": ["{long}"]"#),
        format!(r#""contexts": "{long}""#),
        format!(r#""tags": [{{"key": "{long}", "value": null}}, ["k", "{long}"], {{"key": "a"}}]"#),
        format!(r#""tags": [{{"value": "{long}"}}]"#),
        format!(r#""tags": {{"value": "{long}"}}"#),
        format!(
            r#""errors": [{{"type": "{long}"}}, 1, [[["{long}"]]]], "unknown": {{"deep": ["{long}", {{"x": "{long}"}}]}}"#
        ),
        format!(
            r#""entries": [{{"type": "a", "data": "{long}"}}, {{"type": "b", "data": 1, "x": "{long}"}}, ["c", "{long}"]]"#
        ),
        format!(r#""entries": [{{"type": "a", "data": "{long}", "data": "{long}"}}]"#),
        format!(r#""entries": [{{"data": "{long}"}}]"#),
        format!(r#""entries": ["{long}"]"#),
        format!(r#""entries": {{"a": "{long}"}}"#),
        format!(r#""context": {{"n": 1e999, "x": "{long}"}}"#),
        format!(r#""context": {{"n": "\ud800", "x": "{long}"}}"#),
        format!(r#""message": "{long}", "culprit": {{"x": "{long}"}}"#),
        format!("\"contexts\": {{{}}}", " ".repeat(200)),
        format!("\"contexts\": {{\"a\": [{}]}}", " ".repeat(200)),
    ] {
        compare(&format!("{{{base}, {more}}}"), &more);
    }
    for data in [
        format!(
            r#"{{"values": [["K", "{long}"], {{"type": "V", "stacktrace": {{"frames": null, "registers": {{"a": "{long}"}}}}}}]}}"#
        ),
        format!(r#"{{"values": [{{"stacktrace": {{"frames": [{{"vars": ["{long}"]}}]}}}}]}}"#),
        format!(
            r#"{{"values": [{{"stacktrace": {{"frames": [{{"context": [[1, "{long}"], [2, null]], "vars": {{"a": ["{long}"]}}}}, ["{long}"]]}}}}]}}"#
        ),
        format!(r#"{{"values": [{{"stacktrace": ["{long}"]}}]}}"#),
        format!(
            r#"{{"values": [{{"stacktrace": null, "value": "{long}", "mechanism": {{"data": {{"x": "{long}"}}}}}}]}}"#
        ),
        format!(
            r#"{{"values": [{{"stacktrace": {{"frames": ["{long}"]}}, "stacktrace": {{"frames": ["{long}"]}}}}]}}"#
        ),
        format!(
            r#"{{"values": [{{"rawStacktrace": {{"frames": [{{"function": "{long}"}}]}}, "stacktrace": {{"frames": []}}}}]}}"#
        ),
        format!(r#"{{"values": [{{"raw_stacktrace": {{"frames": [{{"function": "{long}"}}, {{}}]}}}}]}}"#),
        format!(r#"{{"values": {{"a": "{long}"}}}}"#),
        format!(r#"["{long}"]"#),
        format!(r#"[[{{"type": "{long}"}}], true]"#),
    ] {
        compare(
            &format!(r#"{{{base}, "entries": [{{"type": "exception", "data": {data}}}]}}"#),
            &data,
        );
    }
}
