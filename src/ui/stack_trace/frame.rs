//! One frame: a line that says where, and below it the source, the locals and the addresses.

use super::source::source;
use crate::ui::lazy::lazy_details;
use crate::ui::value_tree::pairs;
use glint_model::reveal::reveal;
use glint_model::stack_trace::{FrameTitle, frame_title};
use glint_model::text::thousands;
use glint_model::wire::entry::{ExceptionData, Frame};
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// The frames of one exception, shared by everything that is built later.
#[derive(Clone)]
pub struct FrameSource {
    /// The chain.
    pub data: Arc<ExceptionData>,
    /// The place of the exception in it.
    pub exception: usize,
    /// The event's platform.
    pub platform: Option<Arc<str>>,
}

impl FrameSource {
    /// The frames, the oldest call first; empty when there are none.
    pub fn frames(&self) -> &[Frame] {
        let exception = self.data.values.get(self.exception);
        let frames = exception.and_then(|exception| exception.stacktrace.as_ref()?.frames.as_deref());
        frames.unwrap_or_default()
    }
}

/// Whether there is source or a local to see.
pub fn is_worth_opening(frame: &Frame) -> bool {
    frame.context.as_ref().is_some_and(|lines| !lines.is_empty())
        || frame
            .context_line
            .as_deref()
            .is_some_and(|line| !line.trim().is_empty())
        || frame.vars.as_ref().is_some_and(|vars| !vars.is_empty())
}

/// Shows the frame at a place; `times` is how often it repeats.
pub fn frame_view(from: &FrameSource, index: usize, times: usize, is_open: bool) -> AnyView {
    let Some(frame) = from.frames().get(index) else {
        return ().into_any();
    };
    let title = frame_title(frame, from.platform.as_deref());
    let facts = facts(frame, &title);
    let is_app = frame.in_app == Some(true);
    let head = head(title, times, is_app);
    if !is_worth_opening(frame) && facts.is_empty() {
        let class = if is_app { "frame own bare" } else { "frame bare" };
        return view! { <div class=class>{head}</div> }.into_any();
    }
    let class = if is_app { "frame own" } else { "frame" };
    let from = from.clone();
    lazy_details(class, is_open, head, move || match from.frames().get(index) {
        Some(frame) => body(frame, facts.clone(), from.platform.as_deref()),
        None => ().into_any(),
    })
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
        <b class="fn">{title.function}</b>
        {repeated}
        <span class="file">{title.file}<span class="faint">{place}</span></span>
        {is_app.then(|| view! { <span class="visually-hidden">" (application frame)"</span> })}
        <span class="end">{title.module}</span>
    }
    .into_any()
}

fn body(frame: &Frame, facts: Vec<(String, Value)>, platform: Option<&str>) -> AnyView {
    let locals = frame.vars.as_ref().filter(|vars| !vars.is_empty()).map(|vars| {
        let vars = vars.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        view! { <div class="locals" role="group" aria-label="Locals">{pairs(vars)}</div> }
    });
    let facts = (!facts.is_empty())
        .then(|| view! { <div class="facts" role="group" aria-label="Where it is">{pairs(facts)}</div> });
    view! { {source(frame, platform)}{locals}{facts} }.into_any()
}

/// What the head does not say already.
fn facts(frame: &Frame, title: &FrameTitle) -> Vec<(String, Value)> {
    let file = title.file.as_deref().unwrap_or_default();
    let path = [&frame.abs_path, &frame.filename]
        .into_iter()
        .find_map(|path| path.as_deref().filter(|path| !path.is_empty() && reveal(path) != file));
    let rows = [
        ("Path", path),
        ("Package", frame.package.as_deref()),
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
