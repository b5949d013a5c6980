//! Deleting the team, which leaves its projects where they are.

use super::super::refused::why;
use super::TeamPage;
use crate::api::teams::delete_team;
use crate::permission::has;
use crate::reactive::maybe;
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::ui::form::{Asking, Question, refused_button};
use crate::ui::icon::{Icon, icon};
use glint_model::access::Right;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// So many projects are named.
const NAMED: usize = 10;

/// The section.
pub(super) fn section(page: TeamPage) -> AnyView {
    let may = has(Right::Teams);
    let (asking, go) = (Asking::closed(), StoredValue::new_local(use_go()));
    let run = move || {
        let (organization, slug) = (page.organization.get_value(), page.slug.get_value());
        let after = Route::settings(&organization, SettingsPart::Teams);
        let said = format!("Team #{slug} deleted");
        let (of, gone) = (organization.clone(), slug.clone());
        let work = async move {
            let outcome = delete_team(&organization, &slug).await;
            outcome.map_err(|error| format!("The team was not deleted. {}", why(&error)))
        };
        asking.act(work, move |()| {
            page.toasts.say(said);
            if let Some(open) = page.open {
                open.update(|details| {
                    if details.organization.slug == of {
                        details.forget_team(&gone);
                    }
                });
            }
            page.tell_others();
            if let Some(go) = go.try_get_value() {
                go(&after, Step::Replace);
            }
        });
    };
    let question = move || {
        let alone = left_alone(page);
        Question {
            title: format!("Delete {}?", page.name()),
            // Where nobody would be told of issues any more, a press is not enough.
            name: (!alone.is_empty()).then(|| page.slug.get_value()),
            what_goes: what_goes(alone),
            verb: "Delete the team",
            busy: "Deleting…",
            is_dangerous: true,
            run: Callback::new(move |()| run()),
        }
    };
    let button = move || match may.get()? {
        false => Some(refused_button(
            "Delete the team",
            Some(Icon::Delete),
            Right::Teams.reason(),
        )),
        true => Some(
            view! {
                <button class="btn" type="button" aria-haspopup="dialog" on:click=move |_| asking.open()>
                    {icon(Icon::Delete, "")}
                    "Delete the team…"
                </button>
            }
            .into_any(),
        ),
    };
    view! {
        <section class="panel" aria-labelledby="team-delete-title">
            <header><h2 id="team-delete-title">"Delete"</h2></header>
            <div class="panel-body">
                <p class="lead">"Only the team goes. Its members stay in the organization, and its projects stay as well."</p>
                <div class="panel-foot">{maybe(button)}</div>
            </div>
        </section>
        {asking.view(question)}
    }
    .into_any()
}

/// The names of the projects that no other team looks after.
fn left_alone(page: TeamPage) -> Vec<String> {
    let names = page.open.and_then(|open| {
        page.slug.with_value(|slug| {
            open.with(|details| {
                let only = details.projects.iter().filter(|project| {
                    let teams = project.teams.as_deref().unwrap_or_default();
                    matches!(teams, [only] if only.slug == *slug)
                });
                only.map(|project| reveal(&project.name)).collect()
            })
        })
    });
    names.unwrap_or_default()
}

/// Members and projects stay; those that are left alone are named.
fn what_goes(left: Vec<String>) -> AnyView {
    let alone = (!left.is_empty()).then(|| {
        let more = left.len().saturating_sub(NAMED);
        let named: Vec<AnyView> = left
            .into_iter()
            .take(NAMED)
            .map(|name| view! { <li>{name}</li> }.into_any())
            .collect();
        view! {
            <p>"No other team looks after these; until one does, nobody is told of their issues:"</p>
            <ul class="people-named">
                {named}
                {(more > 0).then(|| view! { <li>{format!("and {more} more")}</li> }.into_any())}
            </ul>
        }
        .into_any()
    });
    view! {
        <p>"The team goes, and who was in it. Its members and its projects stay. This cannot be undone."</p>
        {alone}
    }
    .into_any()
}
