//! Events as Markdown, HTML and links: some of the recorded ones as files that a person can read, and all of them looked
//! through for what should not leave.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p glint-model --test markdown_snapshots` writes the files anew. The recordings are no
//! part of this repository: where they are absent these tests say so and pass.

use glint_model::event_markdown::{Section, Sections, Subject, findings, markdown, outline};
use glint_model::event_snapshot::html;
use glint_model::json_lines::{JsonLines, PieceKind};
use glint_model::redact::{Kind, Kinds, find};
use glint_model::tracker_link::{Provider, Template, Words, tracker_link};
use glint_model::wire::event::Event;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The recorded events that become files.
const SHOWN: [&str; 7] = [
    "billing_0",
    "chain",
    "csp",
    "shop-web_0",
    "sparse_message",
    "with_user_report",
    "xss",
];

const ADDRESS: &str = "https://glint.example/acme/issues/1/events/1";

fn recorded(prefix: &str) -> Option<Vec<(String, Value)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: there are no recordings beside this clone");
        return None;
    };
    let mut all = Vec::new();
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(short) = name.strip_prefix(prefix).and_then(|name| name.strip_suffix(".json")) else {
            continue;
        };
        let text = fs::read_to_string(file.path()).expect("a recording");
        let recording: Value = serde_json::from_str(&text).expect("JSON");
        if recording["status"] == 200 {
            all.push((short.to_owned(), recording["body"].clone()));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    Some(all)
}

fn events() -> Option<Vec<(String, Event)>> {
    let all = recorded("GET_issue_event_")?;
    let events = all.into_iter().filter(|(name, _)| !name.starts_with("json"));
    Some(
        events
            .map(|(name, body)| {
                let event = serde_json::from_value(body).expect(&name);
                (name, event)
            })
            .collect(),
    )
}

fn subject(event: &Event) -> Subject<'_> {
    Subject {
        event,
        issue: None,
        address: Some(ADDRESS),
    }
}

#[test]
fn some_recorded_events_are_files() {
    let Some(events) = events() else { return };
    let mut wrong = Vec::new();
    let mut written = 0;
    for (name, event) in &events {
        let short = name.rsplit("__").next().unwrap_or_default();
        if !SHOWN.contains(&short) {
            continue;
        }
        written += 1;
        let sections = Sections::default().with(Section::User, true).with(Section::Sdk, true);
        let text = markdown(&outline(subject(event), sections), Kinds::EVERY).text;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/markdown");
        let file = folder.join(format!("{short}.md"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(&file, &text).expect("the snapshot can be written");
        } else if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            wrong.push(format!("{short}: it is now\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(written, SHOWN.len());
}

/// No mail, address, key or card number is in what leaves; everything that was found is on the list.
#[test]
fn nothing_private_of_a_recorded_event_leaves() {
    let Some(events) = events() else { return };
    assert!(events.len() > 50, "only {} events were found", events.len());
    let mut found_any = 0;
    for (name, event) in &events {
        let whole = outline(subject(event), Sections::EVERY);
        let text = markdown(&whole, Kinds::EVERY);
        let page = html(&whole, Kinds::EVERY, "today");
        for leaving in [text.text.replace(ADDRESS, ""), page.replace(ADDRESS, "")] {
            let left: Vec<&str> = find(&leaving)
                .into_iter()
                .filter(|found| {
                    matches!(
                        found.kind,
                        Kind::Email | Kind::Ip | Kind::Card | Kind::PrivateKey | Kind::Dsn
                    )
                })
                .map(|found| &leaving[found.range])
                .collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        }
        let found = findings(&whole);
        found_any += usize::from(!found.is_empty());
        assert_eq!(found.is_empty(), text.marks.is_empty(), "{name}");
        println!("{name}: {} characters, {found:?}", text.text.chars().count());
        assert!(text.text.len() < 300_000, "{name}");
        assert!(!page.to_ascii_lowercase().contains("<script"), "{name}");
    }
    assert!(found_any > 20, "only {found_any} events had something private");
}

#[test]
fn every_recorded_event_can_be_filed() {
    let Some(events) = events() else { return };
    for (name, event) in &events {
        let whole = outline(subject(event), Sections::default());
        let text = markdown(&whole, Kinds::EVERY).text;
        let words = Words::of(subject(event), &whole, Kinds::EVERY);
        for provider in Provider::ALL {
            let template = Template {
                provider,
                base: "https://tracker.example".to_owned(),
                project: if provider == Provider::Jira { "1" } else { "acme/shop" }.to_owned(),
                issue_type: "2".to_owned(),
                ..Template::default()
            };
            let link = tracker_link(&template, &words, &text).expect(name);
            assert!(link.url.as_str().len() <= 6_000, "{name}");
            assert_eq!(link.url.host(), "tracker.example", "{name}");
            assert_eq!(link.is_cut, link.kept < text.len(), "{name}");
            assert!(text.is_char_boundary(link.kept), "{name}");
        }
    }
}

/// The lines of a text, put together again, are the text.
#[test]
fn every_recorded_json_is_laid_out_without_loss() {
    let Some(all) = recorded("GET_issue_event") else { return };
    for (name, body) in all {
        let (compact, pretty) = (body.to_string(), serde_json::to_string_pretty(&body).expect("JSON"));
        for text in [&compact, &pretty] {
            let mut lines = JsonLines::default();
            while !lines.step(text, 1_000) {}
            let mut shown = String::new();
            for line in lines.lines() {
                shown.push_str(&"  ".repeat(line.depth()));
                for piece in line.pieces(text) {
                    shown.push_str(&text[piece.range]);
                    if piece.kind == PieceKind::Key {
                        shown.push_str(": ");
                    }
                }
                shown.push('\n');
            }
            let again: Value = serde_json::from_str(&shown.replace(": \n", ":\n")).unwrap_or(Value::Null);
            // What is longer than a line is broken within its quotes, so that only the others can be read again.
            if lines.lines().iter().all(|line| !line.is_more()) {
                assert_eq!(again, body, "{name}");
                assert_eq!(shown.trim_end(), pretty, "{name}");
            }
        }
    }
}
