//! One alert: its sentence, who is told, how often it would have fired, and what can be done with it.

use super::desk::Desk;
use super::foot::foot;
use super::recipient_dialog::recipient_dialog;
use super::recipients::recipients;
use super::rules::{Entry, Rules, heading_id};
use super::sentence::{condition, name_field};
use crate::load::Load;
use crate::reactive::{changing, changing_text, maybe};
use crate::ui::form::Question;
use crate::ui::icon::{Icon, icon};
use glint_model::alert_rule::{Fires, sentence, would_have_fired};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The alert, to be edited by those who may.
pub(super) fn card(rules: Rules, entry: Entry) -> AnyView {
    let desk = Desk::open(rules, entry);
    let heading = heading_id(desk.key);
    let labelled_by = heading.clone();
    view! {
        <li class="panel alr-rule" aria-labelledby=labelled_by>
            <header>
                <h3 id=heading tabindex="-1">{changing_text(move || desk.title())}</h3>
                <span class="alr-state" role="status">{changing_text(move || state(desk))}</span>
                {maybe(move || (rules.may_write.get() == Some(true)).then(|| delete_button(desk)).flatten())}
            </header>
            {changing(move || match rules.may_write.get() {
                Some(true) => editor(desk),
                _ => reader(desk),
            })}
        </li>
    }
    .into_any()
}

fn state(desk: Desk) -> String {
    if desk.is_busy.get() {
        "Saving…"
    } else if desk.alert.with(Option::is_none) {
        "Not created yet"
    } else if desk.is_unsaved.get() {
        "Not saved yet"
    } else if desk.was_saved.get() {
        "Saved"
    } else {
        ""
    }
    .to_owned()
}

fn editor(desk: Desk) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.save();
    };
    view! {
        <form class="panel-body alr-body" novalidate=true on:submit=submit>
            {maybe(move || note(desk))}
            {condition(desk)}
            {recipients(desk, true)}
            {name_field(desk)}
            {changing(move || fires(desk))}
            {foot(desk)}
        </form>
        {maybe(move || desk.editing.get().map(|editing| recipient_dialog(desk, editing)))}
        {desk.deleting.view(move || question(desk))}
    }
    .into_any()
}

/// What is not as somebody would expect it: changed by somebody else meanwhile, or on an earlier visit.
fn note(desk: Desk) -> Option<AnyView> {
    if let Some(text) = desk.meanwhile.get() {
        let note = view! { <p class="form-note" id=desk.meanwhile_id() role="status" tabindex="-1">{text}</p> };
        return Some(note.into_any());
    }
    if !desk.are_recipients_restored.get() {
        return Some(desk.draft.get().note());
    }
    let note = view! {
        <p class="form-note" role="status">
            <span>"This is what you changed here before and did not save."</span>
            <button class="btn small" type="button" on:click=move |_| desk.give_up()>"Start over"</button>
        </p>
    };
    Some(note.into_any())
}

fn reader(desk: Desk) -> AnyView {
    let says = move || {
        desk.alert
            .with(|alert| alert.as_ref().map(sentence))
            .unwrap_or_default()
    };
    view! {
        <div class="panel-body alr-body">
            <p class="alr-sentence">{changing_text(says)}</p>
            {recipients(desk, false)}
            {changing(move || fires(desk))}
        </div>
    }
    .into_any()
}

fn fires(desk: Desk) -> AnyView {
    let Some((quantity, minutes)) = desk.now().counts() else {
        return ().into_any();
    };
    let number = |number: i64| u32::try_from(number.max(0)).unwrap_or(u32::MAX);
    let (quantity, minutes) = (number(quantity), number(minutes));
    match desk.rules.hours.get() {
        Load::Ready(Some(hours)) => {
            let fires = would_have_fired(&hours, quantity, minutes);
            let hint = (fires.at_most > 0).then(|| view! { <span class="hint">{Fires::hint()}</span> }.into_any());
            view! { <p class="alr-fires">{fires.sentence()} {hint}</p> }.into_any()
        }
        Load::Failed(error) => view! {
            <p class="alr-fires">
                <span class="hint">"How often it would have fired is not known. " {error.sentence()}</span>
                <button class="btn small" type="button" on:click=move |_| desk.rules.hours.reload()>"Try again"</button>
            </p>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

fn delete_button(desk: Desk) -> Option<AnyView> {
    desk.alert.with(Option::is_some).then(|| {
        view! {
            <button
                class="btn icon quiet"
                type="button"
                aria-label=move || format!("Delete {}", desk.title())
                title="Delete"
                on:click=move |_| desk.deleting.open()
            >
                {icon(Icon::Delete, "")}
            </button>
        }
        .into_any()
    })
}

fn question(desk: Desk) -> Question {
    let says = desk
        .alert
        .with_untracked(|alert| alert.as_ref().map(sentence))
        .unwrap_or_default();
    Question {
        title: format!("Delete {}?", desk.title()),
        what_goes: view! {
            <p>"It says: “" {says} "” Nobody is told of that any more, and its recipients are gone with it."</p>
        }
        .into_any(),
        name: None,
        verb: "Delete the alert",
        busy: "Deleting…",
        is_dangerous: true,
        run: Callback::new(move |()| desk.delete()),
    }
}
