//! Saving an alert, and deleting it. A change sends all of the alert, so it is read once more before: what somebody else has
//! done to it meanwhile is shown and kept, never overwritten unseen. A server says “not found” of what one may not change, so
//! that alone does not mean that the alert is gone.

use super::desk::Desk;
use super::kept_recipients::forget;
use super::rules::{Rules, focus_later, heading_id};
use crate::api::alerts::{create_alert, delete_alert, find_alert, update_alert};
use crate::api::client::Cancel;
use crate::reactive::spawn;
use glint_model::access::Right;
use glint_model::alert_rule::{RuleDraft, RuleRefusal, differs, merge, rule_refusal};
use glint_model::error::ApiError;
use glint_model::wire::alert::{Alert, WriteAlert};
use leptos::prelude::*;

/// What came of saving.
enum Outcome {
    Saved(Alert),
    /// Nothing was sent: the server has another one now than was read.
    Changed(Alert),
    Gone,
    NotAllowed,
    Failed(ApiError),
}

async fn send(rules: Rules, before: Option<Alert>, body: &WriteAlert) -> Outcome {
    let (Some(organization), Some(project)) = (rules.organization.try_get_value(), rules.project.try_get_value())
    else {
        return Outcome::Failed(ApiError::Offline);
    };
    let answer = match before.and_then(|before| Some((before.id?, before))) {
        None => create_alert(&organization, &project, body).await,
        Some((id, before)) => match find_alert(&organization, &project, id, &Cancel::never()).await {
            Ok(Some(now)) => {
                let now = rules.with_tags(now);
                if differs(&RuleDraft::of(&before), &RuleDraft::of(&now)) {
                    return Outcome::Changed(now);
                }
                update_alert(&organization, &project, id, body).await
            }
            Ok(None) => return Outcome::Gone,
            Err(error) => Err(error),
        },
    };
    match answer {
        Ok(alert) => Outcome::Saved(alert),
        Err(ApiError::NotFound | ApiError::Forbidden(_)) => Outcome::NotAllowed,
        Err(error) => Outcome::Failed(error),
    }
}

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
        self.meanwhile.set(None);
        self.is_busy.set(true);
        let (rules, about) = (self.rules, self.about());
        let before = self.alert.get_untracked();
        let draft = self.draft.get_untracked();
        let forget_texts: Box<dyn Fn()> = match before.is_some() {
            true => Box::new(draft.saved_later()),
            false => Box::new(draft.done_later()),
        };
        spawn(async move {
            let outcome = send(rules, before, &body).await;
            let is_gone = self.is_busy.try_set(false).is_some();
            if let Outcome::Saved(alert) = &outcome
                && let Some(id) = alert.id
            {
                rules.remember(id, &body.alert_recipients);
            }
            if is_gone {
                match outcome {
                    Outcome::Saved(_) => {
                        forget_texts();
                        forget(&about);
                    }
                    other => rules
                        .toasts
                        .say_problem(format!("The alert was not saved. {}", other.why())),
                }
                return;
            }
            match outcome {
                Outcome::Saved(alert) => {
                    forget_texts();
                    self.saved(rules.with_tags(alert), &typed).await;
                }
                Outcome::Changed(now) => self.put_together(now),
                Outcome::Gone => {
                    // What is typed can still be saved, as another one.
                    self.alert.set(None);
                    self.say(Outcome::Gone.why());
                }
                Outcome::NotAllowed => self.say(Outcome::NotAllowed.why()),
                Outcome::Failed(error) => self.refused(&error, &body),
            }
        });
    }

    /// Takes over what the server made of it. What was typed while it was on its way is not saved, and stays.
    async fn saved(self, alert: Alert, sent: &RuleDraft) {
        let is_new = self.alert.with_untracked(Option::is_none);
        self.alert.set(Some(alert.clone()));
        if !self.is_now(&alert).await {
            return;
        }
        let typed = RuleDraft {
            read: sent.read,
            ..untrack(|| self.now())
        };
        let first = RuleDraft::of(&alert);
        let merged = merge(sent, &typed, &first).draft;
        self.put(&first, merged);
        self.are_recipients_restored.set(false);
        self.tested.set(Vec::new());
        if is_new {
            self.rules.created(self.key, alert);
            self.rules.toasts.say("The alert was created");
        }
        if typed == *sent {
            self.is_judged.set(false);
            self.was_saved.set(true);
            focus_later(heading_id(self.key));
        }
    }

    /// The server has another one now than was read: what somebody did to it is put together with what is typed here, to be
    /// looked through.
    pub(super) fn put_together(self, now: Alert) {
        let first = RuleDraft::of(&now);
        let merged = merge(&self.read(), &untrack(|| self.now()), &first);
        let is_left = differs(&first, &merged.draft);
        self.alert.set(Some(now));
        self.put(&first, merged.draft);
        self.tested.set(Vec::new());
        let what_now = if is_left {
            "That is put together with what you changed. Look it through, and save it again."
        } else {
            "It is shown here as it is now; nothing of yours is left to save."
        };
        let done = merged.done.join(", ");
        self.meanwhile
            .set(Some(format!("Meanwhile somebody has {done}. {what_now}")));
        focus_later(self.meanwhile_id());
    }

    fn say(self, text: String) {
        self.refusal.set(RuleRefusal {
            rest: Some(text),
            ..RuleRefusal::default()
        });
        focus_later(self.problem_id());
    }

    fn refused(self, error: &ApiError, body: &WriteAlert) {
        let refusal = rule_refusal(error, body.alert_recipients.len());
        let field = refusal.fields.first().map(|(field, _)| self.field_id(*field));
        let recipient = refusal.recipients.first().map(|(at, _, _)| self.recipient_id(*at));
        let is_about_all = refusal.rest.is_some();
        self.refusal.set(refusal);
        let first = field.or(recipient).filter(|_| !is_about_all);
        focus_later(first.unwrap_or_else(|| self.problem_id()));
    }

    /// Deletes it, after it was asked for.
    pub(super) fn delete(self) {
        let Some(id) = self.alert.with_untracked(|alert| alert.as_ref()?.id) else {
            return;
        };
        let (rules, about) = (self.rules, self.about());
        let (organization, project) = (rules.organization.get_value(), rules.project.get_value());
        let forget_texts = self.draft.get_untracked().done_later();
        let name = untrack(|| self.title());
        let work = async move {
            let why = match delete_alert(&organization, &project, id).await {
                Ok(()) => return Ok(()),
                Err(ApiError::NotFound) => match find_alert(&organization, &project, id, &Cancel::never()).await {
                    // It is what was wanted, whoever did it.
                    Ok(None) | Err(ApiError::NotFound) => return Ok(()),
                    Ok(Some(_)) => Right::Projects.reason().to_owned(),
                    Err(error) => error.sentence(),
                },
                Err(error) => error.sentence(),
            };
            Err(format!("The alert was not deleted. {why}"))
        };
        self.deleting.act(work, move |()| {
            forget_texts();
            forget(&about);
            rules.remember(id, &[]);
            rules.toasts.say(format!("{name} was deleted"));
            rules.remove(self.key);
        });
    }
}

impl Outcome {
    /// Why nothing was saved.
    fn why(&self) -> String {
        match self {
            Self::Saved(_) => String::new(),
            Self::Changed(_) => "Somebody has changed it meanwhile; what you typed is kept.".to_owned(),
            Self::Gone => {
                "Somebody has deleted this alert meanwhile. What you typed is still here: saving it creates the alert anew."
                    .to_owned()
            }
            Self::NotAllowed => format!(
                "The server does not let you do this here, or the project is gone. {}",
                Right::Projects.reason()
            ),
            Self::Failed(error) => error.sentence(),
        }
    }
}
