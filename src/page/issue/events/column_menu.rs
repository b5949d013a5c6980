//! The menu of the columns. What is chosen is remembered.

use super::list::EventList;
use crate::reactive::{aria, maybe};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::Menu;
use glint_model::event_rows::{Column, tag_keys};
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// Columns with a name, and the tags that the loaded events have.
pub fn column_menu(list: EventList) -> AnyView {
    let button = ViewFn::from(|| view! { <span>"Columns"</span>{icon(Icon::Down, "")} }.into_any());
    let named: Vec<AnyView> = Column::NAMED.into_iter().map(|column| entry(list, column)).collect();
    let tags = Memo::new(move |_| {
        let mut keys = list.rows.with(tag_keys);
        // A tag that was chosen before may be in none of these events.
        for column in list.chosen.get().unwrap_or_default() {
            if let Column::Tag(key) = column
                && let Err(at) = keys.binary_search(&key)
            {
                keys.insert(at, key);
            }
        }
        keys
    });
    let of_tags = move || {
        let keys = tags.get();
        (!keys.is_empty()).then(|| {
            let entries: Vec<AnyView> = keys.into_iter().map(|key| entry(list, Column::Tag(key))).collect();
            view! {
                <hr />
                <p class="hint">"Tags of the loaded events"</p>
                <div role="group" aria-label="Tags">{entries}</div>
            }
            .into_any()
        })
    };
    view! {
        <Menu id="event-columns" button=button>
            <div role="group" aria-label="Columns">{named}</div>
            {maybe(of_tags)}
            <hr />
            <button class="entry" type="button" on:click=move |_| list.choose(None)>
                {icon(Icon::Undo, "")}
                <span>"The usual columns"</span>
            </button>
        </Menu>
    }
    .into_any()
}

fn entry(list: EventList, column: Column) -> AnyView {
    let label = reveal(column.label());
    let of_entry = column.clone();
    let is_on = Memo::new(move |_| list.columns.with(|columns| columns.contains(&of_entry)));
    let toggle = move |_| {
        let mut columns = list.columns.get_untracked();
        match columns.iter().position(|one| *one == column) {
            Some(at) => {
                columns.remove(at);
            }
            None => {
                columns.push(column.clone());
                columns.sort();
            }
        }
        list.choose(Some(columns));
    };
    view! {
        <button class="entry" type="button" role="checkbox" aria-checked=aria(move || is_on.get()) on:click=toggle>
            <span>{label}</span>
            {icon(Icon::Check, "check")}
        </button>
    }
    .into_any()
}
