//! Frames as rows: the application's own shown, the libraries' folded, repetitions counted.

use super::package::package_of;
use crate::wire::entry::Frame;
use serde_json::Value;
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

impl FrameOrder {
    /// The order that an account has set (`options.stacktraceOrder`): 1 has the newest call last, 2 has it first.
    /// Anything else, such as -1, sets nothing.
    pub fn of_account(option: Option<&Value>) -> Option<Self> {
        let number = match option? {
            Value::Number(number) => number.as_i64()?,
            Value::String(text) => text.trim().parse().ok()?,
            _ => return None,
        };
        match number {
            1 => Some(Self::OldestFirst),
            2 => Some(Self::NewestFirst),
            _ => None,
        }
    }
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

/// The row in which a frame is: its own, the fold that it is in, or the one that stands for its repetitions.
pub fn row_of(frames: &[Frame], rows: &[Row], wanted: usize) -> Option<usize> {
    let frame = frames.get(wanted)?;
    let is_in = |row: &Row| match row {
        Row::Frame { index, .. } => *index == wanted,
        Row::Folded { indexes, .. } => indexes.contains(&wanted),
    };
    let stands_for = |row: &Row| match row {
        Row::Frame { index, times } => {
            *times > 1 && *index > wanted && frames.get(*index).is_some_and(|one| is_same_frame(one, frame))
        }
        Row::Folded { indexes, .. } => {
            indexes.start > wanted
                && frames
                    .get(indexes.clone())
                    .is_some_and(|run| run.iter().any(|one| is_same_frame(one, frame)))
        }
    };
    let place = |row: &Row| match row {
        Row::Frame { index, .. } => *index,
        Row::Folded { indexes, .. } => indexes.start,
    };
    rows.iter().position(is_in).or_else(|| {
        let nearest = rows.iter().enumerate().filter(|(_, row)| stands_for(row));
        nearest.min_by_key(|(_, row)| place(row)).map(|(at, _)| at)
    })
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

/// Whether two frames are the same place in the same function.
pub(super) fn is_same_frame(a: &Frame, b: &Frame) -> bool {
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
mod tests;
