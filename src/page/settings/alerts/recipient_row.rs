//! A recipient: what it is and where, opening it, testing it, taking it away.

use super::desk::Desk;
use super::recipient_dialog::Editing;
use super::test_send::Tested;
use crate::reactive::{aria, changing, changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::alert_reach::Recipient;
use glint_model::alert_rule::Kind;
use glint_model::reveal::reveal;
use glint_model::wire::alert::AlertRecipient;
use leptos::prelude::*;

/// The line.
pub(super) fn recipient_row(
    desk: Desk,
    at: usize,
    recipient: AlertRecipient,
    known: Recipient,
    may_write: bool,
) -> AnyView {
    let teams = desk.rules.teams.get();
    let is_email = recipient.recipient_type == Kind::Email.word();
    let to = match (is_email, &teams) {
        (true, None) => "members of the project’s teams".to_owned(),
        _ => known.to,
    };
    let doubt = (is_email && teams.is_some() && !known.is_reached)
        .then(|| view! { <span class="alr-problem">"Reaches nobody."</span> }.into_any());
    let name = format!("{} {to}", known.kind);
    let what = view! { <b>{known.kind}</b> " " <span>{to}</span> }.into_any();
    let what = if may_write {
        let (base, label) = (recipient.clone(), format!("Edit {name}"));
        let open = move |_| {
            let error = desk.refusal.with_untracked(|refusal| refusal.of_recipient(at));
            match Editing::of(desk, at, &base, error) {
                Some(editing) => desk.editing.set(Some(editing)),
                None => desk
                    .rules
                    .toasts
                    .say("Glint does not know recipients of this type. It is kept as it is when the alert is saved."),
            }
        };
        view! {
            <button class="alr-chip" type="button" id=desk.recipient_id(at) aria-label=label title="Edit" on:click=open>
                {what}
            </button>
        }
        .into_any()
    } else {
        view! { <span class="alr-chip">{what}</span> }.into_any()
    };
    let tags = recipient.tags();
    let tags = (!tags.is_empty()).then(|| {
        let names = reveal(&tags.join(", "));
        view! { <small class="alr-tags">"adds " {names}</small> }.into_any()
    });
    let (of_test, name_of_test) = (recipient.clone(), name.clone());
    let actions = may_write.then(|| {
        view! {
            <button
                class="btn icon small quiet"
                type="button"
                aria-label=format!("Remove {name}")
                title="Remove"
                on:click=move |_| desk.take_recipient(at)
            >
                {icon(Icon::Close, "")}
            </button>
            {maybe(move || test_button(desk, &of_test, &name_of_test))}
        }
        .into_any()
    });
    view! {
        <li>
            <div class="alr-recipient">{what} {actions}</div>
            {tags}
            {doubt}
            {refused(desk, at)}
            <p class="alr-tested" role="status">
                {changing(move || desk.test_of(&recipient).map(|tested| result(&tested)).into_any())}
            </p>
        </li>
    }
    .into_any()
}

/// Only what the server has can be tested; e-mail has no test.
fn test_button(desk: Desk, recipient: &AlertRecipient, name: &str) -> Option<AnyView> {
    if !desk.rules.has_tests() || recipient.recipient_type == Kind::Email.word() {
        return None;
    }
    let label = format!("Send a test to {name}");
    let Some(id) = desk.saved_number(recipient) else {
        return Some(view! { <span class="hint">"Can be tested once it is saved"</span> }.into_any());
    };
    let of = recipient.clone();
    let is_busy = aria(move || desk.test_of(&of) == Some(Tested::Sending));
    Some(
        view! {
            <button class="btn small" type="button" aria-label=label aria-disabled=is_busy on:click=move |_| desk.test(id)>
                "Test"
            </button>
        }
        .into_any(),
    )
}

fn result(tested: &Tested) -> AnyView {
    let class = if tested.is_failure() { "alr-problem" } else { "" };
    view! { <span class=class>{tested.sentence()}</span> }.into_any()
}

/// What the server said about it.
fn refused(desk: Desk, at: usize) -> AnyView {
    let said = move || {
        desk.refusal.with(|refusal| {
            let own = refusal.recipients.iter().filter(|(place, _, _)| *place == at);
            let words = own.map(|(_, field, words)| match field {
                Some(field) => format!("{}: {words}", field.label()),
                None => words.clone(),
            });
            words.collect::<Vec<_>>().join(" ")
        })
    };
    view! { <p class="alr-problem" role="alert">{changing_text(said)}</p> }.into_any()
}
