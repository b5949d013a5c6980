//! Which issues an action is for: the selected rows, all that match, or the row with the focus.

use super::list::IssueList;
use glint_model::id::IssueId;
use glint_model::issue_filter::IssueFilter;
use glint_model::text::counted;
use glint_model::wire::issue::Issue;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The issues that an action is for.
#[derive(Clone)]
pub struct Aim {
    /// All that match this filter; None means only those that are listed here.
    pub matching: Option<IssueFilter>,
    /// The rows it is for, as far as they are listed.
    pub issues: Vec<Arc<Issue>>,
    /// How many there are, for people: `3 issues`, `1 000+ issues`.
    pub subject: String,
    /// How many there are, when that is known exactly.
    pub count: Option<u64>,
}

impl IssueList {
    /// The issues that an action is for: the selected ones, or else the row with the focus.
    pub fn aim(self) -> Option<Aim> {
        let selection = self.selection.get_untracked();
        if selection.is_all_matching() {
            let hits = self
                .rows
                .with_untracked(|rows| rows.as_ref().and_then(|rows| rows.hits));
            let issues = self.issues(&self.order());
            let exact = hits.filter(|hits| !hits.capped).map(|hits| hits.count);
            return Some(Aim {
                matching: Some(self.filter.get_untracked()),
                subject: match (exact, hits) {
                    (Some(count), _) => counted(count, "issue", "issues"),
                    (None, Some(hits)) => format!("{} issues", hits.label()),
                    (None, None) => "All issues that match".to_owned(),
                },
                issues,
                count: exact,
            });
        }
        let mut ids = selection.ids().to_vec();
        if ids.is_empty() {
            ids.extend(self.focused.get_untracked());
            let order = self.order();
            ids.retain(|id| order.contains(id));
        }
        let issues = self.issues(&ids);
        let count = issues.len() as u64;
        (count > 0).then(|| Aim {
            matching: None,
            issues,
            subject: counted(count, "issue", "issues"),
            count: Some(count),
        })
    }
}

/// What a click on the box of a row does; with Shift the rows between follow.
pub fn check(list: IssueList, id: &IssueId, event: &MouseEvent) {
    let order = list.order();
    list.selection.update(|selection| {
        if event.shift_key() {
            selection.extend_to(id, &order);
        } else {
            selection.toggle(id);
        }
    });
    // The browser has turned the box already, which need not be what the selection says.
    if let Some(input) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    {
        input.set_checked(list.selection.with_untracked(|selection| selection.contains(id)));
    }
}
