//! Dialogs about issues that the list and the issue's own page share. They are told what they are about and what to do
//! with what was chosen, so that they know neither of the two.

mod assign;
mod delete;
mod merge;
mod release;

pub use assign::{AssigneeQuestion, assign_dialog, assignee_choice};
pub use delete::{DeleteQuestion, delete_dialog};
pub use merge::{merge_dialog, what_moves};
pub use release::{ReleaseQuestion, release_choice, release_dialog};

use crate::load::{Load, Loader};
use glint_model::error::ApiError;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// The most issues that a dialog names.
const MOST_NAMED: usize = 5;

/// The first of some issues by name, and how many more there are.
pub fn named_issues(issues: &[Arc<Issue>]) -> AnyView {
    let more = issues.len().saturating_sub(MOST_NAMED);
    let named: Vec<AnyView> = issues
        .iter()
        .take(MOST_NAMED)
        .map(|issue| view! { <li><b>{issue.short_id.clone()}</b>" "{issue.title.clone()}</li> }.into_any())
        .collect();
    view! {
        <ul class="named">
            {named}
            {(more > 0).then(|| view! { <li>{format!("and {more} more")}</li> }.into_any())}
        </ul>
    }
    .into_any()
}

/// Why a value could not be had; tracked.
fn error_of<T: 'static>(loader: Loader<T>) -> Option<ApiError> {
    loader.with(|load| match load {
        Load::Failed(error) => Some(error),
        _ => None,
    })
}

/// Asks once more for what could not be had.
fn reload_failed<T: 'static>(loader: Loader<T>) {
    if untrack(|| error_of(loader)).is_some() {
        loader.reload();
    }
}
