//! Keys of the table. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::filter_bar::FIELD;
use super::list::{EventList, row_link_id};
use crate::browser::dom;
use crate::route::{Step, use_go};
use crate::shortcuts::Shortcuts;
use leptos::prelude::*;

/// Listens as long as the table is there.
pub fn listen_to_keys(list: EventList) {
    let go = use_go();
    Shortcuts::get().listen(move |key| {
        // The browser scrolls with the arrows, unless the focus is in the table.
        let is_in_table = || dom::is_focus_within("table.events");
        match key {
            "j" => move_by(list, 1),
            "k" => move_by(list, -1),
            "ArrowDown" if is_in_table() => move_by(list, 1),
            "ArrowUp" if is_in_table() => move_by(list, -1),
            "o" => match list.focused.get_untracked() {
                Some(event) => go(&list.place.with_value(|place| place.event(&event)), Step::Push),
                None => return false,
            },
            "x" => match list.focused.get_untracked() {
                Some(event) => list.toggle(&event),
                None => return false,
            },
            "/" => dom::focus(dom::by_id(FIELD)),
            _ => return false,
        }
        true
    });
}

fn move_by(list: EventList, step: isize) {
    let focused = list.focused.get_untracked();
    let next = list.shown.with_untracked(|shown| {
        let at = shown.iter().position(|row| Some(&row.event_id) == focused.as_ref());
        let next = at.map_or(0, |at| {
            at.saturating_add_signed(step).min(shown.len().saturating_sub(1))
        });
        shown.get(next).map(|row| row_link_id(&row.event_id))
    });
    if let Some(id) = next {
        dom::focus(dom::by_id(&id));
    }
}
