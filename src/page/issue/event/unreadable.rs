//! Entries that are not as Glint knows them: shown as they were sent.

use crate::ui::lazy::lazy_details;
use crate::ui::value_tree::{value_tree, value_view};
use glint_model::event_parts::{Sent, sent};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::wire::entry::Entry;
use leptos::prelude::*;
use serde_json::Value;

/// Of a large entry, so much is shown, in bytes; all of it would block the page.
const FIRST: usize = 20_000;

/// Says that an entry of this type could not be read, and why; `sent` is what was sent, to be looked at.
pub fn unreadable_entry(kind: &str, problem: &str, sent: impl Fn() -> Sent + Send + 'static) -> AnyView {
    let summary = view! { {format!("What was sent as {}", reveal(kind))} }.into_any();
    view! {
        <section class="panel" aria-label="Unreadable entry">
            <header><h2>"Unreadable entry"</h2></header>
            <p class="note">{format!("An entry of this event is not as Glint knows it ({}).", reveal(problem))}</p>
            {lazy_details("other", false, summary, move || sent_view(&sent()))}
        </section>
    }
    .into_any()
}

/// The data of an entry for [`sent_view`]: all of it, or the beginning when it is large.
pub fn sent_to_show(entry: &Entry) -> Sent {
    if !entry.data.is_large() {
        return sent(entry);
    }
    let text = entry.data.get();
    let first = text.get(..text.floor_char_boundary(FIRST)).unwrap_or_default();
    let all = thousands(text.len() as u64);
    Sent::Text(format!(
        "{first}\n… {all} bytes in all. The JSON of the event has the rest."
    ))
}

/// Shows data as it was sent.
pub fn sent_view(sent: &Sent) -> AnyView {
    match sent {
        Sent::Tree(value @ (Value::Array(_) | Value::Object(_))) => value_tree(value),
        Sent::Tree(value) => view! { <p class="note">{value_view(value)}</p> }.into_any(),
        Sent::Text(text) => view! { <pre class="raw">{reveal(text)}</pre> }.into_any(),
    }
}
