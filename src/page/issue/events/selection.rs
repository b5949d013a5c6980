//! Two rows that are to be compared.

use super::list::EventList;
use crate::reactive::{changing, changing_text};
use crate::route::IssuePart;
use glint_model::id::EventId;
use leptos::prelude::*;

/// As many can be compared.
pub const MOST_SELECTED: usize = 2;

impl EventList {
    /// Selects an event, or no longer. When two are selected, another one has to wait.
    pub fn toggle(self, event: &EventId) {
        self.selected
            .update(|selected| match selected.iter().position(|one| one == event) {
                Some(at) => {
                    selected.remove(at);
                }
                None if selected.len() < MOST_SELECTED => selected.push(event.clone()),
                None => {}
            });
    }
}

/// How many are selected, and the way to see them side by side.
pub fn selection(list: EventList) -> AnyView {
    let said = move || match list.selected.with(Vec::len) {
        0 => "Select two to compare",
        1 => "Select one more to compare",
        _ => "2 selected",
    };
    let compare = move || {
        let pair = list.selected.with(|selected| match selected.as_slice() {
            [one, other] => Some((one.clone(), other.clone())),
            _ => None,
        });
        match pair.map(|(one, other)| newer_first(list, one, other)) {
            Some((newer, older)) => {
                let query = vec![("with".to_owned(), older.to_string())];
                let route = list
                    .place
                    .with_value(|place| place.part_with(IssuePart::Compare(newer), query));
                view! { <a class="btn" href=route.href()>"Compare"</a> }.into_any()
            }
            None => view! { <a class="btn" role="link" aria-disabled="true">"Compare"</a> }.into_any(),
        }
    };
    view! {
        <span class="muted" role="status">{changing_text(move || said().to_owned())}</span>
        {changing(compare)}
    }
    .into_any()
}

/// The rows stand from the newest to the oldest.
fn newer_first(list: EventList, one: EventId, other: EventId) -> (EventId, EventId) {
    let place = |event: &EventId| list.rows.with_untracked(|rows| rows.place(event));
    if place(&one) <= place(&other) {
        (one, other)
    } else {
        (other, one)
    }
}
