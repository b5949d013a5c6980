//! Handing the organization over to them.

use super::super::refused::why;
use super::MemberPage;
use crate::api::members::make_account_owner;
use crate::reactive::maybe;
use crate::ui::form::{Asking, Question, refused_button};
use glint_model::member_role::{Role, why_not_hand_over};
use leptos::prelude::*;

/// The panel, for owners; nobody else has to do with it.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let asking = Asking::closed();
    let reason = Memo::new(move |_| {
        let (mine, subject) = (page.my_role.get()?, page.subject()?);
        (mine == Role::Owner).then(|| (why_not_hand_over(mine, &subject), subject))
    });
    let body = move || {
        let (reason, subject) = reason.get()?;
        let label = if subject.is_me {
            "Take the organization over"
        } else {
            "Hand the organization over"
        };
        let button = match reason {
            _ if subject.is_account_owner && subject.is_me => view! { <p>"The organization is yours."</p> }.into_any(),
            _ if subject.is_account_owner => view! { <p>"The organization is theirs."</p> }.into_any(),
            Some(reason) => view! {
                {refused_button(label, None, reason)}
                <p class="hint">{reason}</p>
            }
            .into_any(),
            None => view! {
                <button class="btn" type="button" aria-haspopup="dialog" on:click=move |_| asking.open()>
                    {label}
                    "…"
                </button>
            }
            .into_any(),
        };
        Some(
            view! {
                <section class="panel" aria-labelledby="member-ownership-title">
                    <header><h2 id="member-ownership-title">"Account owner"</h2></header>
                    <div class="panel-body">
                        <p class="lead">
                            "An organization belongs to one of its owners: they cannot be removed, and look after its plan."
                        </p>
                        <div class="panel-foot">{button}</div>
                    </div>
                </section>
            }
            .into_any(),
        )
    };
    view! {
        {maybe(body)}
        {asking.view(move || question(page, asking))}
    }
    .into_any()
}

fn question(page: MemberPage, asking: Asking) -> Question {
    let organization = page.open.map(|open| open.name());
    let organization = organization.unwrap_or_else(|| page.organization.with_value(ToString::to_string));
    let name = page.name();
    let is_me = page.subject().is_some_and(|subject| subject.is_me);
    let (to, of) = (name.clone(), organization.clone());
    let run = move || {
        let (slug, id) = (page.organization.get_value(), page.id.get_value());
        let (to, of) = (to.clone(), of.clone());
        let said = format!("{of} belongs to {to} now");
        let work = async move {
            let changed = make_account_owner(&slug, &id).await;
            changed.map_err(|error| format!("{of} was not handed over. {}", why(&error)))
        };
        asking.act(work, move |changed| {
            page.toasts.say(said);
            page.member.update(|detail| *detail = changed);
            page.tell_others();
        });
    };
    Question {
        title: if is_me {
            format!("Take {organization} over?")
        } else {
            format!("Hand {organization} over to {name}?")
        },
        what_goes: view! {
            <p>
                "The organization is "
                {if is_me { "yours" } else { "theirs" }}
                " from then on, with its plan. Whose it was before stays an owner, and only an owner can hand it back."
            </p>
        }
        .into_any(),
        name: Some(organization),
        verb: if is_me { "Take it over" } else { "Hand it over" },
        busy: if is_me { "Taking over…" } else { "Handing over…" },
        is_dangerous: true,
        run: Callback::new(move |()| run()),
    }
}
