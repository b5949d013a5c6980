//! Keys of the list. They work while the focus is in it, and never with a modifier.

use super::list::{IssueList, focus_row};
use crate::browser::dom;
use glint_model::wire::issue::IssueStatus;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Does what a key stands for: `j`/`k` move, `x` selects, `e` resolves, `i` ignores, `u` reopens.
pub fn on_key(list: IssueList, event: &KeyboardEvent) {
    if dom::is_typing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "j" | "ArrowDown" => move_by(list, 1),
        "k" | "ArrowUp" => move_by(list, -1),
        "x" => {
            if let Some(id) = list.focused.get_untracked() {
                list.toggle(&id);
            }
        }
        "e" => list.decide(list.targets(), IssueStatus::Resolved),
        "i" => list.decide(list.targets(), IssueStatus::Ignored),
        "u" => list.decide(list.targets(), IssueStatus::Unresolved),
        _ => return,
    }
    event.prevent_default();
}

fn move_by(list: IssueList, step: isize) {
    let next = list.shown.with_untracked(|shown| {
        let items = &shown.as_ref()?.page.items;
        let focused = list.focused.get_untracked();
        let at = items.iter().position(|issue| Some(&issue.id) == focused.as_ref());
        let next = at.map_or(0, |at| {
            at.saturating_add_signed(step).min(items.len().saturating_sub(1))
        });
        items.get(next).map(|issue| issue.id.clone())
    });
    if let Some(id) = next {
        focus_row(&id);
    }
}
