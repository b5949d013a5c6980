//! Every recorded event, drawn. The recordings are no part of this repository: where they are absent this test says
//! so and passes.

use super::page::draw;
use super::sample::drawn;
use glint::ui::stack_trace::StackView;
use glint::ui::value_tree::value_tree;
use glint_model::event_parts::{Part, Sent, event_parts};
use glint_model::stack_trace::FrameOrder;
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
                Part::Exception(data) => {
                    let frames = data
                        .values
                        .iter()
                        .filter_map(|exception| exception.stacktrace.as_ref()?.frames.as_ref())
                        .any(|frames| !frames.is_empty());
                    let page = drawn(data, StackView::App, FrameOrder::NewestFirst);
                    assert_eq!(page.dangers(&[]), Vec::<String>::new(), "{name}");
                    assert_eq!(page.nameless(), Vec::<String>::new(), "{name}");
                    assert_eq!(page.count(".frame") > 0, frames, "{name}");
                }
                Part::Message(_) | Part::Csp(_) => {}
                Part::Unreadable { problem, .. } => panic!("{name}: {problem}"),
            }
        }
        for other in parts.other {
            let Sent::Tree(value) = other.sent else {
                panic!("{name}: {} is no tree", other.name)
            };
            assert_eq!(
                draw(|| value_tree(&value)).dangers(&[]),
                Vec::<String>::new(),
                "{name}: {}",
                other.name
            );
        }
        drawn_events += 1;
    }
    assert!(drawn_events > 50, "only {drawn_events} events were found");
}
