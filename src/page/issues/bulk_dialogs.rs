//! The dialogs over the list: what is dangerous says what goes and what stays, and what has a choice offers it.

use super::aim::Aim;
use super::assign_dialog::assign_dialog;
use super::list::IssueList;
use super::release_dialog::release_dialog;
use super::tools::Tools;
use super::words::what_is_meant;
use crate::api::issues::MOST_IDS;
use crate::issue_dialogs::{DeleteQuestion, delete_dialog, merge_dialog, named_issues};
use crate::reactive::maybe;
use glint_model::deed::Deed;
use glint_model::selection::{Weight, merge_plan, typed_word, weight_of_delete};
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// Which dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListDialog {
    /// Deleting.
    Delete,
    /// Making one of several.
    Merge,
    /// Giving issues to somebody (6.1).
    Assign,
    /// Resolving in a release of one's choice (6.1).
    Release,
}

impl Tools {
    /// Opens a dialog about what is selected, or else about the row with the focus; says why where that cannot be.
    pub fn open(self, list: IssueList, dialog: ListDialog) {
        let Some(aim) = list.aim() else { return };
        match dialog {
            ListDialog::Assign | ListDialog::Release if !untrack(|| self.server.can_assign()) => {}
            ListDialog::Merge => match mergeable(&aim) {
                Ok(()) => self.dialog.set(Some(dialog)),
                Err(why) => list.toasts.say(why),
            },
            _ => self.dialog.set(Some(dialog)),
        }
    }

    /// Closes the dialog.
    pub fn close(self) {
        self.dialog.set(None);
    }
}

fn mergeable(aim: &Aim) -> Result<(), String> {
    if aim.matching.is_some() {
        return Err("Select the issues to merge one by one: all that match cannot be merged.".to_owned());
    }
    if aim.issues.len() > MOST_IDS {
        return Err(format!("At most {MOST_IDS} issues can be merged at once."));
    }
    merge_plan(&issues(aim)).map(|_| ())
}

fn issues(aim: &Aim) -> Vec<&Issue> {
    aim.issues.iter().map(|issue| &**issue).collect()
}

/// Shows the dialog that is open.
pub fn dialogs(list: IssueList, tools: Tools) -> AnyView {
    maybe(move || {
        let dialog = tools.dialog.get()?;
        let aim = list.aim()?;
        let view = match dialog {
            ListDialog::Delete => delete(list, tools, aim),
            ListDialog::Merge => merge(list, tools, aim),
            ListDialog::Assign => assign_dialog(list, tools, aim),
            ListDialog::Release => release_dialog(list, tools, aim),
        };
        Some(view)
    })
}

fn delete(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let question = DeleteQuestion {
        subject: aim.subject.clone(),
        what: if aim.matching.is_some() {
            view! { <p class="lead">"These match: "<code>{what_is_meant(list)}</code></p> }.into_any()
        } else {
            named_issues(&aim.issues)
        },
        word: (weight_of_delete(aim.count) == Weight::Typed).then(|| typed_word(&aim.subject)),
        delete: Callback::new(move |()| list.act(aim.clone(), Deed::Delete)),
    };
    delete_dialog(question, Callback::new(move |()| tools.close()))
}

fn merge(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let stays = merge_plan(&issues(&aim))
        .ok()
        .and_then(|plan| aim.issues.iter().find(|issue| issue.id == plan.stays).cloned());
    let Some(stays) = stays else {
        return ().into_any();
    };
    let subject = aim.subject.clone();
    let merge = Callback::new(move |()| list.act(aim.clone(), Deed::Merge));
    merge_dialog(&subject, &stays, merge, Callback::new(move |()| tools.close()))
}
