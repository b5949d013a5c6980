//! The frames of an exception as rows: frames, and folds of those that belong to libraries.

use super::frame::{Opening, frame_view, is_worth_opening};
use super::from::FrameSource;
use crate::ui::lazy::{DrawPart, in_steps, lazy_details};
use glint_model::reveal::reveal;
use glint_model::stack_trace::{FrameOrder, Frames, Row, row_of, rows};
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// So many rows of frames are drawn at a time.
const STEP: usize = 100;

/// So many rows are drawn before the one that is wanted.
const BEFORE: usize = 4;

/// Shows the frames. `opens` says whether the frame that matters most is open.
pub fn frame_rows(from: &FrameSource, show: Frames, order: FrameOrder, opens: bool) -> AnyView {
    let frames = from.frames();
    if frames.is_empty() {
        return ().into_any();
    }
    let rows = rows(frames, order, show);
    let open = if opens { first_to_see(from, &rows) } else { None };
    let wanted = from.wanted();
    let wanted_row = wanted.and_then(|index| row_of(frames, &rows, index));
    let count = rows.len();
    let from = from.clone();
    let draw = move |place: usize| {
        let wanted = wanted.filter(|_| wanted_row == Some(place));
        match rows.get(place) {
            Some(Row::Frame { index, times }) => {
                let opening = match wanted {
                    // The newest of repeated frames stands for the one that is wanted.
                    Some(_) => Opening::Named,
                    None if open == Some(*index) => Opening::Open,
                    None => Opening::Closed,
                };
                frame_view(&from, *index, *times, opening)
            }
            Some(Row::Folded { indexes, count, names }) => {
                let summary =
                    view! { <span>{folded(*count, names)}</span><span class="end" aria-hidden="true"></span> };
                let (from, indexes) = (from.clone(), indexes.clone());
                lazy_details("fold", wanted.is_some(), summary.into_any(), move || {
                    run(&from, &indexes, order, wanted)
                })
            }
            None => ().into_any(),
        }
    };
    steps_around(count, wanted_row, "rows of frames", Arc::new(draw))
}

/// The frames of a fold.
fn run(from: &FrameSource, indexes: &Range<usize>, order: FrameOrder, wanted: Option<usize>) -> AnyView {
    let place_of = |index: usize| match order {
        FrameOrder::NewestFirst => indexes.end.checked_sub(index + 1),
        FrameOrder::OldestFirst => index.checked_sub(indexes.start),
    };
    let wanted = wanted.filter(|index| indexes.contains(index)).and_then(place_of);
    let (from, indexes) = (from.clone(), indexes.clone());
    let length = indexes.len();
    let draw = move |place: usize| {
        let index = match order {
            FrameOrder::NewestFirst => indexes.end - 1 - place,
            FrameOrder::OldestFirst => indexes.start + place,
        };
        let is_wanted = wanted == Some(place);
        frame_view(
            &from,
            index,
            1,
            if is_wanted { Opening::Named } else { Opening::Closed },
        )
    };
    steps_around(length, wanted, "frames", Arc::new(draw))
}

/// A long list from its start; or, where something far down is wanted, from shortly before that, with the rest above
/// folded.
pub fn steps_around(count: usize, wanted: Option<usize>, what: &'static str, draw: DrawPart) -> AnyView {
    let start = match wanted {
        Some(place) if place >= STEP => place - BEFORE,
        _ => return in_steps(0..count, STEP, what, draw),
    };
    let above = Arc::clone(&draw);
    let summary = format!("{} {what} above", thousands(start as u64)).into_any();
    (
        lazy_details("more", false, summary, move || {
            in_steps(0..start, STEP, what, Arc::clone(&above))
        }),
        in_steps(start..count, STEP, what, draw),
    )
        .into_any()
}

/// The frame that is open from the start: the newest one of the application that has something to see.
fn first_to_see(from: &FrameSource, rows: &[Row]) -> Option<usize> {
    let frames = from.frames();
    let shown = rows.iter().filter_map(|row| match row {
        Row::Frame { index, .. } => Some(*index),
        Row::Folded { .. } => None,
    });
    let worth: Vec<usize> = shown
        .filter(|index| frames.get(*index).is_some_and(is_worth_opening))
        .collect();
    let is_own = |index: &&usize| frames.get(**index).is_some_and(|frame| frame.in_app == Some(true));
    let own = worth.iter().filter(is_own).max();
    own.or_else(|| worth.iter().max()).copied()
}

/// `11 frames of django and asgiref`.
fn folded(count: usize, names: &[String]) -> String {
    let mut text = counted(count as u64, "frame", "frames");
    match names {
        [] => {}
        [one] => text.push_str(&format!(" of {}", reveal(one))),
        [one, other] => text.push_str(&format!(" of {} and {}", reveal(one), reveal(other))),
        [one, other, rest @ ..] => {
            text.push_str(&format!(
                " of {}, {} and {} more",
                reveal(one),
                reveal(other),
                rest.len()
            ));
        }
    }
    text
}
