//! Who has access: the teams that look after the project.

use super::place::Place;
use crate::api::teams::{give_project_to_team, list_project_teams, take_project_from_team};
use crate::browser::{dom, wait};
use crate::load::{Load, Loader, load};
use crate::reactive::{changing, maybe, spawn};
use crate::route::{Route, SettingsPart, TeamPart};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::pick_list::{Pick, pick_dialog, pick_list, pick_room};
use crate::ui::state::{failed, waiting};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::team::Team;
use leptos::prelude::*;

/// The id of the button that gives it to another team: where the focus goes when a row is gone.
const GIVE: &str = "project-give";

#[derive(Clone, Copy)]
struct Access {
    place: Place,
    list: Loader<Vec<Team>>,
    is_picking: RwSignal<bool>,
    is_busy: RwSignal<bool>,
}

/// The section.
pub fn teams(place: Place) -> AnyView {
    let list = load(move |cancel| {
        let (organization, project) = (place.organization(), place.slug());
        Box::pin(async move { list_project_teams(&organization, &project, &cancel).await })
    });
    let access = Access {
        place,
        list,
        is_picking: RwSignal::new(false),
        is_busy: RwSignal::new(false),
    };
    let give = move || {
        match place.may.get()? {
        true => Some(
            view! {
                <button class="btn" type="button" id=GIVE aria-haspopup="dialog" on:click=move |_| access.is_picking.set(true)>
                    {icon(Icon::Add, "")}
                    "Add a team"
                </button>
            }
            .into_any(),
        ),
        false => Some(refused_button("Add a team", Some(Icon::Add), Right::Projects.reason())),
    }
    };
    view! {
        <section class="panel" aria-labelledby="prj-teams">
            <header>
                <h2 id="prj-teams">"Teams"</h2>
                <div class="end">{maybe(give)}</div>
            </header>
            <p class="note">"Members of these teams see the project’s issues, and its alerts go to them."</p>
            {changing(move || body(access))}
        </section>
        {maybe(move || access.is_picking.get().then(|| picker(access)))}
    }
    .into_any()
}

fn body(access: Access) -> AnyView {
    match access.list.get() {
        Load::Ready(teams) if teams.is_empty() => view! {
            <p class="form-note warning prj-inside" role="status">
                "No team looks after this project: nobody sees its issues, and its e-mail alerts reach nobody."
            </p>
        }
        .into_any(),
        Load::Ready(teams) => {
            let rows: Vec<AnyView> = teams.iter().map(|team| row(access, team)).collect();
            view! { <ul class="things" aria-label="Teams">{rows}</ul> }.into_any()
        }
        Load::Failed(error) => failed(&error, move || access.list.reload()).into_any(),
        Load::Loading | Load::Slow => view! { <div class="panel-body">{waiting(3)}</div> }.into_any(),
    }
}

fn row(access: Access, team: &Team) -> AnyView {
    let (slug, place) = (team.slug.clone(), access.place);
    let href = Route::settings(
        &place.organization(),
        SettingsPart::Team(slug.clone(), TeamPart::Members),
    )
    .href();
    let members = counted(team.member_count, "member", "members");
    let about = if team.is_member {
        format!("{members}, you among them")
    } else {
        members
    };
    let label = format!("Remove {}", reveal(&slug));
    let name = reveal(&slug);
    let button = move || {
        let slug = slug.clone();
        (place.may.get() == Some(true)).then(|| {
            view! {
                <button class="btn small" type="button" aria-label=label.clone() on:click=move |_| take(access, slug.clone())>
                    "Remove"
                </button>
            }
            .into_any()
        })
    };
    view! {
        <li>
            <div class="what">
                <a class="prj-name" href=href><b>{name}</b></a>
                <small>{about}</small>
            </div>
            <div class="acts">{maybe(button)}</div>
        </li>
    }
    .into_any()
}

/// The teams that do not look after it yet.
fn picker(access: Access) -> AnyView {
    let has = untrack(|| access.list.ready()).unwrap_or_default();
    let all = access
        .place
        .open
        .and_then(|open| untrack(|| open.with(|details| details.teams.clone())));
    let mut others: Vec<Team> = all.unwrap_or_default();
    others.retain(|team| has.iter().all(|own| own.slug != team.slug));
    others.sort_by(|one, other| {
        other
            .is_member
            .cmp(&one.is_member)
            .then_with(|| one.slug.cmp(&other.slug))
    });
    let close = Callback::new(move |()| access.is_picking.set(false));
    let inside = if others.is_empty() {
        view! { <p class="lead">"Every team of the organization looks after this project already."</p> }.into_any()
    } else {
        let picks = others.iter().map(|team| Pick {
            label: team.slug.clone(),
            hint: counted(team.member_count, "member", "members"),
            ..Pick::default()
        });
        let picks = RwSignal::new(Some(picks.collect()));
        let slugs: Vec<String> = others.iter().map(|team| team.slug.clone()).collect();
        let choose = Callback::new(move |at: usize| {
            access.is_picking.set(false);
            if let Some(slug) = slugs.get(at) {
                give(access, slug.clone());
            }
        });
        pick_room(pick_list(
            "team-pick",
            "Find a team",
            picks,
            ViewFn::from(|| ()),
            choose,
        ))
    };
    pick_dialog("team-pick-title", "Add a team".to_owned(), close, inside)
}

fn give(access: Access, team: String) {
    change(access, team, true);
}

fn take(access: Access, team: String) {
    change(access, team, false);
}

/// Gives the project to a team or takes it away; taking away can be undone.
fn change(access: Access, team: String, is_given: bool) {
    let place = access.place;
    if access.is_busy.try_get_untracked().unwrap_or_default() {
        return;
    }
    access.is_busy.try_set(true);
    let (organization, project) = (place.organization(), place.slug());
    spawn(async move {
        let answer = if is_given {
            give_project_to_team(&organization, &project, &team).await
        } else {
            take_project_from_team(&organization, &project, &team).await
        };
        access.is_busy.try_set(false);
        let name = reveal(&team);
        match answer {
            Ok(_) => {
                access.list.refresh();
                place.project.refresh();
                place.refresh();
                if is_given {
                    place.toasts.say(format!("“{name}” looks after the project now"));
                } else {
                    let undo = move || {
                        let (team, organization, project) = (team.clone(), organization.clone(), project.clone());
                        spawn(async move {
                            match give_project_to_team(&organization, &project, &team).await {
                                Ok(_) => {
                                    access.list.refresh();
                                    place.refresh();
                                }
                                Err(error) => place.toasts.say_problem(refused(&team, true, &error)),
                            }
                        });
                    };
                    place
                        .toasts
                        .say_undoable(format!("“{name}” no longer looks after the project"), undo);
                }
                wait::frame().await;
                dom::focus(dom::by_id(GIVE));
            }
            Err(error) => place.toasts.say_problem(refused(&team, is_given, &error)),
        }
    });
}

fn refused(team: &str, is_given: bool, error: &ApiError) -> String {
    let what = if is_given { "added" } else { "removed" };
    let why = match error {
        ApiError::NotFound | ApiError::Forbidden(_) => "You may not do that.".to_owned(),
        error => error.sentence(),
    };
    format!("“{}” was not {what}. {why}", reveal(team))
}
