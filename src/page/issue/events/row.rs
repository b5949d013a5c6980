//! One event as a row; where the window is narrow, as a card.

use super::list::{EventList, row_link_id};
use super::selection::MOST_SELECTED;
use crate::browser::intl;
use crate::reactive::truth;
use crate::ui::time::short_time;
use glint_model::event_rows::Column;
use glint_model::reveal::reveal;
use glint_model::wire::event_row::EventRow;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// How much of an id is shown.
const SHOWN_DIGITS: usize = 8;

/// Longer values are cut to this many characters; the event itself shows all of them.
const LONGEST: usize = 200;

/// Shows an event with these columns.
pub fn row(list: EventList, event: &EventRow, columns: &[Column]) -> AnyView {
    let id = event.event_id.clone();
    let href = list.place.with_value(|place| place.event(&id)).href();
    let short: String = id.as_str().chars().take(SHOWN_DIGITS).collect();
    let at = event.date_created;
    let cells: Vec<AnyView> = columns.iter().map(|column| cell(column, event)).collect();
    let is_selected = {
        let id = id.clone();
        truth(move || list.selected.with(|selected| selected.contains(&id)))
    };
    let is_off = truth(move || !is_selected.get() && list.selected.with(Vec::len) >= MOST_SELECTED);
    let (toggled, focused) = (id.clone(), id.clone());
    let toggle = move |event: Event| {
        list.toggle(&toggled);
        // The browser has turned the box already.
        if let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        {
            input.set_checked(list.selected.with_untracked(|selected| selected.contains(&toggled)));
        }
    };
    view! {
        <tr role="row" class:sel=is_selected on:focusin=move |_| list.focused.set(Some(focused.clone()))>
            <td role="cell" class="check">
                <label>
                    <input
                        type="checkbox"
                        aria-label=format!("Select event {}", reveal(&short))
                        prop:checked=is_selected
                        prop:disabled=is_off
                        on:change=toggle
                    />
                </label>
            </td>
            <td role="cell" class="when">
                <b>{short_time(at)}</b>
                <small>{intl::local(at)}</small>
            </td>
            <td role="cell" class="id">
                <a id=row_link_id(&id) href=href title=reveal(id.as_str())><code>{reveal(&short)}</code></a>
            </td>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(column: &Column, event: &EventRow) -> AnyView {
    let label = reveal(column.label());
    let Some(value) = column.value(event) else {
        return view! { <td role="cell" class="none" data-label=label><span class="faint">"–"</span></td> }.into_any();
    };
    let mut shown = reveal(value.lines().next().unwrap_or_default());
    if let Some((at, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(at);
        shown.push('…');
    }
    let class = if *column == Column::Title { "wide-cell" } else { "" };
    view! { <td role="cell" class=class data-label=label><span title=shown.clone()>{shown.clone()}</span></td> }
        .into_any()
}
