//! What the server noted while it took the event in, in sentences.

use super::section::section;
use crate::page::issue::event::data::EventData;
use crate::ui::lazy::lazy_details;
use crate::ui::value_tree::{value_tree, value_view};
use glint_model::processing_errors::explain;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;
use serde_json::Value;
use std::ops::Range;

/// So many notes are shown at a time.
const STEP: usize = 50;

/// Shows the notes; nothing when there are none.
pub fn processing(event: &EventData) -> Option<AnyView> {
    let count = event
        .errors
        .as_ref()
        .map(|errors| errors.len())
        .filter(|count| *count > 0)?;
    let event = event.clone();
    let height = 64 * u32::try_from(count.min(STEP)).unwrap_or(1);
    let build = move || notes(event.clone(), 0..count);
    Some(section(
        "processing-errors",
        "Processing errors",
        Some(count),
        None,
        height,
        build,
    ))
}

fn notes(event: EventData, places: Range<usize>) -> AnyView {
    let errors = event.errors.as_deref().unwrap_or_default();
    let end = places.end.min(places.start + STEP);
    let shown: Vec<AnyView> = errors
        .get(places.start..end)
        .unwrap_or_default()
        .iter()
        .map(note)
        .collect();
    let rest = end..places.end;
    let more = (!rest.is_empty()).then(|| {
        let summary = counted(rest.len() as u64, "more note", "more notes");
        lazy_details("more", false, summary.into_any(), move || {
            notes(event.clone(), rest.clone())
        })
    });
    view! { <ul class="processing">{shown}</ul>{more} }.into_any()
}

fn note(error: &Value) -> AnyView {
    let told = explain(error);
    let about = told.about.map(|about| view! { <p class="about">{reveal(&about)}</p> });
    let detail = (!told.detail.is_empty()).then(|| view! { <p class="muted">{told.detail}</p> });
    let error = error.clone();
    let sent = lazy_details("fold", false, "As it was sent".into_any(), move || match &error {
        Value::Array(_) | Value::Object(_) => value_tree(&error),
        error => value_view(error),
    });
    view! { <li><h3>{reveal(&told.title)}</h3>{about}{detail}{sent}</li> }.into_any()
}
