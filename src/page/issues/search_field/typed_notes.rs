//! What the server will not be able to do with what is typed, said in a pause of typing: before it is sent.

use super::field::Field;
use crate::browser::wait;
use crate::reactive::{changing, spawn};
use glint_model::search::{pasted, prepare};
use leptos::prelude::*;

/// How long a pause is, in milliseconds.
const PAUSE_MS: i32 = 600;

/// Shows the notes. The region is always there, so that it is read out when something comes into it.
pub fn typed_notes(field: Field) -> AnyView {
    let notes = move || {
        let notes = field.notes.get().into_iter();
        notes
            .map(|note| view! { <p>{note}</p> }.into_any())
            .collect::<Vec<_>>()
            .into_any()
    };
    view! { <div class="typed-notes" aria-live="polite">{changing(notes)}</div> }.into_any()
}

/// Says it when nothing more is typed for a while. What no longer holds goes at once.
pub fn say_later(field: Field) {
    let turn = next_turn(field);
    if !field.notes.with_untracked(Vec::is_empty) {
        let holding = notes(field);
        field.notes.update(|notes| notes.retain(|note| holding.contains(note)));
    }
    spawn(async move {
        wait::milliseconds(PAUSE_MS).await;
        if turn.is_some() && field.turn.try_get_value() == turn {
            field.notes.try_set(notes(field));
        }
    });
}

/// Takes back what was said, and what was about to be.
pub fn take_back(field: Field) {
    next_turn(field);
    if !field.notes.with_untracked(Vec::is_empty) {
        field.notes.set(Vec::new());
    }
}

fn next_turn(field: Field) -> Option<u32> {
    field.turn.try_update_value(|turn| {
        *turn += 1;
        *turn
    })
}

/// The notes on what is typed, without those that stand below the bar already.
fn notes(field: Field) -> Vec<String> {
    let text = field.text();
    // An address or a short id is not searched for.
    if pasted(&text).is_some() {
        return Vec::new();
    }
    // A word that is still being helped with is not finished.
    let is_unfinished = !field.entries.with_untracked(Vec::is_empty) || text.ends_with(':');
    let finished = if is_unfinished {
        text.rsplit_once(char::is_whitespace)
            .map_or("", |(finished, _)| finished)
    } else {
        &text
    };
    let said = field.query.with_untracked(|query| prepare(query).notes);
    let mut notes = prepare(finished).notes;
    notes.retain(|note| !said.contains(note));
    notes
}
