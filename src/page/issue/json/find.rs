//! Searching the text: a field, how many matches there are, and the ways between them.

use super::reader::Reader;
use crate::reactive::{aria, changing_text};
use crate::ui::icon::{Icon, icon};
use glint_model::json_lines::MOST_MATCHES;
use glint_model::text::thousands;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The bar.
pub fn find_bar(reader: Reader) -> AnyView {
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            reader.go(!event.shift_key());
        }
    };
    let way = move |label: &'static str, key: &'static str, picture: Icon, is_forward: bool| {
        view! {
            <button
                class="btn icon"
                type="button"
                aria-label=label
                title=format!("{label} ({key})")
                aria-disabled=aria(move || !has_matches(reader))
                on:click=move |_| reader.go(is_forward)
            >
                {icon(picture, "")}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="json-find" role="search">
            <input
                class="input"
                type="search"
                aria-label="Search the JSON"
                placeholder="Search the JSON"
                autocomplete="off"
                spellcheck="false"
                on:input=move |event| reader.look_for(event_target_value(&event))
                on:keydown=on_key
            />
            {way("Previous match", "Shift+Enter", Icon::Up, false)}
            {way("Next match", "Enter", Icon::Down, true)}
            <p role="status">{changing_text(move || told(reader))}</p>
        </div>
    }
    .into_any()
}

fn has_matches(reader: Reader) -> bool {
    matches!(reader.found.get(), Some((count, false)) if count > 0)
}

fn told(reader: Reader) -> String {
    let Some((count, is_searching)) = reader.found.get() else {
        return String::new();
    };
    let many = if count >= MOST_MATCHES { "+" } else { "" };
    let all = format!("{}{many}", thousands(count as u64));
    match (reader.current.get(), is_searching) {
        (_, true) => format!("{all} so far"),
        _ if count == 0 => "No match".to_owned(),
        (Some(current), false) => format!("{} of {all}", thousands(current as u64 + 1)),
        (None, false) => all,
    }
}
