//! A group of rows under its heading, which folds it.

use super::row::row;
use super::wall::Wall;
use crate::reactive::{aria, changing_text, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::monitor_wall::Counts;
use leptos::prelude::*;

/// Shows a group; without a heading when it is the only one for all.
pub fn group(wall: Wall, key: String) -> AnyView {
    let label = wall.label_of(&key);
    let list = format!("monitors-{}", wall.number_of(&key));
    let (of_each, of_head) = (key.clone(), key.clone());
    let is_folded = truth(move || wall.folded.with(|folded| folded.contains(&key)));
    let is_named = !label.is_empty();
    let name = if is_named { label.clone() } else { "Monitors".to_owned() };
    view! {
        {is_named.then(|| head(wall, of_head, label, list.clone()))}
        <ul id=list aria-label=name hidden=is_folded>
            <For each=move || wall.rows_of(&of_each) key=|row| *row children=move |(id, _)| row(wall, id) />
        </ul>
    }
    .into_any()
}

fn head(wall: Wall, key: String, label: String, list: String) -> AnyView {
    let counts = {
        let key = key.clone();
        Memo::new(move |_| wall.shown.with(|shown| shown.get(&key).copied().unwrap_or_default()))
    };
    let of_button = key.clone();
    let is_open = aria(move || wall.folded.with(|folded| !folded.contains(&of_button)));
    view! {
        <h2 class="mon-group" hidden=truth(move || counts.get() == Counts::default())>
            <button
                type="button"
                aria-expanded=is_open
                aria-controls=list
                on:click=move |_| wall.fold(&key)
            >
                {icon(Icon::Down, "")}
                <span>{label}</span>
                <span class="faint">{changing_text(move || counts.get().text())}</span>
            </button>
        </h2>
    }
    .into_any()
}
