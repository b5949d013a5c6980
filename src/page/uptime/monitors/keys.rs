//! Keys of the list of monitors. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::filters::FIELD;
use super::row::row_link_id;
use super::wall::Wall;
use crate::browser::dom;
use crate::route::{Route, Step};
use crate::shortcuts::Shortcuts;
use leptos::prelude::*;

/// Listens as long as the page is there.
pub fn listen_to_keys(wall: Wall) {
    Shortcuts::get().listen(move |key| {
        // The browser scrolls with the arrows, unless the focus is in the list.
        let is_in_list = || dom::is_focus_within(".monitors");
        match key {
            "j" => move_by(wall, 1),
            "k" => move_by(wall, -1),
            "ArrowDown" if is_in_list() => move_by(wall, 1),
            "ArrowUp" if is_in_list() => move_by(wall, -1),
            "o" => match wall.focused.get_untracked() {
                Some(id) => wall.go_to(&Route::monitor(&wall.organization.get_value(), id), Step::Push),
                None => return false,
            },
            "r" => wall.all.live.ask_now(),
            "/" => dom::focus(dom::by_id(FIELD)),
            _ => return false,
        }
        true
    });
}

fn move_by(wall: Wall, step: isize) {
    let order = wall.order();
    let focused = wall.focused.get_untracked();
    let at = order.iter().position(|id| Some(*id) == focused);
    let next = at.map_or(0, |at| {
        at.saturating_add_signed(step).min(order.len().saturating_sub(1))
    });
    if let Some(id) = order.get(next) {
        dom::focus(dom::by_id(&row_link_id(*id)));
    }
}
