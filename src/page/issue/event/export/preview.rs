//! What will leave, to the letter, with marks where something was replaced.

use super::Purpose;
use super::state::Export;
use crate::reactive::{changing, changing_text, maybe};
use glint_model::event_markdown::about_tokens;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;

/// The preview and its size.
pub fn preview(export: Export) -> AnyView {
    view! {
        <section class="export-preview" aria-labelledby="export-preview-title">
            <header>
                <h3 id="export-preview-title">"What will leave"</h3>
                <p class="faint" role="status">{changing_text(move || size(export))}</p>
            </header>
            {maybe(move || note(export).map(|note| view! { <p class="hint">{note}</p> }.into_any()))}
            <pre tabindex="0" role="region" aria-label="Text that will leave">{changing(move || marked(export))}</pre>
        </section>
    }
    .into_any()
}

/// How much of the text leaves: a link does not take all of it. Tracked.
fn end(export: Export) -> usize {
    let kept = export.link.with(|link| match link {
        Some(Ok(link)) if link.is_cut => Some(link.kept),
        _ => None,
    });
    export
        .text
        .with(|text| kept.unwrap_or(text.text.len()).min(text.text.len()))
}

fn size(export: Export) -> String {
    let end = end(export);
    let characters = export
        .text
        .with(|text| text.text.get(..end).unwrap_or_default().chars().count());
    format!(
        "{}, about {} tokens",
        counted(characters as u64, "character", "characters"),
        thousands(about_tokens(characters) as u64)
    )
}

fn note(export: Export) -> Option<&'static str> {
    let is_cut = export.link.with(|link| matches!(link, Some(Ok(link)) if link.is_cut));
    match export.purpose.get() {
        Purpose::Snapshot => Some("The file says the same as this text, as a page without any script."),
        Purpose::Tracker if is_cut => Some("A link has room for this much; the issue says that the rest is missing."),
        Purpose::Tracker | Purpose::Markdown => None,
    }
}

fn marked(export: Export) -> AnyView {
    let end = end(export);
    export.text.with(|text| {
        let piece = |from: usize, to: usize| text.text.get(from..to.min(end)).unwrap_or_default().to_owned();
        let mut parts: Vec<AnyView> = Vec::new();
        let mut at = 0;
        for mark in text.marks.iter().filter(|mark| mark.end <= end) {
            parts.push(piece(at, mark.start).into_any());
            parts.push(view! { <mark>{piece(mark.start, mark.end)}</mark> }.into_any());
            at = mark.end;
        }
        parts.push(piece(at, end).into_any());
        parts.into_any()
    })
}
