//! The projects that the team looks after.

use super::super::adding::{Adding, add_button};
use super::super::refused::why;
use super::super::rows::rows;
use super::{Place, TeamPage, fixed, not_there};
use crate::api::teams::{give_project_to_team, take_project_from_team};
use crate::browser::{dom, intl};
use crate::permission::has;
use crate::reactive::{changing, maybe, spawn};
use crate::route::{ProjectPart, Route};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::pick_list::Pick;
use crate::ui::state::{nothing, waiting};
use glint_model::access::Right;
use glint_model::reveal::reveal;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The section.
pub(super) fn section(page: TeamPage) -> AnyView {
    let (is_all, may) = (RwSignal::new(false), has(Right::Projects));
    let list = move || {
        let Some(mut projects) = page.projects.ready() else {
            return not_there(page.projects);
        };
        if projects.is_empty() {
            return nothing(
                "This team looks after no project",
                "Add one: then those in the team see its issues, and are told of them.",
                ().into_any(),
            )
            .into_any();
        }
        projects.sort_by(|one, other| intl::compare(&one.name, &other.name));
        let may = may.get() == Some(true);
        rows("Projects of the team", projects.len(), is_all, move |at| {
            let project = projects.get(at);
            project.map_or_else(|| ().into_any(), |project| row(page, project, may))
        })
    };
    view! {
        <section class="panel" aria-labelledby="team-projects-title">
            <header>
                <h2 id="team-projects-title" tabindex="-1">"Projects"</h2>
                <span class="end">{add(page)}</span>
            </header>
            {changing(list)}
        </section>
    }
    .into_any()
}

fn row(page: TeamPage, project: &Project, may: bool) -> AnyView {
    let name = reveal(&project.name);
    let (issues, settings) = page.organization.with_value(|organization| {
        (
            Route::issues_of(organization, &project.id),
            Route::project(organization, &project.slug, ProjectPart::General),
        )
    });
    let act = may.then(|| {
        let project = project.clone();
        view! {
            <button
                class="btn"
                type="button"
                aria-label=format!("Remove {name} from the team")
                on:click=move |_| take(page, project.clone())
            >
                "Remove"
            </button>
        }
        .into_any()
    });
    view! {
        <li class="people-short">
            <span class="what">
                <b><a class="link" href=issues.href()>{name.clone()}</a></b>
                <small>{reveal(project.platform.as_deref().unwrap_or("No platform"))}</small>
            </span>
            <span class="acts">
                <a class="btn icon" href=settings.href() aria-label=format!("Settings of {name}") title="Settings">
                    {icon(Icon::Settings, "")}
                </a>
                {act}
            </span>
        </li>
    }
    .into_any()
}

fn take(page: TeamPage, project: Project) {
    let (organization, slug) = page.place();
    page.projects
        .update(|projects| projects.retain(|other| other.id != project.id));
    dom::focus_in_place(dom::by_id("team-projects-title"));
    spawn(async move {
        let name = reveal(&project.name);
        match take_project_from_team(&organization, &project.slug, &slug).await {
            Ok(_) => {
                let place = (organization.clone(), slug.clone());
                page.toasts
                    .say_undoable(format!("#{slug} no longer looks after {name}"), move || {
                        give(page, place.clone(), project.clone())
                    });
                page.tell_others();
            }
            Err(error) => {
                page.projects.update(|projects| projects.push(project));
                page.toasts
                    .say_problem(format!("#{slug} still looks after {name}. {}", why(&error)));
            }
        }
    });
}

/// Gives it a project. The page may be gone by then.
fn give(page: TeamPage, (organization, slug): Place, project: Project) {
    page.projects.update(|projects| {
        // It may have been given back already.
        if projects.iter().all(|other| other.id != project.id) {
            projects.push(project.clone());
        }
    });
    spawn(async move {
        let name = reveal(&project.name);
        match give_project_to_team(&organization, &project.slug, &slug).await {
            Ok(_) => {
                page.toasts.say(format!("#{slug} looks after {name}"));
                page.tell_others();
            }
            Err(error) => {
                page.projects
                    .update(|projects| projects.retain(|other| other.id != project.id));
                page.toasts
                    .say_problem(format!("{name} was not added to #{slug}. {}", why(&error)));
            }
        }
    });
}

fn add(page: TeamPage) -> AnyView {
    let may = has(Right::Projects);
    let everything = move || page.open.map(|open| open.projects());
    let choices = move || {
        let inside: Vec<_> = page.projects.with(|load| {
            load.ready()
                .map(|projects| projects.iter().map(|one| one.id.clone()).collect())
        })?;
        page.open?.with(|_| ())?;
        let outside = everything()?.into_iter().filter(|one| !inside.contains(&one.id));
        let pick = |project: &Project| Pick {
            label: project.name.clone(),
            hint: project.platform.clone().unwrap_or_default(),
            sign: Some(Icon::Project),
            ..Pick::default()
        };
        Some(
            outside
                .map(|project| (pick(&project), project.id.to_string()))
                .collect(),
        )
    };
    let chosen = move |id: String| {
        let found = untrack(everything).and_then(|all| all.into_iter().find(|one| one.id.as_str() == id));
        if let Some(project) = found {
            give(page, page.place(), project);
        }
    };
    maybe(move || {
        Some(match may.get()? {
            false => refused_button("Add a project", Some(Icon::Add), Right::Projects.reason()),
            true => add_button(Adding {
                id: "team-add-project",
                title_id: "team-add-project-title",
                button: "Add a project",
                title: fixed(format!("Add to {}", page.name())),
                label: "Find a project",
                choices: Callback::new(move |()| choices()),
                instead: ViewFn::from(|| waiting(6).into_any()),
                on_open: Callback::new(|()| ()),
                add: Callback::new(chosen),
            }),
        })
    })
}
