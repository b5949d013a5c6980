use super::{FrameOrder, Frames, Row, row_of, rows};
use crate::testing::texts;
use crate::wire::entry::Frame;
use serde_json::json;

/// A frame for each letter: capitals are the application's own, `?` does not say.
fn frames(letters: &str) -> Vec<Frame> {
    letters
        .chars()
        .map(|letter| Frame {
            function: Some(letter.to_string()),
            module: Some(format!("lib{}.inner", letter.to_lowercase())),
            line_no: Some(1),
            in_app: (letter != '?').then(|| letter.is_uppercase()),
            ..Frame::default()
        })
        .collect()
}

/// `A`, `A*3`, `(2 liba libb)`, in the order of the rows.
fn drawn(letters: &str, order: FrameOrder, show: Frames) -> String {
    let frames = frames(letters);
    let rows = rows(&frames, order, show);
    let mut out = Vec::new();
    for row in rows {
        out.push(match row {
            Row::Frame { index, times: 1 } => frames[index].function.clone().unwrap_or_default(),
            Row::Frame { index, times } => {
                format!("{}*{times}", frames[index].function.clone().unwrap_or_default())
            }
            Row::Folded { indexes, count, names } => {
                assert_eq!(indexes.len(), count);
                format!("({count} {})", names.join(" "))
            }
        });
    }
    out.join(" ")
}

#[test]
fn libraries_are_folded_between_the_applications_frames() {
    let newest = |letters| drawn(letters, FrameOrder::NewestFirst, Frames::AppOnly);
    assert_eq!(newest(""), "");
    assert_eq!(newest("ABC"), "C B A");
    assert_eq!(newest("aabAcB"), "B (1 libc) A (3 liba libb)");
    assert_eq!(newest("Aab"), "(2 liba libb) A");
    assert_eq!(newest("A?b"), "(2 lib? libb) A");
    assert_eq!(
        drawn("aabAcB", FrameOrder::OldestFirst, Frames::AppOnly),
        "(3 liba libb) A (1 libc) B"
    );
    assert_eq!(drawn("aAb", FrameOrder::NewestFirst, Frames::All), "b A a");
}

#[test]
fn something_is_always_shown() {
    let newest = |letters| drawn(letters, FrameOrder::NewestFirst, Frames::AppOnly);
    assert_eq!(newest("abbc"), "c (3 libb liba)");
    assert_eq!(newest("a"), "a");
    assert_eq!(newest("a?"), "? (1 liba)");
}

#[test]
fn where_the_sdk_does_not_tell_all_are_shown() {
    assert_eq!(drawn("???", FrameOrder::NewestFirst, Frames::AppOnly), "?*3");
}

#[test]
fn repetitions_are_counted() {
    let all = |letters: &str| drawn(letters, FrameOrder::OldestFirst, Frames::All);
    assert_eq!(all(&format!("X{}Y", "A".repeat(250))), "X A*250 Y");
    assert_eq!(all("XABABABY"), "X A*3 B*3 Y");
    assert_eq!(all("ABCABCAB"), "A*2 B*2 C*2 A B");
    assert_eq!(all("AAAA"), "A*4");
    assert_eq!(all("AABB"), "A*2 B*2");
    assert_eq!(all("ABA"), "A B A");
    assert_eq!(
        drawn("XAabAabY", FrameOrder::OldestFirst, Frames::AppOnly),
        "X A*2 (2 liba libb) Y"
    );
}

#[test]
fn the_newest_of_repeated_frames_stands_for_them() {
    let frames = frames("XAAA");
    assert_eq!(
        rows(&frames, FrameOrder::OldestFirst, Frames::All)[1],
        Row::Frame { index: 3, times: 3 }
    );
}

#[test]
fn frames_of_different_lines_or_addresses_are_no_repetition() {
    let mut two = frames("AA");
    two[1].line_no = Some(2);
    assert_eq!(rows(&two, FrameOrder::OldestFirst, Frames::All).len(), 2);
    let address = |text: &str| Frame {
        instruction_addr: Some(text.to_owned()),
        ..Frame::default()
    };
    assert_eq!(
        rows(&[address("0x1"), address("0x2")], FrameOrder::OldestFirst, Frames::All).len(),
        2
    );
}

#[test]
fn every_frame_is_in_a_row() {
    let place = |letters: &str, show, wanted| {
        let frames = frames(letters);
        row_of(&frames, &rows(&frames, FrameOrder::OldestFirst, show), wanted)
    };
    assert_eq!(place("aabAcB", Frames::AppOnly, 1), Some(0));
    assert_eq!(place("aabAcB", Frames::AppOnly, 3), Some(1));
    assert_eq!(place("XAAAY", Frames::All, 1), Some(1));
    assert_eq!(place("XABABABY", Frames::All, 2), Some(2));
    assert_eq!(place("XAabAabY", Frames::AppOnly, 2), Some(2));
    assert_eq!(place("XY", Frames::All, 2), None);
    for letters in ["AAAA", "aAbBaAbB", "???", "abcabcABC"] {
        for show in [Frames::All, Frames::AppOnly] {
            for wanted in 0..letters.len() {
                assert!(place(letters, show, wanted).is_some(), "{letters} {wanted}");
            }
        }
    }
}

#[test]
fn an_account_may_have_set_the_order() {
    for (value, want) in [
        (json!(1), Some(FrameOrder::OldestFirst)),
        (json!(2), Some(FrameOrder::NewestFirst)),
        (json!("1"), Some(FrameOrder::OldestFirst)),
        (json!(-1), None),
        (json!(null), None),
        (json!([1]), None),
    ] {
        assert_eq!(FrameOrder::of_account(Some(&value)), want, "{value}");
    }
    assert_eq!(FrameOrder::of_account(None), None);
}

#[test]
fn no_frame_is_lost_or_shown_twice() {
    for text in texts(2000) {
        let letters: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(|c| [c, c, 'x'])
            .collect();
        let frames = frames(&letters);
        for order in [FrameOrder::NewestFirst, FrameOrder::OldestFirst] {
            let shown = rows(&frames, order, Frames::All);
            let total: usize = shown
                .iter()
                .map(|row| if let Row::Frame { times, .. } = row { *times } else { 0 })
                .sum();
            assert_eq!(total, frames.len(), "{letters}");
        }
    }
}
