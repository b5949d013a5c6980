//! Sending the invitations, one after another. What the server has taken leaves the field; what it has not stays there.

use super::desk::{Desk, Outcome};
use super::results::RESULTS;
use crate::api::members::invite_member;
use crate::browser::{dom, wait};
use crate::reactive::spawn;
use crate::ui::form::Complaint;
use glint_model::error::ApiError;
use glint_model::invite_list::{Invitee, Verdict, without};
use glint_model::text::counted;
use glint_model::wire::member::{TeamRole, WriteInvitation};
use leptos::prelude::*;

/// How long to wait when the server does not say, in seconds.
const WAIT_S: u32 = 60;

impl Desk {
    /// Sends all that can be; only once at a time.
    pub(super) fn send(self) {
        if untrack(|| self.is_working()) {
            return;
        }
        self.is_judged.set(true);
        let list = self.list.get_untracked();
        let due: Vec<Invitee> = list.entries.iter().filter(|one| one.is_due()).cloned().collect();
        if due.is_empty() {
            let text = if list.entries.is_empty() {
                "Type at least one address."
            } else {
                "There is no address in the list that can be invited."
            };
            return self.complain(text.to_owned());
        }
        self.complaints.clear();
        self.outcomes.set(Vec::new());
        for there in list.entries.iter().filter(|one| one.verdict == Verdict::Member) {
            self.settle(&there.address, Outcome::Member);
        }
        self.is_stopping.set(false);
        self.progress.set(Some((0, due.len())));
        let teams = untrack(|| self.chosen_teams());
        let invitation = WriteInvitation {
            email: String::new(),
            org_role: self.role.get_untracked(),
            team_roles: teams.into_iter().map(TeamRole::of).collect(),
            send_invite: true,
            reinvite: true,
        };
        let saved = self.draft.done_later();
        spawn(async {
            // It may begin below what is in sight.
            wait::frame().await;
            if let Some(results) = dom::by_id(RESULTS) {
                dom::show(&results);
            }
        });
        spawn(async move {
            let sent = self.send_each(due, &invitation).await;
            self.progress.try_set(None);
            if sent > 0 {
                let many = counted(sent as u64, "invitation", "invitations");
                self.toasts.say(format!("{many} sent"));
                self.members.refresh();
                // The teams count those who are invited.
                if let Some(open) = self.open {
                    open.refresh();
                }
            }
            if self.text.try_with_untracked(|text| text.trim().is_empty()) == Some(true) {
                saved();
            }
        });
    }

    async fn send_each(self, due: Vec<Invitee>, to: &WriteInvitation) -> usize {
        let mut sent = 0;
        for one in due {
            if self.is_stopping.try_get_untracked().unwrap_or(true) {
                break;
            }
            self.note(&one.address, Outcome::Sending);
            let outcome = loop {
                let Some(organization) = self.organization.try_get_value() else {
                    return sent;
                };
                let invitation = WriteInvitation {
                    email: one.address.clone(),
                    ..to.clone()
                };
                match invite_member(&organization, &invitation).await {
                    Err(ApiError::TooMany { retry_after }) if self.wait(retry_after.unwrap_or(WAIT_S)).await => {}
                    outcome => break outcome,
                }
            };
            let is_before = one.verdict == Verdict::InvitedBefore;
            match outcome {
                Ok(_) => {
                    sent += 1;
                    self.settle(&one.address, if is_before { Outcome::Again } else { Outcome::Invited });
                }
                // What was invited before is sent again, so a clash is about a member.
                Err(ApiError::Conflict(_)) => self.settle(&one.address, Outcome::Member),
                // Stopped while the server wanted no more: it stays in the list like those behind it.
                Err(ApiError::TooMany { .. }) if self.is_stopping.try_get_untracked().unwrap_or(true) => {
                    self.outcomes
                        .try_update(|outcomes| outcomes.retain(|(of, _)| *of != one.address));
                    break;
                }
                Err(error) => {
                    self.note(&one.address, Outcome::Failed(error.sentence()));
                    if ends_all(&error) {
                        self.complain(format!("Not all were invited. {}", error.sentence()));
                        break;
                    }
                }
            }
            self.progress
                .try_update(|progress| *progress = progress.map(|(done, of)| (done + 1, of)));
        }
        sent
    }

    /// Waits until the server takes more; false when it was stopped meanwhile.
    async fn wait(self, seconds: u32) -> bool {
        for left in (1..=seconds.max(1)).rev() {
            if self.waits.try_set(Some(left)).is_some() {
                return false;
            }
            wait::milliseconds(1000).await;
            if self.is_stopping.try_get_untracked().unwrap_or(true) {
                self.waits.try_set(None);
                return false;
            }
        }
        self.waits.try_set(None);
        true
    }

    /// This one is done: it leaves the field.
    fn settle(self, address: &str, outcome: Outcome) {
        self.note(address, outcome);
        let done = [address.to_owned()];
        self.text.try_update(|text| *text = without(text, &done));
    }

    fn note(self, address: &str, outcome: Outcome) {
        self.outcomes
            .try_update(|outcomes| match outcomes.iter_mut().find(|(of, _)| of == address) {
                Some((_, now)) => *now = outcome,
                None => outcomes.push((address.to_owned(), outcome)),
            });
    }

    fn complain(self, text: String) {
        self.complaints.say(vec![Complaint { field: None, text }]);
    }
}

/// Whether those after it would fail for the same reason.
fn ends_all(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Offline | ApiError::Timeout | ApiError::SignedOut | ApiError::Forbidden(_) | ApiError::TooMany { .. }
    )
}
