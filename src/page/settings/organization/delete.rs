//! Deleting the organization: who may, what goes with it, and where one is afterwards.

use crate::api::organizations::delete_organization;
use crate::load::Loader;
use crate::open_organization::OpenOrganization;
use crate::organization_gone::organization_gone;
use crate::organization_list::OrganizationList;
use crate::permission::has;
use crate::reactive::changing;
use crate::route::{Route, Step, use_go};
use crate::ui::form::{Asking, Question, refused_button};
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_counts::count_members;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::member::Member;
use leptos::prelude::*;

const LABEL: &str = "Delete the organization";

/// The panel.
pub fn delete_panel(organization: OrganizationSlug, members: Loader<Vec<Member>>) -> AnyView {
    let right = has(Right::Everything);
    let may_delete = Memo::new(move |_| right.get() != Some(false));
    let asking = Asking::closed();
    let (open, list, toasts, go) = (
        OpenOrganization::get(),
        OrganizationList::get(),
        Toasts::get(),
        use_go(),
    );
    let name = move || open.map(|open| untrack(|| open.name())).unwrap_or_default();
    let run = StoredValue::new_local(move || {
        let (of, name, go) = (organization.clone(), reveal(&name()), go.clone());
        let said = format!("“{name}” was deleted");
        let slug = of.clone();
        let work = async move {
            let gone = delete_organization(&slug).await;
            gone.map_err(|error| format!("“{name}” was not deleted. {}", refusal(&error)))
        };
        asking.act(work, move |()| {
            let is_here = open.is_some_and(|open| open.slug.get_untracked().as_ref() == Some(&of));
            organization_gone(list, &of);
            toasts.say(said);
            if is_here {
                go(&Route::Home, Step::Replace);
            }
        });
    });
    let question = move || Question {
        title: "Delete this organization?".to_owned(),
        what_goes: what_goes(open, members),
        name: Some(name()),
        verb: LABEL,
        busy: "Deleting…",
        is_dangerous: true,
        run: Callback::new(move |()| {
            run.with_value(|run| run());
        }),
    };
    let button = move || {
        if may_delete.get() {
            view! {
                <button class="btn danger" type="button" on:click=move |_| asking.open()>
                    {icon(Icon::Delete, "")}
                    {LABEL}
                </button>
            }
            .into_any()
        } else {
            refused_button(LABEL, Some(Icon::Delete), Right::Everything.reason())
        }
    };
    view! {
        <section class="panel" aria-labelledby="delete-heading">
            <header><h2 id="delete-heading">"Delete"</h2></header>
            <div class="panel-body">
                <p class="muted">
                    "All projects go with it: their issues, events, releases, monitors and alerts. This cannot be undone."
                </p>
                <div class="panel-foot">{changing(button)}</div>
            </div>
            {asking.view(question)}
        </section>
    }
    .into_any()
}

fn what_goes(open: Option<OpenOrganization>, members: Loader<Vec<Member>>) -> AnyView {
    let inside = open.and_then(|open| open.with(|details| (details.projects.len(), details.teams.len())));
    let projects = inside.map_or("All projects".to_owned(), |(projects, _)| {
        counted(projects as u64, "project", "projects")
    });
    let teams = inside.map_or("All teams".to_owned(), |(_, teams)| {
        counted(teams as u64, "team", "teams")
    });
    let counts = members.with(|load| load.ready().map(|members| count_members(members)));
    let (members, invitations) = counts.map_or(
        ("All members lose their way in; their accounts stay".to_owned(), None),
        |counts| {
            let pending = counted(counts.pending, "open invitation", "open invitations");
            let words = counted(
                counts.joined(),
                "member loses the way in; the account stays",
                "members lose their way in; their accounts stay",
            );
            (words, (counts.pending > 0).then_some(pending))
        },
    );
    view! {
        <p>"This goes for good, for everybody:"</p>
        <ul class="org-goes">
            <li>{projects} ", with all their issues, events, releases, DSN keys and alerts"</li>
            <li>"all monitors, with what they found, and status pages"</li>
            <li>{teams}</li>
            <li>{members}</li>
            {invitations.map(|invitations| view! { <li>{invitations}</li> })}
        </ul>
    }
    .into_any()
}

fn refusal(error: &ApiError) -> String {
    match error {
        ApiError::Forbidden(None) | ApiError::NotFound => {
            "You may not delete this organization. Only an owner may, and it may be gone already.".to_owned()
        }
        other => other.sentence(),
    }
}
