//! Timelines of what was made up for this, as texts that a person can read (`model/tests/snapshots/breadcrumbs`), and of
//! every recorded event. `UPDATE_SNAPSHOTS=1` writes the texts anew.

use super::{CrumbFilter, NO_WORD, Role, Timeline, distance, timeline};
use crate::json_view::leaf;
use crate::json_view::preview;
use crate::testing::texts;
use crate::text::turns_text;
use crate::wire::entry::Entry;
use crate::wire::event::Event;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn event(tags: Value) -> Event {
    serde_json::from_value(json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
        "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:15:11.990Z", "type": "error",
        "platform": null, "title": "KeyError: 'total'", "metadata": {"type": "KeyError", "value": "'total'"}, "tags": tags,
    }))
    .expect("an event")
}

fn entry(data: &str) -> Entry {
    serde_json::from_str(&format!(r#"{{"type": "breadcrumbs", "data": {data}}}"#)).expect("an entry")
}

fn read(values: Value) -> Timeline {
    timeline(&entry(&json!({"values": values}).to_string()), &event(json!([]))).expect("a timeline")
}

/// A timeline as text: a line for each crumb, its data below.
fn drawn(timeline: &Timeline) -> String {
    let mut text = String::new();
    for crumb in &timeline.crumbs {
        let at = crumb
            .at
            .map_or_else(|| "no time".to_owned(), |at| distance(at, timeline.ending.at));
        let line: Vec<String> = crumb
            .line
            .iter()
            .map(|piece| match &piece.role {
                Role::Text => piece.text.clone(),
                Role::Code => format!("`{}`", piece.text),
                Role::Aside => format!("({})", piece.text),
                Role::Status(class) => format!("[{}{}]", if class.is_bad() { "!" } else { "" }, piece.text),
                Role::Link(url) => format!("<{url}>"),
            })
            .collect();
        let _ = writeln!(
            text,
            "{at:>14} | {:<10} | {:<7} | {} | {}",
            crumb.kind.as_str(),
            crumb.level_word,
            crumb.what(),
            line.join(" ")
        );
        for (key, value) in &crumb.data {
            let value = leaf(value).map_or_else(|| preview(value), |leaf| leaf.text);
            let _ = writeln!(text, "{:>16} {key:?} = {value}", "");
        }
    }
    for row in &timeline.unreadable {
        let _ = writeln!(text, "unreadable {}: {} ({})", row.number, row.sent, row.problem);
    }
    let ending = &timeline.ending;
    let _ = writeln!(
        text,
        "{:>14} | {} | {} | {} | {}",
        "0 s",
        ending.word,
        ending.level.map_or(NO_WORD, |level| level.as_str()),
        ending.title,
        ending.detail.as_deref().unwrap_or_default()
    );
    for (name, counted) in [
        ("types", timeline.kinds()),
        ("levels", timeline.levels()),
        ("categories", timeline.categories()),
    ] {
        let counted: Vec<String> = counted
            .iter()
            .map(|one| format!("{} {}", one.count, one.word))
            .collect();
        let _ = writeln!(text, "{name}: {}", counted.join(", "));
    }
    text
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/breadcrumbs")
}

#[test]
fn timelines_are_as_they_were() {
    for name in ["shapes", "hostile"] {
        let sent = std::fs::read_to_string(snapshots().join(format!("{name}.json"))).expect("what was sent");
        let timeline = timeline(&entry(&sent), &event(json!([]))).expect("a timeline");
        let (text, file) = (drawn(&timeline), snapshots().join(format!("{name}.txt")));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&file, &text).expect("the snapshot can be written");
        }
        assert_eq!(text, std::fs::read_to_string(&file).unwrap_or_default(), "{name}");
    }
}

#[test]
fn an_entry_in_another_shape_is_read_or_named() {
    let event = event(json!([]));
    for (data, count) in [
        (r#"{"values": [{}, {}]}"#, Some(2)),
        ("[{}]", Some(1)),
        ("{}", Some(0)),
        ("[]", Some(0)),
        ("null", None),
        ("7", None),
        (r#""text""#, None),
        (r#"{"values": "text"}"#, None),
    ] {
        let read = timeline(&entry(data), &event).map(|timeline| timeline.crumbs.len());
        assert_eq!(read.ok(), count, "{data}");
    }
}

#[test]
fn what_is_nested_too_deeply_is_shown_as_it_was_sent() {
    let deep = format!(r#"[{{"data": {}{}}}, {{}}]"#, "[".repeat(400), "]".repeat(400));
    let timeline = timeline(&entry(&deep), &event(json!([]))).expect("a timeline");
    assert_eq!((timeline.crumbs.len(), timeline.unreadable.len()), (1, 1));
    assert!(timeline.unreadable[0].number == 1 && timeline.unreadable[0].sent.contains("[[[["));
}

#[test]
fn the_last_row_is_the_event() {
    let ending = read(json!([])).ending;
    assert_eq!(
        (ending.title.as_str(), ending.detail.as_deref()),
        ("KeyError", Some("'total'"))
    );
    let level = |tags: Value| {
        let read = timeline(&entry("[]"), &event(tags)).expect("a timeline");
        read.ending.level.map(|level| level.as_str())
    };
    assert_eq!(level(json!([])), Some("error"));
    assert_eq!(level(json!([{"key": "level", "value": "fatal"}])), Some("fatal"));
    assert_eq!(level(json!([{"key": "level", "value": null}])), Some("error"));
}

#[test]
fn rows_are_in_the_order_of_time() {
    let read = read(json!([
        {"message": "b", "timestamp": "2026-11-23T08:00:02Z"},
        {"message": "c"},
        {"message": "a", "timestamp": "2026-11-23T08:00:01Z"},
        {"message": "d", "timestamp": "2026-11-23T08:00:02Z"},
    ]));
    let order: String = read.crumbs.iter().map(|crumb| crumb.line[0].text.as_str()).collect();
    assert_eq!(order, "abcd");
}

#[test]
fn long_addresses_and_words_are_cut_and_kept_whole() {
    let url = format!("https://shop.example.com/{}", "é".repeat(500));
    let read = read(json!([{"type": "http", "category": "c".repeat(200), "data": {"url": url, "method": "GET"}}]));
    let crumb = &read.crumbs[0];
    assert!(crumb.line[1].text.chars().count() == 301 && crumb.line[1].text.ends_with('…'));
    assert!(matches!(&crumb.line[1].role, Role::Link(link) if link.as_str() == url));
    assert_eq!(crumb.category.chars().count(), 81);
    let kept: Vec<&str> = crumb.data.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(kept, ["url", "category"]);
}

#[test]
fn filters_let_through_what_was_asked_for() {
    let read = read(json!([
        {"type": "http", "category": "xhr", "level": "error", "data": {"method": "POST", "url": "/Cart", "code": {"tax": "DE-19"}}},
        {"type": "http", "category": "fetch", "level": "info", "data": {"method": "GET", "url": "/cart"}},
        {"category": "query", "level": "info", "message": "SELECT 'ÄRGER'"},
        {"message": "words only"},
    ]));
    let filter = |kinds: &[&str], levels: &[&str], categories: &[&str], search: &str| {
        let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        read.matching(&CrumbFilter {
            kinds: all(kinds),
            levels: all(levels),
            categories: all(categories),
            words: CrumbFilter::words_of(search),
        })
    };
    assert_eq!(filter(&[], &[], &[], ""), [0, 1, 2, 3]);
    assert_eq!(filter(&["http"], &[], &[], ""), [0, 1]);
    assert_eq!(filter(&["http", "query"], &["info"], &[], ""), [1, 2]);
    assert_eq!(filter(&[], &[NO_WORD], &[NO_WORD], ""), [3]);
    assert_eq!(filter(&[], &[], &["fetch", "xhr"], "cart post"), [0]);
    assert_eq!(filter(&[], &[], &[], "ärger"), [2]);
    assert_eq!(filter(&[], &[], &[], "code.tax: de-19"), [0]);
    assert_eq!(filter(&[], &[], &[], "<script>"), [0; 0]);
    let found = |search: &str| read.crumbs[0].found_in_data(&CrumbFilter::words_of(search));
    assert_eq!(found("cart DE-19").as_deref(), Some("code.tax: DE-19"));
    assert_eq!(found("cart xhr"), None);
}

#[test]
fn any_text_can_be_shown_and_found() {
    let texts: Vec<String> = texts(3_000).collect();
    let sent: Vec<Value> = texts
        .windows(4)
        .map(|text| {
            json!({"type": text[0], "category": text[1], "level": text[2], "message": text[3], "timestamp": text[0],
                "data": {"url": text[1], "from": text[2], "to": text[3], text[0].clone(): text[1]}})
        })
        .collect();
    let read = read(Value::Array(sent));
    assert_eq!(read.crumbs.len(), texts.len() - 3);
    check(&read, "made up");
    for word in texts.iter().flat_map(|text| CrumbFilter::words_of(text)).take(300) {
        // What hides is named where it is shown, and is looked for as it is named.
        let is_plain = word
            .chars()
            .all(|c| !c.is_control() && !turns_text(c) && c != '\u{feff}');
        let words = vec![word];
        let found = read.matching(&CrumbFilter {
            words: words.clone(),
            ..CrumbFilter::default()
        });
        assert!(!is_plain || !found.is_empty(), "{words:?}");
    }
}

/// What holds of every timeline.
fn check(read: &Timeline, name: &str) {
    let every = read.matching(&CrumbFilter::default());
    assert_eq!(every.len(), read.crumbs.len(), "{name}");
    for counted in [read.kinds(), read.levels(), read.categories()] {
        let sum: usize = counted.iter().map(|one| one.count).sum();
        assert_eq!(sum, read.crumbs.len(), "{name}: {counted:?}");
    }
    let text = drawn(read);
    assert!(!text.chars().any(turns_text), "{name}");
    for counted in read.kinds() {
        let kinds = vec![counted.word];
        let found = read.matching(&CrumbFilter {
            kinds,
            ..CrumbFilter::default()
        });
        assert_eq!(found.len(), counted.count, "{name}");
    }
}

#[test]
fn every_recorded_event_has_a_timeline() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there are no recordings beside this clone");
        return;
    };
    let mut seen = 0;
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let is_json = name.ends_with(".json");
        if !is_json || !(name.starts_with("GET_issue_event") || name.starts_with("GET_project_event")) {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).expect("a recording");
        let recording: Value = serde_json::from_str(&text).expect("JSON");
        let events = match &recording["body"] {
            Value::Array(events) => events.clone(),
            event => vec![event.clone()],
        };
        for sent in events {
            let Ok(event) = serde_json::from_value::<Event>(sent.clone()) else {
                continue;
            };
            let sent = sent["entries"].as_array().cloned().unwrap_or_default();
            for (entry, sent) in event
                .entries
                .iter()
                .zip(sent)
                .filter(|(entry, _)| entry.kind == "breadcrumbs")
            {
                let read = timeline(entry, &event).expect(&name);
                assert_eq!(read.unreadable, [], "{name}");
                assert_eq!(
                    Some(read.crumbs.len()),
                    sent["data"]["values"].as_array().map(Vec::len),
                    "{name}"
                );
                assert!(
                    read.crumbs
                        .iter()
                        .all(|crumb| !crumb.line.is_empty() && crumb.at.is_some()),
                    "{name}"
                );
                check(&read, &name);
                println!("{name}\n{}", drawn(&read));
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} timelines were recorded");
}
