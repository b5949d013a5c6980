//! Two events side by side as a file that a person can read, and every recorded event beside itself and its neighbour.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p glint-model --test comparison` writes the file anew. The recordings are no part of
//! this repository: where they are absent, their test says so and passes.

use glint_model::comparison::{ComparedSection, compare};
use glint_model::wire::event::Event;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn drawn(sections: &[ComparedSection]) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "(not there)".to_owned());
    let mut text = String::new();
    for section in sections {
        text.push_str(&format!("{}: {} differ\n", section.name, section.differing()));
        for row in &section.rows {
            let mark = if row.is_same() { ' ' } else { '!' };
            text.push_str(&format!(
                "  {mark} {}: {} | {}\n",
                row.name,
                side(&row.left),
                side(&row.right)
            ));
        }
    }
    text
}

#[test]
fn two_events_are_told_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/comparison");
    let pair = fs::read_to_string(folder.join("pair.json")).expect("the pair");
    let pair: [Event; 2] = serde_json::from_str(&pair).expect("two events");
    let text = drawn(&compare(&pair[0], &pair[1]));
    let file = folder.join("pair.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&file, &text).expect("the snapshot can be written");
    }
    assert_eq!(text, fs::read_to_string(&file).expect("the snapshot"));
}

#[test]
fn every_recorded_event_is_the_same_as_itself_and_shares_what_it_shares() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    let Ok(files) = fs::read_dir(&folder) else {
        println!("skipped: there are no recordings beside this clone");
        return;
    };
    let mut names: Vec<String> = files
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("GET_issue_event") && name.ends_with(".json"))
        .collect();
    names.sort();
    let events: Vec<(String, Event)> = names
        .into_iter()
        .filter_map(|name| {
            let text = fs::read_to_string(folder.join(&name)).expect("a recording");
            let recording: Value = serde_json::from_str(&text).expect("JSON");
            Some((name, serde_json::from_value(recording["body"].clone()).ok()?))
        })
        .collect();
    assert!(events.len() > 50);
    for (name, event) in &events {
        let same = compare(event, event);
        assert!(same.iter().all(|section| section.differing() == 0), "{name}");
        let tags = same.iter().find(|section| section.name == "Tags");
        assert_eq!(tags.map_or(0, |section| section.rows.len()), event.tags.len(), "{name}");
    }
    for pair in events.windows(2) {
        let ((name, one), (_, other)) = (&pair[0], &pair[1]);
        let (there, back) = (compare(one, other), compare(other, one));
        assert_eq!(there.len(), back.len(), "{name}");
        for (there, back) in there.iter().zip(&back) {
            assert_eq!(there.name, back.name, "{name}");
            let values = |section: &ComparedSection, of: fn(&ComparedSection) -> Vec<Option<String>>| {
                let mut values: Vec<String> = of(section).into_iter().flatten().collect();
                values.sort();
                values
            };
            let left = |section: &ComparedSection| section.rows.iter().map(|row| row.left.clone()).collect();
            let right = |section: &ComparedSection| section.rows.iter().map(|row| row.right.clone()).collect();
            assert_eq!(values(there, left), values(back, right), "{name}: {}", there.name);
            assert_eq!(values(there, right), values(back, left), "{name}: {}", there.name);
        }
    }
}
