//! Keys of the issue page. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::list_links::{Way, use_neighbours};
use super::place::Place;
use super::status::StatusChange;
use crate::shortcuts::Shortcuts;
use crate::ui::toast::Toasts;
use glint_model::wire::issue::IssueStatus;

/// Listens as long as the page is there.
pub fn listen_to_keys(place: &Place, change: StatusChange) {
    let go = use_neighbours(place);
    let toasts = Toasts::get();
    Shortcuts::get().listen(move |key| {
        match key {
            "e" => change.set(IssueStatus::Resolved),
            "i" => change.set(IssueStatus::Ignored),
            "n" => go(Way::Next),
            "p" => go(Way::Previous),
            "z" => return toasts.undo_last(),
            _ => return false,
        }
        true
    });
}
