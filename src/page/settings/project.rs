//! The settings of a project: `/{organization}/settings/projects/{project}` and what is below it, a section for each path. The
//! page stays when only the section changes.

mod delete;
mod environments;
mod files;
mod general;
mod general_form;
mod guide;
mod key_card;
mod key_form;
mod keys;
mod place;
mod slug;
mod snippet;
mod teams;

use super::alerts::project_alerts;
use super::frame::{Frame, Section, framed};
use crate::reactive::{changing, changing_text, maybe, truth};
use crate::route::{ProjectPart, Route, SettingsPart};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use leptos::prelude::*;
use place::{Place, Stage};

const PARTS: [ProjectPart; 7] = [
    ProjectPart::General,
    ProjectPart::Guide,
    ProjectPart::Keys,
    ProjectPart::Alerts,
    ProjectPart::Environments,
    ProjectPart::Teams,
    ProjectPart::Files,
];

/// The page.
pub fn project_settings_page(organization: OrganizationSlug, project: ProjectSlug) -> AnyView {
    let place = Place::open(organization.clone(), project);
    let part = part_of();
    page_title(move || format!("{} · {}", part_name(part.get()), place.name()));
    let issues = move || {
        let id = place
            .project
            .with(|load| load.ready().map(|project| project.id.clone()))?;
        let href = Route::issues_of(&place.organization(), &id).href();
        Some(view! { <a class="btn" href=href>"Issues"</a> }.into_any())
    };
    framed(Frame {
        organization,
        section: Section::Projects,
        heading: Some(changing_text(move || place.name())),
        actions: maybe(issues),
        inside: changing(move || match place.stage.get() {
            Stage::Waiting => waiting(8).into_any(),
            Stage::Failed(error) => no_project(place, &error),
            Stage::Ready => view! {
                <div class="prj-settings">
                    {parts(place, part)}
                    <div class="prj-part">{changing(move || section(place, part.get()))}</div>
                </div>
            }
            .into_any(),
        }),
    })
}

/// Which section the URL names.
fn part_of() -> Memo<ProjectPart> {
    let route = use_context::<Memo<Route>>();
    Memo::new(move |last: Option<&ProjectPart>| {
        let named = route.and_then(|route| {
            route.with(|route| match route {
                Route::Settings {
                    part: SettingsPart::Project(_, part),
                    ..
                } => Some(*part),
                _ => None,
            })
        });
        // While another page is about to come, the last one stays.
        named.or(last.copied()).unwrap_or(ProjectPart::General)
    })
}

fn part_name(part: ProjectPart) -> &'static str {
    match part {
        ProjectPart::General => "General",
        ProjectPart::Guide => "Setup guide",
        ProjectPart::Keys => "DSN keys",
        ProjectPart::Environments => "Environments",
        ProjectPart::Alerts => "Alerts",
        ProjectPart::Teams => "Teams",
        ProjectPart::Files => "Source maps and debug files",
    }
}

fn parts(place: Place, open: Memo<ProjectPart>) -> AnyView {
    let links: Vec<AnyView> = PARTS
        .into_iter()
        .map(|part| {
            let href = Route::project(&place.organization(), &place.slug(), part).href();
            let is_open = truth(move || open.get() == part);
            view! { <a href=href aria-current=move || is_open.get().then_some("page")>{part_name(part)}</a> }.into_any()
        })
        .collect();
    view! { <nav class="prj-parts" aria-label="Settings of the project">{links}</nav> }.into_any()
}

fn section(place: Place, part: ProjectPart) -> AnyView {
    match part {
        ProjectPart::General => general::general(place),
        ProjectPart::Guide => guide::guide(place),
        ProjectPart::Keys => keys::keys(place),
        ProjectPart::Environments => environments::environments(place),
        ProjectPart::Alerts => project_alerts(place.organization(), place.slug()),
        ProjectPart::Teams => teams::teams(place),
        ProjectPart::Files => files::files(place),
    }
}

fn no_project(place: Place, error: &ApiError) -> AnyView {
    let list = Route::settings(&place.organization(), SettingsPart::Projects).href();
    let back = view! { <a class="btn" href=list>"All projects"</a> }.into_any();
    match error {
        ApiError::NotFound => nothing(
            "There is no such project",
            "It may have been deleted, or it has another slug now.",
            back,
        )
        .into_any(),
        ApiError::Forbidden(_) => nothing(
            "This project is not for you to see",
            "Ask an owner or a manager of the organization for access.",
            back,
        )
        .into_any(),
        error => failed(error, move || place.project.reload()).into_any(),
    }
}
