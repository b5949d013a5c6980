//! Comments that are deleted here, and on the server when that can no longer be undone. They belong to the tab and not to
//! the page, so that leaving it neither loses nor hurries them.

use glint_model::id::IssueId;
use leptos::prelude::*;

thread_local! {
    static HELD: ArcRwSignal<Vec<(IssueId, i64)>> = ArcRwSignal::new(Vec::new());
}

/// Hides a comment.
pub fn hide(issue: &IssueId, comment: i64) {
    change(|held| held.push((issue.clone(), comment)));
}

/// Shows it again.
pub fn show(issue: &IssueId, comment: i64) {
    change(|held| held.retain(|(of, id)| of != issue || *id != comment));
}

/// Whether it is hidden; tracked.
pub fn is_hidden(issue: &IssueId, comment: i64) -> bool {
    HELD.with(Clone::clone)
        .with(|held| held.iter().any(|(of, id)| of == issue && *id == comment))
}

fn change(change: impl FnOnce(&mut Vec<(IssueId, i64)>)) {
    HELD.with(Clone::clone).update(change);
}
