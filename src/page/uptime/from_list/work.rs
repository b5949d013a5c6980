//! Creating the monitors, one after another.

use super::desk::{ListDesk, Outcome, Progress};
use crate::api::monitors::create_monitor;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::monitor_form::refusal;
use glint_model::monitor_paste::Line;
use glint_model::text::counted;
use leptos::prelude::*;

impl ListDesk {
    /// Creates all that are due; only once at a time. Lines that failed before are tried again.
    pub fn create(self) {
        let due = untrack(|| self.due());
        if due.is_empty() || untrack(|| self.is_working()) {
            return;
        }
        self.is_stopping.set(false);
        self.halted.set(None);
        self.progress.set(Some(Progress { done: 0, of: due.len() }));
        spawn(async move {
            let created = self.create_each(due).await;
            self.progress.try_set(None);
            if created > 0 {
                let many = counted(created as u64, "monitor was", "monitors were");
                self.toasts.say(format!("{many} created"));
            }
            // A page that was left has nothing to forget: what it did not do is still to be done.
            if self.is_stopping.try_get_untracked().is_some() && untrack(|| self.due()).is_empty() {
                self.forget();
            }
        });
    }

    /// How many were created before it was stopped, or the page left, or the server out of reach.
    async fn create_each(self, due: Vec<Line>) -> usize {
        let mut created = 0;
        for line in due {
            if self.is_stopping.try_get_untracked().unwrap_or(true) {
                break;
            }
            let Some(body) = line.to_send() else { continue };
            let Some(organization) = self.organization.try_get_value() else {
                break;
            };
            self.note(&line.text, Outcome::Sending);
            match create_monitor(&organization, &body).await {
                Ok(monitor) => {
                    created += 1;
                    self.note(&line.text, Outcome::Created(monitor.id));
                }
                Err(error) => {
                    let said = refusal(&error, line.form.kind);
                    let words: Vec<String> = said
                        .fields
                        .into_iter()
                        .map(|(_, words)| words)
                        .chain(said.rest)
                        .collect();
                    self.note(&line.text, Outcome::Failed(words.join(" ")));
                    if ends_all(&error) {
                        self.halted.try_set(Some(error.sentence()));
                        break;
                    }
                }
            }
            self.progress.try_update(|progress| {
                *progress = progress.map(|now| Progress {
                    done: now.done + 1,
                    ..now
                })
            });
        }
        created
    }

    fn note(self, line: &str, outcome: Outcome) {
        self.outcomes
            .try_update(|outcomes| outcomes.insert(line.to_owned(), outcome));
    }
}

/// Whether the lines after it would fail for the same reason.
fn ends_all(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Offline | ApiError::Timeout | ApiError::SignedOut | ApiError::Forbidden(_) | ApiError::TooMany { .. }
    )
}
