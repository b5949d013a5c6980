//! Entries of types that this build does not know: shown as they were sent.

use super::section::{numbered, section};
use crate::page::issue::event::unreadable::{sent_to_show, sent_view};
use glint_model::reveal::reveal;
use glint_model::wire::entry::Entry;
use leptos::prelude::*;

/// Shows one; so many of them come before it.
pub fn unknown(entry: Entry, before: usize) -> AnyView {
    let kind = reveal(&entry.kind);
    let note = format!("An entry of the type “{kind}”, as it was sent.");
    let build = move || {
        view! {
            <p class="note">{note.clone()}</p>
            {sent_view(&sent_to_show(&entry))}
        }
        .into_any()
    };
    let name = match before {
        0 => "Other entry".to_owned(),
        before => format!("Other entry {}", before + 1),
    };
    section(numbered("entry", before), name, None, None, 120, build)
}
