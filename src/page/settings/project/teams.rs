//! Who has access: the teams that look after the project.

use super::super::adding::{Adding, add_button};
use super::place::Place;
use crate::api::teams::{give_project_to_team, list_project_teams, take_project_from_team};
use crate::issue_list_memory;
use crate::load::{Load, Loader, load};
use crate::reactive::{aria, attribute, changing, focus_soon, maybe, spawn};
use crate::route::{Route, SettingsPart, TeamPart};
use crate::ui::form::refused_button;
use crate::ui::icon::Icon;
use crate::ui::pick_list::Pick;
use crate::ui::state::{failed, waiting};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::team::Team;
use leptos::prelude::*;

/// The heading takes the focus when a row is gone.
const HEADING: &str = "prj-teams";

#[derive(Clone, Copy)]
struct Access {
    place: Place,
    list: Loader<Vec<Team>>,
    /// The slugs of the teams that are just being given the project or lose it.
    busy: RwSignal<Vec<String>>,
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
        busy: RwSignal::new(Vec::new()),
    };
    let give = move || {
        Some(if place.may.get()? {
            picker(access)
        } else {
            refused_button("Add a team", Some(Icon::Add), Right::Projects.reason())
        })
    };
    view! {
        <section class="panel" aria-labelledby=HEADING>
            <header>
                <h2 id=HEADING tabindex="-1">"Teams"</h2>
                <div class="end">{maybe(give)}</div>
            </header>
            <p class="note">"Members of these teams see the project’s issues, and its alerts go to them."</p>
            {changing(move || body(access))}
        </section>
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
        let (slug, of) = (slug.clone(), slug.clone());
        (place.may.get() == Some(true)).then(|| {
            view! {
                <button
                    class="btn small"
                    type="button"
                    aria-label=label.clone()
                    aria-disabled=aria(move || access.busy.with(|busy| busy.contains(&of)))
                    on:click=move |_| Change::of(access, slug.clone()).send(false)
                >
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

/// The button that adds one of the teams that do not look after it yet.
fn picker(access: Access) -> AnyView {
    let open = access.place.open;
    let choices = Callback::new(move |()| {
        let has = access.list.ready()?;
        let mut others = open?.with(|details| details.teams.clone())?;
        others.retain(|team| has.iter().all(|own| own.slug != team.slug));
        others.sort_by(|one, other| {
            let by_slug = || one.slug.cmp(&other.slug);
            other.is_member.cmp(&one.is_member).then_with(by_slug)
        });
        let picks = others.into_iter().map(|team| {
            let pick = Pick {
                label: team.slug.clone(),
                hint: counted(team.member_count, "member", "members"),
                ..Pick::default()
            };
            (pick, team.slug)
        });
        Some(picks.collect::<Vec<_>>()).filter(|picks| !picks.is_empty())
    });
    add_button(Adding {
        id: "team-pick",
        title_id: "team-pick-title",
        button: "Add a team",
        title: attribute(|| "Add a team".to_owned()),
        label: "Find a team",
        choices,
        instead: ViewFn::from(move || changing(move || no_choice(access))),
        on_open: Callback::new(|()| ()),
        add: Callback::new(move |team| Change::of(access, team).send(true)),
    })
}

/// Why there is nothing to choose from.
fn no_choice(access: Access) -> AnyView {
    let details = access.place.open.and_then(|open| open.loader.get());
    let of_organization = details.map_or(Load::Loading, |details| details.stage().get());
    match (of_organization, access.list.stage().get()) {
        (Load::Failed(error), _) => failed(&error, move || {
            if let Some(details) = details {
                details.reload();
            }
        })
        .into_any(),
        (_, Load::Failed(error)) => failed(&error, move || access.list.reload()).into_any(),
        (Load::Ready(()), Load::Ready(())) => {
            view! { <p class="lead">"Every team of the organization looks after this project already."</p> }.into_any()
        }
        _ => waiting(3).into_any(),
    }
}

/// Giving the project to a team or taking it away. It knows all that it takes: undoing it is offered for some seconds, and the
/// page may be gone by then.
#[derive(Clone)]
struct Change {
    access: Access,
    organization: OrganizationSlug,
    project: ProjectSlug,
    team: String,
}

impl Change {
    fn of(access: Access, team: String) -> Self {
        Self {
            access,
            organization: access.place.organization(),
            project: access.place.slug(),
            team,
        }
    }

    /// Sends it, unless a change for this team is under way.
    fn send(self, is_given: bool) {
        let busy = self.access.busy;
        if busy.try_with_untracked(|busy| busy.contains(&self.team)) == Some(true) {
            return;
        }
        busy.try_update(|busy| busy.push(self.team.clone()));
        spawn(async move {
            let outcome = if is_given {
                give_project_to_team(&self.organization, &self.project, &self.team).await
            } else {
                take_project_from_team(&self.organization, &self.project, &self.team).await
            };
            busy.try_update(|busy| busy.retain(|team| *team != self.team));
            match outcome {
                Ok(_) => self.done(is_given),
                Err(error) => {
                    let said = refused(&self.team, is_given, &error);
                    self.access.place.toasts.say_problem(said);
                }
            }
        });
    }

    fn done(self, is_given: bool) {
        let Access { place, list, .. } = self.access;
        list.refresh();
        place.project.refresh();
        issue_list_memory::outdate(&self.organization);
        place.refresh();
        let name = reveal(&self.team);
        if is_given {
            return place.toasts.say(format!("“{name}” looks after the project now"));
        }
        // Its row goes, and the button in it that was pressed.
        list.update(|teams| teams.retain(|own| own.slug != self.team));
        focus_soon(HEADING);
        let undo = move || self.clone().send(true);
        place
            .toasts
            .say_undoable(format!("“{name}” no longer looks after the project"), undo);
    }
}

fn refused(team: &str, is_given: bool, error: &ApiError) -> String {
    let what = if is_given { "added" } else { "removed" };
    let why = match error {
        ApiError::NotFound | ApiError::Forbidden(_) => "You may not do that.".to_owned(),
        error => error.sentence(),
    };
    format!("“{}” was not {what}. {why}", reveal(team))
}
