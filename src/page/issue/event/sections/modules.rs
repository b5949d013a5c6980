//! The modules that the application had loaded, with their versions: to be searched, and copied.

use super::section::{rows_height, section};
use crate::page::issue::event::data::EventData;
use crate::reactive::{changing, changing_text};
use crate::ui::copy_button::copy_button;
use crate::ui::value_tree::pairs_at;
use glint_model::event_modules::{all_as_text, found};
use leptos::prelude::*;

/// Shows them; nothing when the event does not say.
pub fn modules(event: &EventData) -> Option<AnyView> {
    let count = event
        .packages
        .as_ref()
        .map(|modules| modules.len())
        .filter(|count| *count > 0)?;
    let typed = RwSignal::new(String::new());
    let copied = event.clone();
    let text = move || copied.packages.as_ref().map(all_as_text).unwrap_or_default();
    let end = view! {
        <input
            class="input find"
            type="search"
            aria-label="Find a module"
            placeholder="Find a module"
            on:input:target=move |event| typed.set(event.target().value())
        />
        {copy_button("btn icon", "Copy all modules", "Modules", text)}
    };
    let event = event.clone();
    let build = move || {
        let event = event.clone();
        let list = Memo::new(move |_| {
            let modules = event.packages.as_ref();
            typed.with(|typed| modules.map(|modules| found(modules, typed)).unwrap_or_default())
        });
        let said = move || {
            let hits = list.with(Vec::len);
            if hits == count {
                String::new()
            } else {
                format!("{hits} of {count} shown")
            }
        };
        let rows = move || match list.get() {
            list if list.is_empty() => view! { <p class="note">"No module is called so."</p> }.into_any(),
            list => pairs_at("modules", list, None),
        };
        view! {
            <p class="said" role="status">{changing_text(said)}</p>
            {changing(rows)}
        }
        .into_any()
    };
    Some(section(
        "modules",
        "Modules",
        Some(count),
        Some(end.into_any()),
        rows_height(count),
        build,
    ))
}
