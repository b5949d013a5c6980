//! One frame: a line that says where, and below it the source, the locals and the addresses.

use super::from::FrameSource;
use super::source::source;
use super::tools::tools;
use crate::browser::wait;
use crate::reactive::{effect, maybe, spawn};
use crate::ui::value_tree::pairs;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{FrameId, FrameTitle, frame_title};
use glint_model::text::thousands;
use glint_model::trimmed::cut_places;
use glint_model::wire::entry::Frame;
use leptos::html;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::MouseEvent;
use web_sys::wasm_bindgen::JsCast;

/// Whether there is source or a local to see.
pub fn is_worth_opening(frame: &Frame) -> bool {
    frame.context.as_ref().is_some_and(|lines| !lines.is_empty())
        || frame
            .context_line
            .as_deref()
            .is_some_and(|line| !line.trim().is_empty())
        || frame.vars.as_ref().is_some_and(|vars| !vars.is_empty())
}

/// How a frame is at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// One line.
    Closed,
    /// Open, since it tells most.
    Open,
    /// Open, since the URL names it or a frame that it stands for.
    Named,
}

/// Shows the frame at a place; `times` is how often it repeats.
pub fn frame_view(from: &FrameSource, index: usize, times: usize, opening: Opening) -> AnyView {
    let Some(frame) = from.frames().get(index) else {
        return ().into_any();
    };
    let title = frame_title(frame, from.platform.as_deref());
    let is_app = frame.in_app == Some(true);
    let id = from.id_of(index);
    let is_arrival = opening == Opening::Named && from.is_at_arrival();
    let is_open = opening != Opening::Closed;
    let is_built = RwSignal::new(is_open);
    let place = NodeRef::<html::Details>::new();
    if is_arrival {
        show_on_arrival(place, from);
    }
    let from = from.clone();
    let opened = from.links.as_ref().map(|links| links.opened);
    let body = maybe(move || {
        let frame = is_built.get().then(|| from.frames().get(index)).flatten()?;
        Some(body(&from, frame, id))
    });
    let class = match (is_app, is_arrival) {
        (true, true) => "frame own linked",
        (true, false) => "frame own",
        (false, true) => "frame linked",
        (false, false) => "frame",
    };
    view! {
        <details
            class=class
            open=is_open
            node_ref=place
            on:toggle=move |_| if !is_built.get_untracked() { is_built.set(true) }
        >
            <summary on:click=move |event| note_turn(&event, opened, id)>{head(title, times, is_app)}</summary>
            {body}
        </details>
    }
    .into_any()
}

/// Tells the page which frame the reader has opened. A click comes before the frame turns, and the keyboard clicks too;
/// what opens by itself is none.
fn note_turn(event: &MouseEvent, opened: Option<RwSignal<Option<FrameId>>>, id: FrameId) {
    let Some(opened) = opened else {
        return;
    };
    let details = event
        .current_target()
        .and_then(|summary| summary.dyn_into::<web_sys::Element>().ok()?.parent_element());
    let was_open = details.is_some_and(|details| details.has_attribute("open"));
    if !was_open {
        opened.try_set(Some(id));
    } else if opened.try_get_untracked() == Some(Some(id)) {
        opened.try_set(None);
    }
}

/// Brings the frame that the URL names into the window, once.
fn show_on_arrival(place: NodeRef<html::Details>, from: &FrameSource) {
    // Where views become text, nothing scrolls.
    if cfg!(feature = "ssr") {
        return;
    }
    let arrival = from.arrival;
    effect(move || {
        if let Some(details) = place.get()
            && arrival.take_scroll()
        {
            spawn(async move {
                // What is drawn with it has its height then.
                wait::frame().await;
                details.scroll_into_view();
            });
        }
    });
}

fn head(title: FrameTitle, times: usize, is_app: bool) -> AnyView {
    let place = match (title.line, title.column) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        (Some(line), None) => format!(":{line}"),
        _ => String::new(),
    };
    let repeated = (times > 1).then(|| {
        view! { <span class="tagbadge times">"× "{thousands(times as u64)}<span class="visually-hidden">" times"</span></span> }
    });
    view! {
        <b class="fn">{reveal(&title.function)}</b>
        {repeated}
        <span class="file">{title.file.as_deref().map(reveal)}<span class="faint">{place}</span></span>
        {is_app.then(|| view! { <span class="visually-hidden">" (application frame)"</span> })}
        <span class="end">{title.module.as_deref().map(reveal)}</span>
    }
    .into_any()
}

fn body(from: &FrameSource, frame: &Frame, id: FrameId) -> AnyView {
    let platform = from.platform.as_deref();
    let facts = facts(frame, &frame_title(frame, platform));
    let is_bare = !is_worth_opening(frame);
    let locals = frame.vars.as_ref().filter(|vars| !vars.is_empty()).map(|vars| {
        let cut = cut_places(vars.iter());
        let cut = (!cut.is_empty()).then(|| {
            let places: Vec<String> = cut.iter().map(|place| reveal(place)).collect();
            view! { <p class="cut">{format!("Trimmed before it was sent: {}", places.join(", "))}</p> }
        });
        let vars = vars.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        view! { <div class="locals" role="group" aria-label="Locals">{cut}{pairs(vars)}</div> }
    });
    let facts = (!facts.is_empty())
        .then(|| view! { <div class="facts" role="group" aria-label="Where it is">{pairs(facts)}</div> });
    view! {
        {source(frame, platform)}
        {locals}
        {facts}
        {is_bare.then(|| view! { <p class="bare">"Neither source nor locals were sent for this frame."</p> })}
        {tools(from, frame, id)}
    }
    .into_any()
}

/// What the head does not say already.
fn facts(frame: &Frame, title: &FrameTitle) -> Vec<(String, Value)> {
    let file = title.file.as_deref().unwrap_or_default();
    let path = [&frame.abs_path, &frame.filename]
        .into_iter()
        .find_map(|path| path.as_deref().filter(|path| !path.is_empty() && reveal(path) != file));
    let rows = [
        ("Path", path),
        ("Package", frame.package.as_deref().filter(|package| *package != file)),
        (
            "Raw function",
            frame
                .raw_function
                .as_deref()
                .filter(|name| Some(*name) != frame.function.as_deref()),
        ),
        ("Instruction", frame.instruction_addr.as_deref()),
        ("Function", frame.symbol_addr.as_deref()),
        ("Image", frame.image_addr.as_deref()),
    ];
    rows.into_iter()
        .filter_map(|(name, value)| {
            let value = value.filter(|value| !value.is_empty() && *value != title.function)?;
            Some((name.to_owned(), Value::String(value.to_owned())))
        })
        .collect()
}
