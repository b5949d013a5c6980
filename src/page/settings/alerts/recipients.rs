//! Who is told by an alert: a line for each, and the menu that adds one.

use super::desk::Desk;
use super::recipient_dialog::Editing;
use super::recipient_row::recipient_row;
use super::rules::{Adding, Rules};
use crate::browser::dom;
use crate::reactive::changing;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{close_menu, open_menu_at, shared_menu};
use glint_model::alert_reach::recipients_of;
use glint_model::alert_rule::{Kind, RecipientForm};
use leptos::prelude::*;

/// The id of the menu with the types.
const MENU: &str = "alert-kinds";

/// The recipients of an alert; those who may change it get what that takes.
pub(super) fn recipients(desk: Desk, may_write: bool) -> AnyView {
    let title = format!("alert-{}-tell", desk.key);
    let add = may_write.then(|| add_button(desk));
    view! {
        <div class="alr-sentence" role="group" aria-labelledby=title>
            <span class="alr-word" id=title.clone()>{if may_write { "tell" } else { "Told" }}</span>
            <div class="alr-told">
                {changing(move || {
                    let all = desk.told();
                    if all.is_empty() {
                        return view! { <p class="alr-nobody">{icon(Icon::Warning, "")} "nobody"</p> }.into_any();
                    }
                    let teams = desk.rules.teams.get();
                    let known = recipients_of(&all, teams.as_deref().unwrap_or_default());
                    let rows: Vec<AnyView> = all
                        .into_iter()
                        .zip(known)
                        .enumerate()
                        .map(|(at, (recipient, known))| recipient_row(desk, at, recipient, known, may_write))
                        .collect();
                    view! { <ul class="alr-recipients">{rows}</ul> }.into_any()
                })}
                {add}
            </div>
        </div>
    }
    .into_any()
}

fn add_button(desk: Desk) -> AnyView {
    let id = desk.add_id();
    let add = Callback::new(move |kind: Kind| add_one(desk, kind));
    let press = {
        let id = id.clone();
        move |_| {
            let has_email = untrack(|| desk.told())
                .iter()
                .any(|recipient| recipient.recipient_type == Kind::Email.word());
            desk.rules.adding.set(Some(Adding { has_email, add }));
            if let Some(button) = dom::by_id(&id) {
                open_menu_at(MENU, &button);
            }
        }
    };
    view! {
        <button class="btn small" type="button" id=id aria-haspopup="true" on:click=press>
            {icon(Icon::Add, "")}
            "Add recipient"
        </button>
    }
    .into_any()
}

fn add_one(desk: Desk, kind: Kind) {
    if kind == Kind::Email {
        let email = RecipientForm::new(kind).to_recipient(None);
        desk.put_recipient(None, email);
    } else {
        desk.editing.set(Some(Editing::new(desk, kind)));
    }
}

/// The menu with the types of recipients that the server knows; one for all alerts of the page.
pub(super) fn kinds_menu(rules: Rules) -> AnyView {
    let entries = changing(move || {
        let has_email = rules
            .adding
            .with(|adding| adding.is_some_and(|adding| adding.has_email));
        Kind::ALL
            .into_iter()
            .filter(|kind| rules.server.knows_recipient(*kind) && !(has_email && *kind == Kind::Email))
            .map(|kind| entry(rules, kind))
            .collect::<Vec<_>>()
            .into_any()
    });
    shared_menu(MENU, "Type of recipient", entries)
}

fn entry(rules: Rules, kind: Kind) -> AnyView {
    let choose = move |_| {
        close_menu(MENU);
        if let Some(adding) = rules.adding.get_untracked() {
            adding.add.run(kind);
        }
    };
    view! { <button class="entry" type="button" on:click=choose><span>{kind.name()}</span></button> }.into_any()
}
