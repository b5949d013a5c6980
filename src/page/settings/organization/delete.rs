//! Deleting the organization: who may, what goes with it, and where one is afterwards.

use crate::api::organizations::delete_organization;
use crate::load::Loader;
use crate::open_organization::OpenOrganization;
use crate::organization_gone::organization_gone;
use crate::organization_list::OrganizationList;
use crate::permission::has;
use crate::reactive::{changing, changing_text, maybe};
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

/// What goes; the numbers come in while the question is asked.
fn what_goes(open: Option<OpenOrganization>, members: Loader<Vec<Member>>) -> AnyView {
    let inside = move || open.and_then(|open| open.with(|details| (details.projects.len(), details.teams.len())));
    let projects = move || {
        inside().map_or("All projects".to_owned(), |(projects, _)| {
            counted(projects as u64, "project", "projects")
        })
    };
    let teams = move || {
        inside().map_or("All teams".to_owned(), |(_, teams)| {
            counted(teams as u64, "team", "teams")
        })
    };
    let counts = move || members.with(|load| load.ready().map(|members| count_members(members)));
    let members = move || {
        counts().map_or(
            "All members lose their way in; their accounts stay".to_owned(),
            |counts| {
                counted(
                    counts.joined(),
                    "member loses the way in; the account stays",
                    "members lose their way in; their accounts stay",
                )
            },
        )
    };
    let invitations = move || {
        let pending = counts()?.pending;
        let words = counted(pending, "open invitation", "open invitations");
        (pending > 0).then(|| view! { <li>{words}</li> }.into_any())
    };
    view! {
        <p>"This goes for good, for everybody:"</p>
        <ul class="org-goes">
            <li>{changing_text(projects)} ", with all their issues, events, releases, DSN keys and alerts"</li>
            <li>"all monitors, with what they found, and status pages"</li>
            <li>{changing_text(teams)}</li>
            <li>{changing_text(members)}</li>
            {maybe(invitations)}
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
