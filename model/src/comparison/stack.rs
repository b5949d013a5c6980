//! Stack traces side by side, from what was thrown to its causes and from the newest call to the oldest.

use super::{ComparedRow, align, flat};
use crate::stack_trace::{chain, frame_title};
use crate::wire::entry::{Exception, ExceptionData, Frame};
use crate::wire::event::Event;

/// Every exception's type and value, and every frame.
pub fn frames(left: &Event, right: &Event) -> Vec<ComparedRow> {
    let (left_data, right_data) = (read(left), read(right));
    let mut rows = Vec::new();
    for (a, b) in both(&left_data, &right_data) {
        rows.push(ComparedRow {
            name: "exception".to_owned(),
            left: a.map(words),
            right: b.map(words),
        });
        let (a, b) = (lines(left, a), lines(right, b));
        let keys = |lines: &[Line]| lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>();
        for (at, other) in align::in_order(&keys(&a), &keys(&b)) {
            rows.push(ComparedRow {
                name: String::new(),
                left: at.and_then(|at| a.get(at)).map(|line| line.text.clone()),
                right: other.and_then(|at| b.get(at)).map(|line| line.text.clone()),
            });
        }
    }
    rows
}

/// The locals of the frames that both have.
pub fn locals(left: &Event, right: &Event) -> Vec<ComparedRow> {
    let (left_data, right_data) = (read(left), read(right));
    let mut rows = Vec::new();
    for (a, b) in both(&left_data, &right_data) {
        let (a, b) = (lines(left, a), lines(right, b));
        let keys = |lines: &[Line]| lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>();
        for (at, other) in align::in_order(&keys(&a), &keys(&b)) {
            let (Some(a), Some(b)) = (at.and_then(|at| a.get(at)), other.and_then(|at| b.get(at))) else {
                continue;
            };
            if a.key != b.key {
                continue;
            }
            let named = |line: &Line| {
                let function = &line.function;
                let values = flat::map(line.frame.vars.as_ref()).into_iter();
                values
                    .map(|(name, value)| (format!("{function}: {name}"), value))
                    .collect::<Vec<_>>()
            };
            rows.extend(align::by_name(named(a), named(b)));
        }
    }
    rows
}

/// A frame in a line, and what makes it the same frame in another event: where it is, but not in which line.
struct Line<'a> {
    key: String,
    text: String,
    function: String,
    frame: &'a Frame,
}

fn read(event: &Event) -> ExceptionData {
    let mut all = ExceptionData::default();
    for entry in event.entries.iter().filter(|entry| entry.kind == "exception") {
        all.values.extend(
            entry
                .read::<ExceptionData>()
                .map(|data| data.values)
                .unwrap_or_default(),
        );
    }
    all
}

/// The exceptions of both, each with the one in the same place of the other chain.
fn both<'a>(
    left: &'a ExceptionData,
    right: &'a ExceptionData,
) -> impl Iterator<Item = (Option<&'a Exception>, Option<&'a Exception>)> {
    let in_order = |data: &'a ExceptionData| {
        let links = chain(data);
        links
            .into_iter()
            .filter_map(|link| data.values.get(link.exception_index))
            .collect::<Vec<_>>()
    };
    let (left, right) = (in_order(left), in_order(right));
    (0..left.len().max(right.len())).map(move |at| (left.get(at).copied(), right.get(at).copied()))
}

fn words(exception: &Exception) -> String {
    let kind = exception.kind.as_deref().unwrap_or("(no type)");
    match exception.value.as_deref().filter(|value| !value.is_empty()) {
        Some(value) => format!("{kind}: {value}"),
        None => kind.to_owned(),
    }
}

fn lines<'a>(event: &Event, exception: Option<&'a Exception>) -> Vec<Line<'a>> {
    let frames = exception.and_then(|exception| exception.stacktrace.as_ref()?.frames.as_deref());
    let frames = frames.unwrap_or_default().iter().rev();
    frames
        .map(|frame| {
            let title = frame_title(frame, event.platform.as_deref());
            let file = title.file.clone().unwrap_or_default();
            let mut text = title.function.clone();
            if !file.is_empty() {
                text.push_str("  ");
                text.push_str(&file);
            }
            for number in [title.line, title.column].into_iter().flatten() {
                text.push(':');
                text.push_str(&number.to_string());
            }
            Line {
                key: format!("{} {file} {}", title.function, title.module.unwrap_or_default()),
                text,
                function: title.function,
                frame,
            }
        })
        .collect()
}
