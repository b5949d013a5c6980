//! The dialogs over the issue: a chunk of its own, since nobody opens one first.

use super::merge_picker::merge_picker;
use crate::chunk::PageView;
use crate::issue_dialogs::{
    AssigneeQuestion, DeleteQuestion, ReleaseQuestion, assign_dialog, delete_dialog, named_issues, release_dialog,
};
use crate::page::issue::status::StatusChange;
use crate::reactive::maybe;
use glint_model::deed::Deed;
use glint_model::reveal::reveal;
use glint_model::wire::issue::{Assignee, Issue};
use leptos::prelude::*;
use std::sync::Arc;

/// Which dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueDialog {
    /// Giving the issue to somebody (6.1).
    Assign,
    /// Resolving it in a release of one's choice (6.1).
    Release,
    /// Merging it with others.
    Merge,
    /// Deleting it.
    Delete,
}

/// Shows the dialog that is open.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn issue_act_dialogs(change: StatusChange) -> PageView {
    Ok(maybe(move || {
        let dialog = change.dialog.get()?;
        let issue = untrack(|| change.issue.ready())?;
        Some(match dialog {
            IssueDialog::Assign => assign(change, &issue),
            IssueDialog::Release => release(change, &issue),
            IssueDialog::Merge => merge_picker(change, issue),
            IssueDialog::Delete => delete(change, issue),
        })
    }))
}

fn close(change: StatusChange) -> Callback<()> {
    Callback::new(move |()| change.dialog.set(None))
}

fn assign(change: StatusChange, issue: &Issue) -> AnyView {
    let question = AssigneeQuestion {
        organization: change.place.with_value(|place| place.organization.clone()),
        projects: vec![issue.project.id.clone()],
        holder: Some(issue.assigned_to.as_ref().map(Assignee::reference)),
        owner: change.owner.get_value(),
        choose: Callback::new(move |to: Option<Assignee>| {
            change.dialog.set(None);
            change.act(Deed::Assign(to));
        }),
    };
    assign_dialog(
        format!("Assign {} to", reveal(&issue.short_id)),
        Ok(question),
        close(change),
    )
}

fn release(change: StatusChange, issue: &Issue) -> AnyView {
    let projects = Some(vec![issue.project.slug.clone()]);
    let question = ReleaseQuestion {
        organization: change.place.with_value(|place| place.organization.clone()),
        projects: Memo::new(move |_| projects.clone()),
        choose: Callback::new(move |version: String| {
            change.dialog.set(None);
            change.act(Deed::ResolveIn(Some(version)));
        }),
    };
    release_dialog(
        format!("Resolve {} in", reveal(&issue.short_id)),
        question,
        close(change),
    )
}

fn delete(change: StatusChange, issue: Issue) -> AnyView {
    let question = DeleteQuestion {
        subject: reveal(&issue.short_id),
        what: named_issues(&[Arc::new(issue)]),
        word: None,
        delete: Callback::new(move |()| change.delete()),
    };
    delete_dialog(question, close(change))
}
