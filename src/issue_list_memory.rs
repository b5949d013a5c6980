//! The issue list that was looked at last. Going back to it shows it at once, as it was left, and asks for nothing; an
//! issue's page knows from it which issues come before and after.

use crate::browser::intl::now_ms;
use crate::browser::storage;
use crate::sign_out::forget_with;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_rows::IssueRows;
use glint_model::selection::Selection;
use glint_model::trend::Period;
use glint_model::wire::issue::Issue;
use glint_model::wire::stats::IssueStats;
use std::cell::RefCell;
use std::sync::Arc;

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
    pub rows: IssueRows,
    /// Their trends, by id.
    pub stats: Vec<Arc<IssueStats>>,
    /// Of which period the trends are.
    pub period: Period,
    /// Which rows were selected.
    pub selection: Selection,
    /// Which rows alone were shown.
    pub only: Option<Vec<IssueId>>,
    /// Which row had the focus.
    pub focused: Option<IssueId>,
    /// When the rows came.
    pub loaded_at_ms: i64,
}

thread_local! {
    static LEFT: RefCell<Option<LeftList>> = const { RefCell::new(None) };
}

/// Keeps a list as it is left; not one that is taken down because somebody signed out.
pub fn keep(list: LeftList) {
    if storage::get(storage::SIGNED_IN).is_none() {
        return;
    }
    forget_with(forget);
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
    LEFT.with_borrow(|left| left.as_ref()?.rows.find(id).map(|issue| Issue::clone(issue)))
}

/// The issues that stand before and after this one in the list it was opened from; `is_there` says which still stand.
pub fn neighbours(
    organization: &OrganizationSlug,
    id: &IssueId,
    is_there: impl Fn(&IssueId) -> bool,
) -> (Option<IssueId>, Option<IssueId>) {
    LEFT.with_borrow(|left| {
        let issues = left
            .as_ref()
            .filter(|left| left.organization == *organization)
            .map(|left| left.rows.issues.as_slice())
            .unwrap_or_default();
        let Some(at) = issues.iter().position(|issue| issue.id == *id) else {
            return (None, None);
        };
        let (before, after) = issues.split_at(at);
        let standing = |issue: &&Arc<Issue>| is_there(&issue.id);
        let id = |issue: &Arc<Issue>| issue.id.clone();
        (
            before.iter().rev().find(standing).map(id),
            after.iter().skip(1).find(standing).map(id),
        )
    })
}

/// Whether the list it was opened from goes on below its last row.
pub fn goes_on() -> bool {
    LEFT.with_borrow(|left| left.as_ref().is_some_and(|left| left.rows.next.is_some()))
}

/// The row that has the focus when one comes back.
pub fn focus(id: &IssueId) {
    LEFT.with_borrow_mut(|left| {
        if let Some(left) = left {
            left.focused = Some(id.clone());
        }
    });
}

/// Something that the rows name has changed: a project, its teams, or whether it is there at all. The list is asked for anew when
/// somebody goes back to it, with the filter that it had, and no issue of it leads to another one until then.
pub fn outdate(organization: &OrganizationSlug) {
    LEFT.with_borrow_mut(|left| {
        if let Some(left) = left.as_mut().filter(|left| left.organization == *organization) {
            left.rows = IssueRows::default();
            left.loaded_at_ms = 0;
        }
    });
}

/// Forgets everything.
fn forget() {
    LEFT.set(None);
}
