//! The table that was looked at last. Going back to it shows it as it was left, as deep as it was loaded. Only in memory.

use crate::browser::intl::now_ms;
use crate::browser::storage;
use crate::sign_out::forget_with;
use glint_model::event_rows::EventRows;
use glint_model::id::{EventId, IssueId};
use std::cell::RefCell;

/// A table that is older than this is asked for again.
const KEPT_MS: i64 = 5 * 60_000;

/// A table as it was left.
#[derive(Clone)]
pub struct LeftEvents {
    /// Of which issue.
    pub issue: IssueId,
    /// Its rows.
    pub rows: EventRows,
    /// Which were selected.
    pub selected: Vec<EventId>,
    /// Which row had the focus.
    pub focused: Option<EventId>,
    /// What was looked for.
    pub filter: String,
    /// When the first of the rows came.
    pub loaded_at_ms: i64,
}

thread_local! {
    static LEFT: RefCell<Option<LeftEvents>> = const { RefCell::new(None) };
}

/// Keeps a table as it is left; not one that is taken down because somebody signed out.
pub fn keep(left: LeftEvents) {
    if storage::get(storage::SIGNED_IN).is_none() {
        return;
    }
    forget_with(forget);
    LEFT.set(Some(left));
}

/// The table of this issue as it was left, if it was the last one and is recent.
pub fn recall(issue: &IssueId) -> Option<LeftEvents> {
    LEFT.with_borrow(|left| {
        left.as_ref()
            .filter(|left| left.issue == *issue && now_ms() - left.loaded_at_ms < KEPT_MS)
            .cloned()
    })
}

fn forget() {
    LEFT.set(None);
}
