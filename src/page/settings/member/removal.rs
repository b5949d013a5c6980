//! Removing them, or leaving.

use super::super::removal::{Leaver, removal};
use super::MemberPage;
use crate::reactive::maybe;
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::ui::form::{Asking, refused_button};
use crate::ui::icon::{Icon, icon};
use glint_model::member_role::{Subject, why_not_remove};
use leptos::prelude::*;

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let asking = Asking::closed();
    let go = StoredValue::new_local(use_go());
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
    let leaver = move || {
        let subject = state.get_untracked().map(|(_, subject)| subject);
        Leaver {
            id: page.id.get_value(),
            name: page.name(),
            is_me: subject.is_some_and(|subject| subject.is_me),
            is_pending: subject.is_some_and(|subject| subject.is_pending),
        }
    };
    let after = move |_| {
        if let Some(go) = go.try_get_value() {
            let organization = page.organization.get_value();
            go(&Route::settings(&organization, SettingsPart::Members), Step::Replace);
        }
    };
    view! {
        {maybe(body)}
        {removal(asking, page.organization, leaver, Callback::new(after))}
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
