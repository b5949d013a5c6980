//! One alert while it is edited: what is typed, and what is wrong with it. (`save` sends it.)

use super::recipient_dialog::Editing;
use super::rules::{Entry, Rules, focus_later, heading_id};
use super::test_send::Tested;
use crate::form_draft::FormDraft;
use crate::ui::form::Asking;
use glint_model::alert_reach::name_of;
use glint_model::alert_rule::{RuleDraft, RuleField, RuleRefusal, recipients_text};
use glint_model::wire::alert::{Alert, AlertRecipient};
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
}

/// Whether a switch is on; tracked.
pub(super) fn is_on(switch: RwSignal<String>) -> bool {
    switch.with(|text| text == ON)
}
