//! Every recorded event, drawn. The recordings are no part of this repository: where they are absent this test says
//! so and passes.

use super::page::draw;
use super::sample::drawn;
use glint::ui::stack_trace::StackView;
use glint::ui::value_tree::value_tree;
use glint_model::event_parts::{Part, event_parts};
use glint_model::stack_trace::FrameOrder;
use glint_model::wire::entry::ExceptionData;
use glint_model::wire::event::Event;
use serde_json::Value;
use std::path::Path;

#[test]
fn every_recorded_event_is_drawn() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract/recordings");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there are no recordings beside this clone");
        return;
    };
    let mut drawn_events = 0;
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.starts_with("GET_issue_event_") || name.starts_with("GET_issue_event_json") {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).expect("a recording");
        let recording: Value = serde_json::from_str(&text).expect("JSON");
        if recording["status"] != 200 {
            continue;
        }
        let event: Event = serde_json::from_value(recording["body"].clone()).expect(&name);
        let parts = event_parts(&event);
        for part in parts.main {
            match part {
                Part::Exceptions(entry) => {
                    let data: ExceptionData = entry.read().expect(&name);
                    let frames = data
                        .values
                        .iter()
                        .filter_map(|exception| exception.stacktrace.as_ref()?.frames.as_ref())
                        .any(|frames| !frames.is_empty());
                    // Files of web pages can be opened.
                    let files = files_on_the_web(&data);
                    let files: Vec<&str> = files.iter().map(String::as_str).collect();
                    let page = drawn(data, StackView::App, FrameOrder::NewestFirst);
                    assert_eq!(page.dangers(&files), Vec::<String>::new(), "{name}");
                    assert_eq!(page.nameless(), Vec::<String>::new(), "{name}");
                    assert_eq!(page.count(".frame") > 0, frames, "{name}");
                }
                Part::Message(_) | Part::Csp(_) | Part::Threads(_) | Part::Images(_) => {}
                Part::Unreadable { problem, .. } => panic!("{name}: {problem}"),
            }
        }
        let entries = event.entries.iter().map(|entry| entry.read::<Value>().expect(&name));
        let maps = [
            &event.contexts,
            &event.context,
            &event.user,
            &event.sdk,
            &event.packages,
        ];
        let maps = maps.into_iter().flatten().map(|map| Value::Object(map.clone()));
        for value in entries.chain(maps) {
            let page = draw(|| value_tree(&value));
            assert_eq!(page.dangers(&[]), Vec::<String>::new(), "{name}: {value}");
            assert_eq!(page.nameless(), Vec::<String>::new(), "{name}: {value}");
        }
        drawn_events += 1;
    }
    assert!(drawn_events > 50, "only {drawn_events} events were found");
}

fn files_on_the_web(data: &ExceptionData) -> Vec<String> {
    let traces = data.values.iter().filter_map(|exception| exception.stacktrace.as_ref());
    let frames = traces.filter_map(|trace| trace.frames.as_ref()).flatten();
    frames
        .filter_map(|frame| frame.abs_path.clone())
        .filter(|path| path.starts_with("https://") || path.starts_with("http://"))
        .collect()
}
