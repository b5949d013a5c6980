//! One alert while it is edited: what is typed, and what is wrong with it. (`save` sends it.)

use super::kept_recipients::{Kept, forget, keep, kept};
use super::recipient_dialog::Editing;
use super::rules::{Entry, Rules, focus_later, heading_id};
use super::test_send::Tested;
use crate::browser::wait;
use crate::form_draft::FormDraft;
use crate::ui::form::Asking;
use glint_model::alert_reach::name_of;
use glint_model::alert_rule::{RecipientForm, RuleDraft, RuleField, RuleRefusal, merge_recipients};
use glint_model::wire::alert::{Alert, AlertRecipient};
use leptos::prelude::*;

/// What a switch that is on has in the draft.
const ON: &str = "on";

/// A recipient as it was, or none for a new one, and what was typed about it in the dialog and not taken over.
type Unfinished = Vec<(Option<AlertRecipient>, RecipientForm)>;

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
    recipients: RwSignal<Vec<AlertRecipient>>,
    /// The texts, kept in the browser. It is another one once the alert is created.
    pub draft: RwSignal<FormDraft>,
    /// What the draft is about, and what it lives in.
    about: StoredValue<(String, Owner)>,
    owner: StoredValue<Owner>,
    /// Whether something is changed that is not saved.
    pub is_unsaved: Memo<bool>,
    /// Whether some of that would be gone with the tab: recipients are not kept in the browser.
    pub would_be_lost: Memo<bool>,
    /// Whether the recipients were changed on an earlier visit.
    pub are_recipients_restored: RwSignal<bool>,
    pub is_judged: RwSignal<bool>,
    pub refusal: RwSignal<RuleRefusal>,
    pub is_busy: RwSignal<bool>,
    pub was_saved: RwSignal<bool>,
    /// What somebody else did to the alert since it was read.
    pub meanwhile: RwSignal<Option<String>>,
    /// The recipient whose fields are open.
    pub editing: RwSignal<Option<Editing>>,
    pub unfinished: StoredValue<Unfinished>,
    pub tested: RwSignal<Vec<(i64, Tested)>>,
    pub deleting: Asking,
}

impl Desk {
    pub(super) fn open(rules: Rules, entry: Entry) -> Self {
        let draft = draft_of(entry.alert.as_ref());
        let switch = |is_on: bool| RwSignal::new(switch_text(is_on));
        let (counts, uptime) = (switch(draft.counts_events), switch(draft.uptime));
        let [name, quantity, window] = [draft.name, draft.quantity, draft.window].map(RwSignal::new);
        let about = rules.about(entry.alert.as_ref().and_then(|alert| alert.id));
        let of_draft = Owner::new();
        let texts = texts([name, counts, quantity, window, uptime]);
        let (first, restored) = (draft.recipients, kept(&about));
        let are_restored = restored.is_some();
        let recipients = match restored {
            // Meanwhile somebody else may have changed them as well.
            Some(kept) if entry.alert.is_some() => merge_recipients(&kept.read, &kept.typed, &first),
            Some(kept) => kept.typed,
            None => first,
        };
        let (alert, recipients) = (RwSignal::new(entry.alert), RwSignal::new(recipients));
        let draft = RwSignal::new(of_draft.with(|| FormDraft::open(about.clone(), texts)));
        let are_recipients_changed =
            Memo::new(move |_| alert.with(|alert| recipients.with(|now| *now != draft_of(alert.as_ref()).recipients)));
        let desk = Self {
            rules,
            key: entry.key,
            alert,
            name,
            counts,
            quantity,
            window,
            uptime,
            recipients,
            draft,
            about: StoredValue::new((about, of_draft)),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            is_unsaved: Memo::new(move |_| are_recipients_changed.get() || draft.get().is_unsaved().get()),
            would_be_lost: Memo::new(move |_| are_recipients_changed.get() || draft.get().would_be_lost().get()),
            are_recipients_restored: RwSignal::new(are_restored),
            is_judged: RwSignal::new(false),
            refusal: RwSignal::new(RuleRefusal::default()),
            is_busy: RwSignal::new(false),
            was_saved: RwSignal::new(false),
            meanwhile: RwSignal::new(None),
            editing: RwSignal::new(None),
            unfinished: StoredValue::new(Vec::new()),
            tested: RwSignal::new(Vec::new()),
            deleting: Asking::closed(),
        };
        rules.desks.update(|desks| desks.push(desk));
        on_cleanup(move || {
            rules
                .desks
                .try_update(|desks| desks.retain(|other| other.key != desk.key));
        });
        desk
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
            read: self.alert.with(|alert| alert.as_ref().and_then(Alert::counts)),
        }
    }

    /// The alert as it was read last, or what a new one begins with; not tracked.
    pub(super) fn read(self) -> RuleDraft {
        self.alert.with_untracked(|alert| draft_of(alert.as_ref()))
    }

    /// The recipients now; tracked.
    pub(super) fn told(self) -> Vec<AlertRecipient> {
        self.recipients.try_get().unwrap_or_default()
    }

    /// Puts a whole draft on the desk. What the server has is `first`: all that differs from it is not saved.
    pub(super) fn put(self, first: &RuleDraft, draft: RuleDraft) {
        let mut first = first.clone();
        if !first.counts_events {
            // Numbers of a condition that is off are not saved; they wait here for it to be on again.
            first.quantity.clone_from(&draft.quantity);
            first.window.clone_from(&draft.window);
        }
        self.put_texts(&first);
        let saved = self.draft.with_untracked(|draft| draft.saved_later());
        saved();
        self.put_texts(&draft);
        self.set_recipients(draft.recipients);
    }

    fn put_texts(self, draft: &RuleDraft) {
        self.name.set(draft.name.clone());
        self.counts.set(switch_text(draft.counts_events));
        self.quantity.set(draft.quantity.clone());
        self.window.set(draft.window.clone());
        self.uptime.set(switch_text(draft.uptime));
    }

    /// From now on the draft is about this alert: it was created. False when the page is gone meanwhile.
    pub(super) async fn is_now(self, alert: &Alert) -> bool {
        let about = self.rules.about(alert.id);
        let (before, of_draft_before) = self.about.get_value();
        if before == about {
            return true;
        }
        let forget_texts = self.draft.get_untracked().done_later();
        forget(&before);
        let of_draft = self.owner.get_value().with(Owner::new);
        let texts = texts([self.name, self.counts, self.quantity, self.window, self.uptime]);
        self.draft.set(of_draft.with(|| FormDraft::open(about.clone(), texts)));
        self.about.set_value((about, of_draft));
        // What shows the draft of before looks at the new one then, and at the old one no more.
        wait::milliseconds(0).await;
        of_draft_before.cleanup();
        forget_texts();
        self.alert.try_get_untracked().is_some()
    }

    /// What the draft is about.
    pub(super) fn about(self) -> String {
        self.about.with_value(|(about, _)| about.clone())
    }

    fn set_recipients(self, all: Vec<AlertRecipient>) {
        let read = self.read().recipients;
        let typed = all.clone();
        keep(&self.about(), Kept { read, typed });
        self.recipients.set(all);
    }

    /// Turns a condition on or off.
    pub(super) fn switch(self, which: RwSignal<String>, on: bool) {
        which.set(switch_text(on));
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
        self.set_recipients(all);
        focus_later(self.recipient_id(place));
    }

    /// Takes a recipient away: this one, and no other like it.
    pub(super) fn take_recipient(self, at: usize) {
        let mut all = untrack(|| self.told());
        if at >= all.len() {
            return;
        }
        all.remove(at);
        let next = match all.len() {
            0 => self.add_id(),
            left => self.recipient_id(at.min(left - 1)),
        };
        self.changed(RuleField::Condition);
        self.refusal
            .update(|refusal| *refusal = std::mem::take(refusal).without_recipient(at, true));
        self.set_recipients(all);
        focus_later(next);
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

    /// The id of what is said about the whole.
    pub(super) fn problem_id(self) -> String {
        format!("alert-{}-problem", self.key)
    }

    /// The id of what is said of somebody else's change.
    pub(super) fn meanwhile_id(self) -> String {
        format!("alert-{}-meanwhile", self.key)
    }

    /// Gives up what was changed; a new one is gone.
    pub(super) fn give_up(self) {
        self.is_judged.set(false);
        self.refusal.set(RuleRefusal::default());
        self.meanwhile.set(None);
        self.are_recipients_restored.set(false);
        self.unfinished.set_value(Vec::new());
        self.draft.with_untracked(|draft| draft.start_over());
        self.set_recipients(self.read().recipients);
        if self.alert.with_untracked(Option::is_none) {
            self.rules.remove(self.key);
        } else {
            focus_later(heading_id(self.key));
        }
    }
}

fn draft_of(alert: Option<&Alert>) -> RuleDraft {
    alert.map_or_else(RuleDraft::new, RuleDraft::of)
}

fn texts([name, counts, quantity, window, uptime]: [RwSignal<String>; 5]) -> crate::form_draft::Texts {
    vec![
        ("name", name),
        ("counts", counts),
        ("quantity", quantity),
        ("window", window),
        ("uptime", uptime),
    ]
}

fn switch_text(is_on: bool) -> String {
    if is_on { ON } else { "" }.to_owned()
}

/// Whether a switch is on; tracked.
pub(super) fn is_on(switch: RwSignal<String>) -> bool {
    switch.with(|text| text == ON)
}
