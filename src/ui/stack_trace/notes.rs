//! Why source maps or symbols did not apply, as far as the server says it.

use crate::ui::lazy::{in_steps, lazy_details};
use glint_model::processing_errors::Explained;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// More notes than this are folded.
const FEW: usize = 2;

/// So many notes are drawn at a time.
const STEP: usize = 20;

/// Shows the notes that are about source maps and symbols, each once; nothing where there are none.
pub fn notes(all: &[Explained]) -> Option<AnyView> {
    let mut told: Vec<Explained> = Vec::new();
    for note in all.iter().filter(|note| note.is_about_source_map) {
        if told.len() < 200 && !told.contains(note) {
            told.push(note.clone());
        }
    }
    let count = told.len();
    if count == 0 {
        return None;
    }
    let summary = view! {
        <span>"Why this is not the original code"</span>
        <span class="faint">{counted(count as u64, "note of the server", "notes of the server")}</span>
    };
    let told = Arc::new(told);
    Some(lazy_details(
        "other maps",
        count <= FEW,
        summary.into_any(),
        move || {
            let told = Arc::clone(&told);
            let draw = move |place: usize| told.get(place).map_or_else(|| ().into_any(), note);
            view! { <div class="notes">{in_steps(0..count, STEP, "notes", Arc::new(draw))}</div> }.into_any()
        },
    ))
}

fn note(note: &Explained) -> AnyView {
    let about = note.about.as_deref().map(reveal);
    view! {
        <div class="note">
            <p><b>{reveal(&note.title)}</b>{about.map(|about| view! { " "<code>{about}</code> })}</p>
            {(!note.detail.is_empty()).then(|| view! { <p class="muted">{note.detail.clone()}</p> })}
        </div>
    }
    .into_any()
}
