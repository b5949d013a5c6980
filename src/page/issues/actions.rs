//! What can be done with the rows: select them, and decide about them with a way back.

use super::list::{IssueList, latest};
use crate::api::issues::update_status;
use crate::issue_list_memory;
use crate::reactive::spawn;
use glint_model::id::IssueId;
use glint_model::text::counted;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

impl IssueList {
    /// Selects a row, or no longer.
    pub fn toggle(self, id: &IssueId) {
        self.selected
            .update(|selected| match selected.iter().position(|one| one == id) {
                Some(at) => {
                    selected.swap_remove(at);
                }
                None => selected.push(id.clone()),
            });
    }

    /// The rows that an action is for: the selected ones, or else the one with the focus.
    pub fn targets(self) -> Vec<IssueId> {
        let selected = self.selected.get_untracked();
        if selected.is_empty() {
            self.focused.get_untracked().into_iter().collect()
        } else {
            selected
        }
    }

    /// Sets the status of some rows: at once here, put right when the server disagrees, with a way back.
    pub fn decide(self, ids: Vec<IssueId>, status: IssueStatus) {
        let before: Vec<(IssueId, IssueStatus)> = self.shown.with_untracked(|shown| {
            shown
                .iter()
                .flat_map(|shown| &shown.page.items)
                .filter(|issue| ids.contains(&issue.id))
                .map(|issue| (issue.id.clone(), untrack(|| self.status(&issue.id, issue.status))))
                .filter(|(_, old)| *old != status)
                .collect()
        });
        if before.is_empty() {
            return;
        }
        let changed: Vec<IssueId> = before.iter().map(|(id, _)| id.clone()).collect();
        self.note(changed.iter().map(|id| (id.clone(), status)));
        self.selected.update(Vec::clear);
        spawn(async move {
            match update_status(&self.organization.get_value(), &changed, status).await {
                Ok(()) => {
                    let said = format!(
                        "{} {}",
                        counted(changed.len() as u64, "issue", "issues"),
                        done_word(status)
                    );
                    self.toasts.say_undoable(said, move || self.take_back(before.clone()));
                }
                Err(error) => {
                    self.note(before);
                    self.toasts.say(format!("Nothing was changed. {}", error.sentence()));
                }
            }
        });
    }

    /// Gives some rows the status they had.
    fn take_back(self, before: Vec<(IssueId, IssueStatus)>) {
        let now: Vec<(IssueId, IssueStatus)> = self.decisions.with_untracked(|decisions| {
            before
                .iter()
                .filter_map(|(id, _)| Some((id.clone(), latest(decisions, id)?)))
                .collect()
        });
        self.note(before.clone());
        spawn(async move {
            for status in [IssueStatus::Unresolved, IssueStatus::Resolved, IssueStatus::Ignored] {
                let ids: Vec<IssueId> = before
                    .iter()
                    .filter(|(_, old)| *old == status)
                    .map(|(id, _)| id.clone())
                    .collect();
                if ids.is_empty() {
                    continue;
                }
                if let Err(error) = update_status(&self.organization.get_value(), &ids, status).await {
                    self.note(now.iter().filter(|(id, _)| ids.contains(id)).cloned());
                    self.toasts.say(format!("It could not be undone. {}", error.sentence()));
                }
            }
        });
    }

    fn note(self, decisions: impl IntoIterator<Item = (IssueId, IssueStatus)>) {
        let decisions: Vec<_> = decisions.into_iter().collect();
        for (id, status) in &decisions {
            issue_list_memory::note_status(id, *status);
        }
        self.decisions.try_update(|known| known.extend(decisions));
    }
}

fn done_word(status: IssueStatus) -> &'static str {
    match status {
        IssueStatus::Resolved => "resolved",
        IssueStatus::Ignored => "ignored",
        IssueStatus::Unresolved | IssueStatus::Unknown => "reopened",
    }
}
