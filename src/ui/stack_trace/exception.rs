//! One exception of a chain: how it belongs to the one above, what it says, and its frames.

use super::frame::{FrameSource, frame_view, is_worth_opening};
use crate::ui::lazy::{in_steps, lazy_details};
use crate::ui::long_text::long_text;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{ChainLink, FrameOrder, Frames, Row, rows};
use glint_model::text::counted;
use glint_model::wire::entry::Exception;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows of frames are drawn at a time.
const STEP: usize = 100;

/// Groups deeper than this are not moved in any further.
const DEEPEST: usize = 4;

/// Shows an exception of the chain and its frames. `opens` says whether the frame that matters most is open.
pub fn exception_view(from: &FrameSource, link: &ChainLink, show: Frames, order: FrameOrder, opens: bool) -> AnyView {
    let Some(exception) = from.data.values.get(link.exception_index) else {
        return ().into_any();
    };
    let class = match link.depth.min(DEEPEST) {
        0 => "exc",
        1 => "exc d1",
        2 => "exc d2",
        3 => "exc d3",
        _ => "exc d4",
    };
    let relation = link
        .relation
        .as_ref()
        .map(|relation| view! { <p class="relation">{relation.label()}</p> });
    view! {
        <div class=class>
            <div class="exc-head">
                {relation}
                {words(exception)}
            </div>
            {frame_rows(from, show, order, opens)}
        </div>
    }
    .into_any()
}

fn words(exception: &Exception) -> AnyView {
    let kind = exception
        .kind
        .as_deref()
        .filter(|kind| !kind.is_empty())
        .unwrap_or("(no type)");
    let value = exception.value.as_deref().filter(|value| !value.is_empty());
    let mechanism = exception.mechanism.as_ref();
    let handled = mechanism.and_then(|mechanism| mechanism.handled).map(|handled| {
        let (class, word) = if handled {
            ("tagbadge", "handled")
        } else {
            ("tagbadge unhandled", "unhandled")
        };
        view! { <span class=class>{word}</span> }
    });
    let kept = [
        mechanism.and_then(|mechanism| mechanism.kind.clone()),
        exception.module.clone(),
        exception
            .thread_id
            .as_ref()
            .map(|thread| format!("thread {}", thread.to_string().trim_matches('"'))),
    ];
    let more: Vec<String> = kept
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
        .map(|word| reveal(&word))
        .collect();
    view! {
        <h3>
            <span>{reveal(kind)}</span>
            {handled}
            {(!more.is_empty()).then(|| view! { <small>{more.join(" · ")}</small> })}
        </h3>
        {value.map(|value| view! { <p class="value">{long_text(reveal(value))}</p> })}
    }
    .into_any()
}

fn frame_rows(from: &FrameSource, show: Frames, order: FrameOrder, opens: bool) -> AnyView {
    let frames = from.frames();
    if frames.is_empty() {
        return ().into_any();
    }
    let rows = rows(frames, order, show);
    let open = if opens { first_to_see(from, &rows) } else { None };
    let count = rows.len();
    let from = from.clone();
    let draw = move |place: usize| match rows.get(place) {
        Some(Row::Frame { index, times }) => frame_view(&from, *index, *times, open == Some(*index)),
        Some(Row::Folded { indexes, count, names }) => {
            let (from, indexes) = (from.clone(), indexes.clone());
            let summary = view! { <span>{folded(*count, names)}</span><span class="end" aria-hidden="true"></span> };
            lazy_details("fold", false, summary.into_any(), move || {
                let (from, indexes) = (from.clone(), indexes.clone());
                let length = indexes.len();
                let draw = move |place: usize| {
                    let index = match order {
                        FrameOrder::NewestFirst => indexes.end - 1 - place,
                        FrameOrder::OldestFirst => indexes.start + place,
                    };
                    frame_view(&from, index, 1, false)
                };
                in_steps(0..length, STEP, "frames", Arc::new(draw))
            })
        }
        None => ().into_any(),
    };
    in_steps(0..count, STEP, "rows of frames", Arc::new(draw))
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
    let own = worth.iter().filter(|index| frames[**index].in_app == Some(true)).max();
    own.or_else(|| worth.iter().max()).copied()
}

/// `11 frames of django and asgiref`.
fn folded(count: usize, names: &[String]) -> String {
    let mut text = counted(count as u64, "frame", "frames");
    match names {
        [] => {}
        [one] => text.push_str(&format!(" of {one}")),
        [one, other] => text.push_str(&format!(" of {one} and {other}")),
        [one, other, rest @ ..] => text.push_str(&format!(" of {one}, {other} and {} more", rest.len())),
    }
    text
}
