//! Where the events of the issues that were looked at last stand, as far as this tab knows. Only in memory.

use crate::sign_out::forget_with;
use glint_model::event_place::EventPlaces;
use glint_model::event_rows::EventRows;
use glint_model::id::IssueId;
use std::cell::RefCell;

/// Of how many issues.
const MOST_ISSUES: usize = 8;

thread_local! {
    /// The issue that was looked at last comes first.
    static KEPT: RefCell<Vec<(IssueId, EventPlaces)>> = const { RefCell::new(Vec::new()) };
}

/// What is known of the events of an issue.
pub fn recall(issue: &IssueId) -> EventPlaces {
    KEPT.with_borrow(|kept| {
        let known = kept.iter().find(|(of, _)| of == issue);
        known.map(|(_, places)| places.clone()).unwrap_or_default()
    })
}

/// Keeps what is known of the events of an issue.
pub fn keep(issue: &IssueId, places: &EventPlaces) {
    forget_with(forget);
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(of, _)| of != issue);
        kept.insert(0, (issue.clone(), places.clone()));
        kept.truncate(MOST_ISSUES);
    });
}

/// Notes the numbers of the rows of the table. Not when a row could not be read: those below it would be one off.
pub fn note_rows(issue: &IssueId, rows: &EventRows) {
    let Some(hits) = rows.hits.filter(|_| rows.left_out == 0) else {
        return;
    };
    let mut places = recall(issue);
    places.rows(rows.rows.iter().map(|row| &row.event_id), hits);
    keep(issue, &places);
}

fn forget() {
    KEPT.take();
}
