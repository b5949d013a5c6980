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
    /// The application's own; the others are folded.
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
    let crash = frames.len().checked_sub(1);
    let mut items = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        let shown = if any_app {
            frame.in_app == Some(true)
        } else {
            Some(index) == crash
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
