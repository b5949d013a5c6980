//! The issue list that was looked at last. Going back to it shows it at once, as it was left, and asks for nothing;
//! what was decided on an issue's own page is put into it.

use crate::api::issues::IssuePage;
use crate::browser::intl::now_ms;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::trend::Period;
use glint_model::wire::issue::{Issue, IssueStatus};
use glint_model::wire::stats::IssueStats;
use std::cell::RefCell;

/// A list that is older than this is asked for again.
const KEPT_MS: i64 = 5 * 60_000;

/// A list as it was left.
#[derive(Clone)]
pub struct LeftList {
    /// Whose.
    pub organization: OrganizationSlug,
    /// The filter, as name and value.
    pub query: Vec<(String, String)>,
    /// Its rows.
    pub page: IssuePage,
    /// Their trends.
    pub stats: Vec<IssueStats>,
    /// Of which period the trends are.
    pub period: Period,
    /// Which rows were selected.
    pub selected: Vec<IssueId>,
    /// Which row had the focus.
    pub focused: Option<IssueId>,
    /// When the rows came.
    pub loaded_at_ms: i64,
}

thread_local! {
    static LEFT: RefCell<Option<LeftList>> = const { RefCell::new(None) };
}

/// Keeps a list as it is left.
pub fn keep(list: LeftList) {
    LEFT.set(Some(list));
}

/// The list of this place as it was left, if it was the last one and is recent.
pub fn recall(organization: &OrganizationSlug, query: &[(String, String)]) -> Option<LeftList> {
    LEFT.with_borrow(|left| {
        left.as_ref()
            .filter(|left| {
                left.organization == *organization && left.query == query && now_ms() - left.loaded_at_ms < KEPT_MS
            })
            .cloned()
    })
}

/// The filter with which the list of this organization was left.
pub fn last_query(organization: &OrganizationSlug) -> Option<Vec<(String, String)>> {
    LEFT.with_borrow(|left| {
        left.as_ref()
            .filter(|left| left.organization == *organization)
            .map(|left| left.query.clone())
    })
}

/// An issue as the list had it, to show until its own answer is there.
pub fn issue(id: &IssueId) -> Option<Issue> {
    LEFT.with_borrow(|left| {
        left.as_ref()?
            .page
            .page
            .items
            .iter()
            .find(|issue| issue.id == *id)
            .cloned()
    })
}

/// Puts a decision into the list that was left.
pub fn note_status(id: &IssueId, status: IssueStatus) {
    LEFT.with_borrow_mut(|left| {
        if let Some(left) = left
            && let Some(issue) = left.page.page.items.iter_mut().find(|issue| issue.id == *id)
        {
            issue.status = status;
        }
    });
}

/// Forgets everything; at sign-out.
pub fn forget() {
    LEFT.set(None);
}
