//! One exception of a chain: how it belongs to the one above, what it says, and its frames.

use super::caught::{caught, handled};
use super::from::FrameSource;
use super::rows::frame_rows;
use crate::ui::lazy::lazy_details;
use crate::ui::long_text::long_text;
use crate::ui::value_tree::pairs;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{ChainLink, FrameOrder, Frames};
use glint_model::text::first_line;
use glint_model::wire::entry::Exception;
use leptos::prelude::*;
use serde_json::Value;

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
        <section class=class aria-label=section_name(from, exception)>
            <div class="exc-head">
                {relation}
                {words(exception)}
            </div>
            {frame_rows(from, show, order, opens)}
            {registers(exception)}
        </section>
    }
    .into_any()
}

/// `2 of 3: KeyError`. A lone exception is named by the section around it.
fn section_name(from: &FrameSource, exception: &Exception) -> Option<String> {
    let count = from.data.values.len();
    (count > 1).then(|| format!("{} of {count}: {}", count - from.exception, kind_of(exception)))
}

/// The type in one line.
fn kind_of(exception: &Exception) -> String {
    let kind = exception
        .kind
        .as_deref()
        .map(first_line)
        .filter(|kind| !kind.is_empty());
    kind.map_or_else(|| "(no type)".to_owned(), |kind| reveal(&kind))
}

fn words(exception: &Exception) -> AnyView {
    let kind = exception.kind.as_deref().filter(|kind| !kind.is_empty());
    let value = exception.value.as_deref().filter(|value| !value.is_empty());
    let thread = match &exception.thread_id {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let more: Vec<String> = [
        exception.module.clone(),
        thread.filter(|id| !id.is_empty()).map(|id| format!("thread {id}")),
    ]
    .into_iter()
    .flatten()
    .filter(|word| !word.is_empty())
    .map(|word| reveal(&word))
    .collect();
    view! {
        <h3>
            <span>{kind.map_or_else(|| "(no type)".to_owned(), reveal)}</span>
            {handled(exception.mechanism.as_ref())}
            {(!more.is_empty()).then(|| view! { <small>{more.join(" · ")}</small> })}
        </h3>
        {value.map(|value| view! { <p class="value">{long_text(reveal(value))}</p> })}
        {exception.mechanism.as_ref().map(caught)}
    }
    .into_any()
}

/// What the processor held when it happened.
fn registers(exception: &Exception) -> Option<AnyView> {
    let registers = exception
        .stacktrace
        .as_ref()?
        .registers
        .as_ref()
        .filter(|all| !all.is_empty())?;
    let rows: Vec<(String, Value)> = registers
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let summary = view! { <span>"Registers"</span><span class="faint">{rows.len()}</span> };
    Some(lazy_details("other registers", false, summary.into_any(), move || {
        pairs(rows.clone())
    }))
}
