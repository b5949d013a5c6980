//! Raw stack traces as files that a person can read: one short made-up chain for each platform, and every recorded
//! event that has frames.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p glint-model --test raw_snapshots` writes them anew. The recordings are no part of
//! this repository: where they are absent, their test says so and passes.

use glint_model::stack_trace::raw;
use glint_model::wire::entry::ExceptionData;
use glint_model::wire::event::Event;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer texts are cut for the snapshot.
const MOST_LINES: usize = 40;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Compares with the file of this name, or writes it.
fn check(name: &str, text: &str, wrong: &mut Vec<String>) {
    let file = folder("snapshots/raw").join(format!("{name}.txt"));
    let count = text.lines().count();
    let mut shown: String = text.lines().take(MOST_LINES).map(|line| format!("{line}\n")).collect();
    if count > MOST_LINES {
        shown.push_str(&format!("({} more lines)\n", count - MOST_LINES));
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&file, &shown).expect("the snapshot can be written");
        return;
    }
    match fs::read_to_string(&file) {
        Ok(kept) if kept == shown => {}
        Ok(kept) => wrong.push(format!("{name}: expected\n{kept}\nbut it is\n{shown}")),
        Err(error) => wrong.push(format!("{name}: {error}")),
    }
}

#[test]
fn made_up_chains_are_written_as_their_platforms_do() {
    let text = fs::read_to_string(folder("snapshots/chains.json")).expect("the chains");
    let chains: BTreeMap<String, Value> = serde_json::from_str(&text).expect("JSON");
    assert!(chains.len() >= 10, "every platform has a chain");
    let mut wrong = Vec::new();
    for (platform, data) in chains {
        let data: ExceptionData = serde_json::from_value(data).expect("a chain");
        check(&platform, &raw(&data, Some(&platform)), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn recorded_events_are_written_as_their_platforms_do() {
    let recordings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    let Ok(files) = fs::read_dir(&recordings) else {
        println!("skipped: there are no recordings beside this clone");
        return;
    };
    let mut wrong = Vec::new();
    let mut written = 0;
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.starts_with("GET_issue_event_") || name.starts_with("GET_issue_event_json") {
            continue;
        }
        let text = fs::read_to_string(file.path()).expect("a recording");
        let recording: Value = serde_json::from_str(&text).expect("JSON");
        if recording["status"] != 200 {
            continue;
        }
        let event: Event = serde_json::from_value(recording["body"].clone()).expect(&name);
        let platform = event.platform.as_deref();
        for entry in event.entries.iter().filter(|entry| entry.kind == "exception") {
            let data: ExceptionData = entry.read().expect(&name);
            let text = raw(&data, platform);
            says_everything(&name, &data, &text);
            let short = name.trim_start_matches("GET_issue_event_").trim_end_matches(".json");
            if let Some(first) = short.strip_prefix("latest__").filter(|short| short.ends_with("_0")) {
                check(&format!("recorded-{}", first.trim_end_matches("_0")), &text, &mut wrong);
            }
            written += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(written > 50, "only {written} events were found");
}

/// Every type, message, function and line is somewhere in the text.
fn says_everything(name: &str, data: &ExceptionData, text: &str) {
    for exception in &data.values {
        // Of an error of its runtime, Go says only the message.
        let kind = exception.kind.as_ref().filter(|kind| !kind.starts_with("runtime."));
        for word in [kind, exception.value.as_ref()].into_iter().flatten() {
            assert!(text.contains(word.lines().next().unwrap_or_default()), "{name}: {word}");
        }
        let frames = exception.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
        for frame in frames.unwrap_or_default() {
            let function = frame.function.as_deref().filter(|function| *function != "?");
            assert!(text.contains(function.unwrap_or_default()), "{name}: {function:?}");
            // Browsers call their built-in functions from line 0.
            if let Some(line) = frame.line_no.filter(|line| *line > 0) {
                assert!(text.contains(&line.to_string()), "{name}: line {line}");
            }
        }
    }
}
