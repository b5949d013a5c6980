//! Frames as rows: the application's own shown, the libraries' folded, repetitions counted.

use super::package::package_of;
use crate::wire::entry::Frame;
use std::ops::Range;

/// Recursions longer than this are not looked for.
const LONGEST_CYCLE: usize = 4;

/// Which end of a stack trace comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FrameOrder {
    /// The frame that raised comes first.
    #[default]
    NewestFirst,
    /// The first call comes first, as on the wire.
    OldestFirst,
}

/// Which frames are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frames {
    /// The application's own; the others are folded. Where no frame is the application's own, the one that
    /// raised is shown; where the SDK does not tell, all are.
    #[default]
    AppOnly,
    /// All.
    All,
}

/// A row of a stack trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A frame that is shown.
    Frame {
        /// Its place in the frames; of a repeated one the newest.
        index: usize,
        /// How often it stands there in a row, alone or with its neighbours; 1 without repetition.
        times: usize,
    },
    /// A run of frames that are folded.
    Folded {
        /// Their places in the frames.
        indexes: Range<usize>,
        /// How many they are.
        count: usize,
        /// The packages they belong to, the most frequent first.
        names: Vec<String>,
    },
}

/// A shown frame, or a run of folded ones.
#[derive(Clone, Debug)]
enum Item {
    Shown(usize),
    Folded(Range<usize>),
}

/// The rows for the frames of a stack trace, which come as on the wire: the oldest call first.
pub fn rows(frames: &[Frame], order: FrameOrder, show: Frames) -> Vec<Row> {
    let items = match show {
        Frames::All => (0..frames.len()).map(Item::Shown).collect(),
        Frames::AppOnly => fold(frames),
    };
    let mut rows = collapse(frames, &items);
    if order == FrameOrder::NewestFirst {
        rows.reverse();
    }
    rows
}

fn fold(frames: &[Frame]) -> Vec<Item> {
    let any_app = frames.iter().any(|frame| frame.in_app == Some(true));
    let says_nothing = frames.iter().all(|frame| frame.in_app.is_none());
    let crash = frames.len().checked_sub(1);
    let mut items = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        let shown = match any_app {
            _ if says_nothing => true,
            true => frame.in_app == Some(true),
            false => Some(index) == crash,
        };
        match items.last_mut() {
            _ if shown => items.push(Item::Shown(index)),
            Some(Item::Folded(range)) => range.end = index + 1,
            _ => items.push(Item::Folded(index..index + 1)),
        }
    }
    items
}

fn is_same_frame(a: &Frame, b: &Frame) -> bool {
    a.function == b.function
        && a.line_no == b.line_no
        && a.col_no == b.col_no
        && a.filename == b.filename
        && a.abs_path == b.abs_path
        && a.module == b.module
        && (a.line_no.is_some() || a.instruction_addr == b.instruction_addr)
}

fn is_same_item(frames: &[Frame], a: &Item, b: &Item) -> bool {
    match (a, b) {
        (Item::Shown(a), Item::Shown(b)) => is_same_frame(&frames[*a], &frames[*b]),
        (Item::Folded(a), Item::Folded(b)) => {
            a.len() == b.len()
                && a.clone()
                    .zip(b.clone())
                    .all(|(a, b)| is_same_frame(&frames[a], &frames[b]))
        }
        _ => false,
    }
}

/// How often the items from `at` on repeat with this length: at least 1.
fn repetitions(frames: &[Frame], items: &[Item], at: usize, length: usize) -> usize {
    let rest = &items[at..];
    let same = rest
        .iter()
        .zip(rest.iter().skip(length))
        .take_while(|(a, b)| is_same_item(frames, a, b))
        .count();
    same / length + 1
}

fn collapse(frames: &[Frame], items: &[Item]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let longest = LONGEST_CYCLE.min(items.len() - at);
        // The shortest cycle wins among those that cover the same items.
        let (length, times) = (1..=longest)
            .map(|length| (length, repetitions(frames, items, at, length)))
            .filter(|&(_, times)| times > 1)
            .max_by_key(|&(length, times)| (length * times, std::cmp::Reverse(length)))
            .unwrap_or((1, 1));
        let end = at + length * times;
        rows.extend(items[end - length..end].iter().map(|item| row(frames, item, times)));
        at = end;
    }
    rows
}

fn row(frames: &[Frame], item: &Item, times: usize) -> Row {
    match item {
        Item::Shown(index) => Row::Frame { index: *index, times },
        Item::Folded(range) => Row::Folded {
            indexes: range.clone(),
            count: range.len(),
            names: packages(&frames[range.clone()]),
        },
    }
}

fn packages(frames: &[Frame]) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for name in frames.iter().filter_map(package_of) {
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::{FrameOrder, Frames, Row, rows};
    use crate::testing::texts;
    use crate::wire::entry::Frame;

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
}
