//! Saving an alert, and deleting it.

use super::desk::Desk;
use super::rules::{focus_later, heading_id};
use crate::api::alerts::{create_alert, delete_alert, update_alert};
use crate::reactive::spawn;
use glint_model::alert_rule::{RuleDraft, RuleRefusal, recipients_text, rule_refusal};
use glint_model::error::ApiError;
use glint_model::wire::alert::{Alert, WriteAlert};
use leptos::prelude::*;

impl Desk {
    /// Saves it; once at a time.
    pub(super) fn save(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_judged.set(true);
        let typed = untrack(|| self.now());
        let Some(body) = typed.to_send() else {
            if let Some((field, _)) = typed.problems().first() {
                focus_later(self.field_id(*field));
            }
            return;
        };
        self.refusal.set(RuleRefusal::default());
        self.is_busy.set(true);
        let (rules, id) = (self.rules, self.alert.with_untracked(|alert| alert.as_ref()?.id));
        let (organization, project) = (rules.organization.get_value(), rules.project.get_value());
        let saved = self.draft.done_later();
        spawn(async move {
            let outcome = match id {
                Some(id) => update_alert(&organization, &project, id, &body).await,
                None => create_alert(&organization, &project, &body).await,
            };
            let is_gone = self.is_busy.try_set(false).is_some();
            match outcome {
                Ok(alert) => {
                    if let Some(id) = alert.id {
                        rules.remember(id, &body.alert_recipients);
                    }
                    if is_gone {
                        saved();
                        return;
                    }
                    self.saved(rules.with_tags(alert), &typed, saved);
                }
                Err(error) if is_gone => rules
                    .toasts
                    .say_problem(format!("The alert was not saved. {}", error.sentence())),
                Err(error) => self.refused(&error, &body),
            }
        });
    }

    fn saved(self, alert: Alert, sent: &RuleDraft, saved: impl Fn()) {
        let is_as_sent = untrack(|| self.now()) == *sent;
        if self.alert.with_untracked(Option::is_none) {
            saved();
            self.rules.toasts.say("The alert was created");
            self.rules.created(self.key, alert);
            return;
        }
        // What was typed while it was on its way is not saved, and stays.
        if is_as_sent {
            let is = RuleDraft::of(&alert);
            self.name.set(is.name);
            self.recipients.set(recipients_text(&is.recipients));
            if is.counts_events {
                self.quantity.set(is.quantity);
                self.window.set(is.window);
            }
            saved();
            self.is_judged.set(false);
            self.was_saved.set(true);
            focus_later(heading_id(self.key));
        }
        self.tested.set(Vec::new());
        self.alert.set(Some(alert));
    }

    fn refused(self, error: &ApiError, body: &WriteAlert) {
        let refusal = match error {
            ApiError::NotFound => RuleRefusal {
                rest: Some("This alert is not there any more: somebody has deleted it, or the project.".to_owned()),
                ..RuleRefusal::default()
            },
            error => rule_refusal(error, body.alert_recipients.len()),
        };
        self.refusal.set(refusal);
        focus_later(format!("alert-{}-problem", self.key));
    }

    /// Deletes it, after it was asked for.
    pub(super) fn delete(self) {
        let Some(id) = self.alert.with_untracked(|alert| alert.as_ref()?.id) else {
            return;
        };
        let rules = self.rules;
        let (organization, project) = (rules.organization.get_value(), rules.project.get_value());
        let forget = self.draft.done_later();
        let name = untrack(|| self.title());
        let work = async move {
            match delete_alert(&organization, &project, id).await {
                // It is what was wanted, whoever did it.
                Ok(()) | Err(ApiError::NotFound) => Ok(()),
                Err(error) => Err(format!("The alert was not deleted. {}", error.sentence())),
            }
        };
        self.deleting.act(work, move |()| {
            forget();
            rules.remember(id, &[]);
            rules.toasts.say(format!("{name} was deleted"));
            rules.remove(self.key);
        });
    }
}
