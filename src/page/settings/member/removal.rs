//! Removing them, or leaving.

use super::super::members::removal_words;
use super::super::refused::why;
use super::MemberPage;
use crate::api::members::remove_member;
use crate::organization_list::OrganizationList;
use crate::reactive::{maybe, spawn};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::ui::form::{Asking, Question, refused_button};
use crate::ui::icon::{Icon, icon};
use glint_model::member_role::{Subject, why_not_remove};
use leptos::prelude::*;

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let asking = Asking::closed();
    let go = StoredValue::new_local(use_go());
    let organizations = OrganizationList::get();
    let state = Memo::new(move |_| {
        let (mine, subject) = (page.my_role.get()?, page.subject()?);
        Some((why_not_remove(mine, &subject), subject))
    });
    let body = move || {
        let (reason, subject) = state.get()?;
        let (title, lead, verb) = words(&subject);
        let button = match reason {
            Some(reason) => view! {
                {refused_button(verb, Some(Icon::Delete), reason)}
                <p class="hint">{reason}</p>
            }
            .into_any(),
            None => view! {
                <button class="btn" type="button" aria-haspopup="dialog" on:click=move |_| asking.open()>
                    {icon(Icon::Delete, "")}
                    {verb}
                    "…"
                </button>
            }
            .into_any(),
        };
        Some(
            view! {
                <section class="panel" aria-labelledby="member-remove-title">
                    <header><h2 id="member-remove-title">{title}</h2></header>
                    <div class="panel-body">
                        <p class="lead">{lead}</p>
                        <div class="panel-foot">{button}</div>
                    </div>
                </section>
            }
            .into_any(),
        )
    };
    let run = move |subject: Subject| {
        if !asking.begin() {
            return;
        }
        let (organization, id, name) = (
            page.organization.get_value(),
            page.id.get_value(),
            untrack(|| page.name()),
        );
        spawn(async move {
            match remove_member(&organization, &id).await {
                Ok(()) => {
                    page.toasts.say(match (subject.is_me, subject.is_pending) {
                        (true, _) => "You left the organization".to_owned(),
                        (_, true) => format!("The invitation of {name} was taken back"),
                        _ => format!("{name} was removed"),
                    });
                    asking.done();
                    let place = if subject.is_me {
                        organizations.refresh();
                        Route::Home
                    } else {
                        if let Some(open) = page.open {
                            open.refresh();
                        }
                        Route::settings(&organization, SettingsPart::Members)
                    };
                    if let Some(go) = go.try_get_value() {
                        go(&place, Step::Replace);
                    }
                }
                Err(error) => {
                    if let Some(unseen) = asking.refuse(why(&error)) {
                        page.toasts.say_problem(unseen);
                    }
                }
            }
        });
    };
    let question = move || {
        let subject = state.get_untracked().map(|(_, subject)| subject);
        let (is_me, is_pending) = subject.map_or((false, false), |subject| (subject.is_me, subject.is_pending));
        let (title, text, verb) = removal_words(&page.name(), is_me, is_pending);
        Question {
            title,
            what_goes: view! { <p>{text}</p> }.into_any(),
            name: None,
            verb,
            busy: "Removing…",
            is_dangerous: true,
            run: Callback::new(move |()| {
                if let Some(subject) = subject {
                    run(subject);
                }
            }),
            close: Callback::new(move |()| asking.close()),
        }
    };
    view! {
        {maybe(body)}
        {asking.view(question)}
    }
    .into_any()
}

/// The panel's title, what it is about, and what its button says.
fn words(subject: &Subject) -> (&'static str, &'static str, &'static str) {
    if subject.is_me {
        (
            "Leave",
            "Whoever leaves needs a new invitation to come back.",
            "Leave the organization",
        )
    } else if subject.is_pending {
        (
            "Take back",
            "As long as nobody has accepted it, an invitation can be taken back.",
            "Take back the invitation",
        )
    } else {
        (
            "Remove",
            "Whoever is removed sees nothing of the organization any more. Their account stays.",
            "Remove from the organization",
        )
    }
}
