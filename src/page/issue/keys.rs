//! Keys of the issue page. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::act::{IssueDialog, copy_link};
use super::list_links::{Way, use_neighbours};
use super::place::Place;
use super::status::StatusChange;
use crate::route::{IssuePart, Step};
use crate::shortcuts::Shortcuts;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// Listens as long as the page is there.
pub fn listen_to_keys(place: &Place, change: StatusChange) {
    let go = use_neighbours(place);
    let comments = place.part(IssuePart::Comments);
    Shortcuts::get().listen(move |key| {
        match key {
            "e" => change.set(IssueStatus::Resolved),
            "i" => change.set(IssueStatus::Ignored),
            "u" => change.set(IssueStatus::Unresolved),
            "a" => return change.open(IssueDialog::Assign),
            "m" => return change.open(IssueDialog::Merge),
            "#" => return change.open(IssueDialog::Delete),
            "c" => change.go(&comments, Step::Push),
            "y" if change.status.with_untracked(Option::is_some) => copy_link(change),
            "n" => go(Way::Next),
            "p" => go(Way::Previous),
            "z" => return change.toasts.undo_last(),
            _ => return false,
        }
        true
    });
}
