//! Removing a member, taking an invitation back, or leaving: the question before it, and what follows. The list of members
//! and a member's own page share it.

use super::refused::why;
use crate::api::members::remove_member;
use crate::open_organization::OpenOrganization;
use crate::organization_gone::organization_gone;
use crate::organization_list::OrganizationList;
use crate::route::{Route, Step, use_go};
use crate::ui::form::{Asking, Question};
use crate::ui::toast::Toasts;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// Who is to go.
#[derive(Clone, Default)]
pub struct Leaver {
    /// The id of the membership.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// Whether it is the reader, who leaves.
    pub is_me: bool,
    /// Whether they have not accepted the invitation yet.
    pub is_pending: bool,
}

/// The question, while it is asked about `leaver`. `after` is told the id of the membership when somebody else than the
/// reader is gone.
pub fn removal(
    asking: Asking,
    organization: StoredValue<OrganizationSlug>,
    leaver: impl Fn() -> Leaver + Send + Sync + 'static,
    after: Callback<String>,
) -> AnyView {
    let (go, organizations) = (StoredValue::new_local(use_go()), OrganizationList::get());
    let (open, toasts) = (OpenOrganization::get(), Toasts::get());
    let remove = move |leaver: Leaver| {
        let (slug, id) = (organization.get_value(), leaver.id.clone());
        let left = slug.clone();
        let work = async move { remove_member(&slug, &id).await.map_err(|error| why(&error)) };
        asking.act(work, move |()| {
            toasts.say(leaver.farewell());
            if !leaver.is_me {
                if let Some(open) = open {
                    open.refresh();
                }
                // The list that asked may be gone by now.
                after.try_run(leaver.id);
                return;
            }
            organization_gone(organizations, &left);
            if let Some(go) = go.try_get_value() {
                go(&Route::Home, Step::Replace);
            }
        });
    };
    asking.view(move || {
        let leaver = leaver();
        let (title, text, verb, busy) = leaver.words();
        Question {
            title,
            what_goes: view! { <p>{text}</p> }.into_any(),
            name: None,
            verb,
            busy,
            is_dangerous: true,
            run: Callback::new(move |()| remove(leaver.clone())),
        }
    })
}

impl Leaver {
    /// Title and text of the question, and its button at rest and at work.
    fn words(&self) -> (String, &'static str, &'static str, &'static str) {
        let name = &self.name;
        if self.is_me {
            (
                "Leave this organization?".to_owned(),
                "You will see nothing of it any more. To come back you have to be invited again.",
                "Leave",
                "Leaving…",
            )
        } else if self.is_pending {
            (
                format!("Take back the invitation of {name}?"),
                "The link in their e-mail stops working. They can be invited again.",
                "Take it back",
                "Taking it back…",
            )
        } else {
            (
                format!("Remove {name}?"),
                "They leave all teams here and see nothing of this organization any more. Their account stays, and they can be \
                 invited again.",
                "Remove",
                "Removing…",
            )
        }
    }

    /// What is said once they are gone.
    fn farewell(&self) -> String {
        let name = &self.name;
        match (self.is_me, self.is_pending) {
            (true, _) => "You left the organization".to_owned(),
            (_, true) => format!("The invitation of {name} was taken back"),
            _ => format!("{name} was removed"),
        }
    }
}
