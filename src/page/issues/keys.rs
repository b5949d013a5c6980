//! Keys of the list. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::bulk_dialogs::ListDialog;
use super::list::{IssueList, focus_row};
use super::tools::Tools;
use crate::browser::dom;
use crate::route::{Route, Step, use_go};
use crate::shortcuts::Shortcuts;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// Listens as long as the list is there.
pub fn listen_to_keys(list: IssueList, tools: Tools) {
    let go = use_go();
    Shortcuts::get().listen(move |key| {
        // The browser scrolls with the arrows, unless the focus is in the list.
        let is_in_list = || dom::is_focus_within(".rows");
        match key {
            "j" => move_by(list, 1),
            "k" => move_by(list, -1),
            "ArrowDown" if is_in_list() => move_by(list, 1),
            "ArrowUp" if is_in_list() => move_by(list, -1),
            "o" => match list.focused.get_untracked() {
                Some(id) => go(&Route::issue(&list.organization.get_value(), &id), Step::Push),
                None => return false,
            },
            " " => return tools.preview.toggle(),
            "x" => match list.focused.get_untracked() {
                Some(id) => list.selection.update(|selection| selection.toggle(&id)),
                None => return false,
            },
            "X" => match list.focused.get_untracked() {
                Some(id) => {
                    let order = list.order();
                    list.selection.update(|selection| selection.extend_to(&id, &order));
                }
                None => return false,
            },
            "Escape" if list.selection.with_untracked(|selection| !selection.is_empty()) => {
                list.selection.update(|selection| selection.clear());
            }
            "e" => list.set_status(IssueStatus::Resolved),
            "i" => list.set_status(IssueStatus::Ignored),
            "u" => list.set_status(IssueStatus::Unresolved),
            "m" => tools.open(list, ListDialog::Merge),
            "a" => tools.open(list, ListDialog::Assign),
            "#" => tools.open(list, ListDialog::Delete),
            "r" => return tools.arrivals.accept(),
            "z" => return list.undo_last(),
            "/" => dom::focus(dom::by_id("issue-search")),
            "[" => dom::click("a[rel=prev]"),
            "]" => dom::click("a[rel=next]"),
            _ => return false,
        }
        true
    });
}

fn move_by(list: IssueList, step: isize) {
    let order = list.order();
    let focused = list.focused.get_untracked();
    let at = order.iter().position(|id| Some(id) == focused.as_ref());
    let next = at.map_or(0, |at| {
        at.saturating_add_signed(step).min(order.len().saturating_sub(1))
    });
    if let Some(id) = order.get(next) {
        focus_row(id);
    }
}
