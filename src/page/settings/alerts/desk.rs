//! One alert while it is edited: what is typed, what is wrong with it, and saving.

use super::recipient_dialog::Editing;
use super::rules::{Entry, Rules, focus_later, heading_id};
use super::tests::Tested;
use crate::api::alerts::{create_alert, delete_alert, update_alert};
use crate::form_draft::FormDraft;
use crate::reactive::spawn;
use crate::ui::form::Asking;
use glint_model::alert_reach::name_of;
use glint_model::alert_rule::{RuleDraft, RuleField, RuleRefusal, recipients_text, rule_refusal};
use glint_model::error::ApiError;
use glint_model::wire::alert::{Alert, AlertRecipient, WriteAlert};
use leptos::prelude::*;

/// What a switch that is on has in the draft.
const ON: &str = "on";

/// The desk.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub rules: Rules,
    pub key: u32,
    /// As the server has it; none as long as it is not created.
    pub alert: RwSignal<Option<Alert>>,
    pub name: RwSignal<String>,
    pub counts: RwSignal<String>,
    pub quantity: RwSignal<String>,
    pub window: RwSignal<String>,
    pub uptime: RwSignal<String>,
    /// The recipients as JSON.
    pub recipients: RwSignal<String>,
    pub draft: FormDraft,
    pub is_judged: RwSignal<bool>,
    pub refusal: RwSignal<RuleRefusal>,
    pub is_busy: RwSignal<bool>,
    pub was_saved: RwSignal<bool>,
    /// The recipient whose fields are open.
    pub editing: RwSignal<Option<Editing>>,
    pub tested: RwSignal<Vec<(i64, Tested)>>,
    pub deleting: Asking,
}

impl Desk {
    pub(super) fn open(rules: Rules, entry: Entry) -> Self {
        let draft = entry.alert.as_ref().map_or_else(RuleDraft::new, RuleDraft::of);
        let switch = |is_on: bool| RwSignal::new(if is_on { ON } else { "" }.to_owned());
        let (counts, uptime) = (switch(draft.counts_events), switch(draft.uptime));
        let recipients = RwSignal::new(recipients_text(&draft.recipients));
        let [name, quantity, window] = [draft.name, draft.quantity, draft.window].map(RwSignal::new);
        let id = entry.alert.as_ref().and_then(|alert| alert.id);
        let about = format!(
            "alert {}/{}/{}",
            rules.organization.get_value(),
            rules.project.get_value(),
            id.map_or("new".to_owned(), |id| id.to_string())
        );
        let texts = vec![
            ("name", name),
            ("counts", counts),
            ("quantity", quantity),
            ("window", window),
            ("uptime", uptime),
            ("recipients", recipients),
        ];
        Self {
            rules,
            key: entry.key,
            alert: RwSignal::new(entry.alert),
            name,
            counts,
            quantity,
            window,
            uptime,
            recipients,
            draft: FormDraft::open(about, texts),
            is_judged: RwSignal::new(false),
            refusal: RwSignal::new(RuleRefusal::default()),
            is_busy: RwSignal::new(false),
            was_saved: RwSignal::new(false),
            editing: RwSignal::new(None),
            tested: RwSignal::new(Vec::new()),
            deleting: Asking::closed(),
        }
    }

    /// What it is called; tracked.
    pub(super) fn title(self) -> String {
        self.alert
            .with(|alert| alert.as_ref().map(name_of))
            .unwrap_or_else(|| "New alert".to_owned())
    }

    /// What is typed now; tracked.
    pub(super) fn now(self) -> RuleDraft {
        RuleDraft {
            name: self.name.get(),
            counts_events: is_on(self.counts),
            quantity: self.quantity.get(),
            window: self.window.get(),
            uptime: is_on(self.uptime),
            recipients: self.told(),
        }
    }

    /// The recipients now; tracked.
    pub(super) fn told(self) -> Vec<AlertRecipient> {
        self.recipients
            .with(|text| serde_json::from_str(text))
            .unwrap_or_default()
    }

    /// Turns a condition on or off.
    pub(super) fn switch(self, which: RwSignal<String>, on: bool) {
        which.set(if on { ON } else { "" }.to_owned());
        self.changed(RuleField::Condition);
    }

    /// Something was changed: what the server said about it is over.
    pub(super) fn changed(self, field: RuleField) {
        self.was_saved.set(false);
        if self
            .refusal
            .with_untracked(|refusal| *refusal != RuleRefusal::default())
        {
            self.refusal.update(|refusal| {
                refusal.rest = None;
                refusal.fields.retain(|(of, _)| *of != field);
            });
        }
    }

    /// What is wrong with a part; ours only once it was left or sent. Tracked.
    pub(super) fn problem(self, field: RuleField) -> Option<String> {
        let of = |all: &[(RuleField, String)]| all.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone());
        let own = || self.is_judged.get().then(|| of(&self.now().problems())).flatten();
        self.refusal.with(|refusal| of(&refusal.fields)).or_else(own)
    }

    /// Puts a recipient in its place, or behind the others.
    pub(super) fn put_recipient(self, at: Option<usize>, recipient: AlertRecipient) {
        let mut all = untrack(|| self.told());
        let place = at.filter(|at| *at < all.len()).unwrap_or(all.len());
        match all.get_mut(place) {
            Some(known) => *known = recipient,
            None => all.push(recipient),
        }
        self.changed(RuleField::Condition);
        self.refusal
            .update(|refusal| *refusal = std::mem::take(refusal).without_recipient(place, false));
        self.recipients.set(recipients_text(&all));
        focus_later(self.recipient_id(place));
    }

    /// Takes a recipient away: this one, and no other like it.
    pub(super) fn take_recipient(self, at: usize) {
        let mut all = untrack(|| self.told());
        if at >= all.len() {
            return;
        }
        all.remove(at);
        self.changed(RuleField::Condition);
        self.refusal
            .update(|refusal| *refusal = std::mem::take(refusal).without_recipient(at, true));
        self.recipients.set(recipients_text(&all));
        focus_later(if all.is_empty() {
            self.add_id()
        } else {
            self.recipient_id(at.min(all.len() - 1))
        });
    }

    /// The id of the button that opens a recipient.
    pub(super) fn recipient_id(self, at: usize) -> String {
        format!("alert-{}-recipient-{at}", self.key)
    }

    /// The id of the button that adds one.
    pub(super) fn add_id(self) -> String {
        format!("alert-{}-add", self.key)
    }

    /// The id of a field.
    pub(super) fn field_id(self, field: RuleField) -> String {
        let name = match field {
            RuleField::Condition => "condition",
            RuleField::Quantity => "quantity",
            RuleField::Window => "window",
            RuleField::Name => "label",
        };
        format!("alert-{}-{name}", self.key)
    }

    /// Gives up what was changed; a new one is gone.
    pub(super) fn give_up(self) {
        self.is_judged.set(false);
        self.refusal.set(RuleRefusal::default());
        self.draft.start_over();
        if self.alert.with_untracked(Option::is_none) {
            self.rules.remove(self.key);
        } else {
            focus_later(heading_id(self.key));
        }
    }

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
        let saved = self.draft.saved_later();
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
        if !self.deleting.begin() {
            return;
        }
        let rules = self.rules;
        let (organization, project) = (rules.organization.get_value(), rules.project.get_value());
        let forget = self.draft.saved_later();
        let name = untrack(|| self.title());
        spawn(async move {
            match delete_alert(&organization, &project, id).await {
                // It is what was wanted, whoever did it.
                Ok(()) | Err(ApiError::NotFound) => {
                    forget();
                    rules.remember(id, &[]);
                    self.deleting.done();
                    rules.toasts.say(format!("{name} was deleted"));
                    rules.remove(self.key);
                }
                Err(error) => {
                    let sentence = format!("The alert was not deleted. {}", error.sentence());
                    if let Some(sentence) = self.deleting.refuse(sentence) {
                        rules.toasts.say_problem(sentence);
                    }
                }
            }
        });
    }
}

/// Whether a switch is on; tracked.
pub(super) fn is_on(switch: RwSignal<String>) -> bool {
    switch.with(|text| text == ON)
}
