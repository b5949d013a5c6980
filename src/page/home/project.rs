//! A project: its name, what needs attention, its errors and open issues. Names are there at once; each figure has its place
//! before it comes.

use super::board::Board;
use super::desk::Desk;
use super::figures::{errors, issues};
use super::star::star;
use crate::browser::intl;
use crate::reactive::{changing, maybe};
use crate::route::{ProjectPart, Route, UptimePart};
use crate::ui::icon::{Icon, icon};
use glint_model::home::{Attention, Figure, MonitorCount, ProjectFigures, attention};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::platform;
use glint_model::reveal::reveal;
use glint_model::text::visible;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// Where the name of a project leads: to its issues, or to its settings for those who may not see them.
pub fn place(organization: &OrganizationSlug, project: &Project) -> Route {
    if project.is_member {
        Route::issues_of(organization, &project.id)
    } else {
        Route::project(organization, &project.slug, ProjectPart::General)
    }
}

/// The id of the link in a project's row.
pub fn link_id(project: &ProjectId) -> String {
    format!("home-project-{project}")
}

/// A row of the list.
pub fn project(desk: Desk, board: Board, organization: &OrganizationSlug, project: &Project) -> AnyView {
    let figures = board.of(&project.id);
    let (starred, toggled) = (project.id.clone(), project.id.clone());
    let star = star(
        desk,
        format!("home-star-project-{}", project.id),
        &project.name,
        move |stars| stars.has_project(&starred),
        move |stars| {
            stars.toggle_project(&toggled);
        },
    );
    let name = reveal(&project.name);
    let settings = format!("Settings of {name}");
    view! {
        <li class="home-project">
            {star}
            <div class="home-what">
                <a class="home-name" id=link_id(&project.id) href=place(organization, project).href()>{name.clone()}</a>
                <small>{about(board, project)}</small>
            </div>
            <div class="home-alarms">{alarms(board, figures, organization, project)}</div>
            {errors(organization, project, figures)}
            {issues(organization, project, figures)}
            <a
                class="btn quiet icon"
                href=Route::project(organization, &project.slug, ProjectPart::General).href()
                aria-label=settings.clone()
                title=settings
            >
                {icon(Icon::Settings, "")}
            </a>
        </li>
    }
    .into_any()
}

/// Platform and newest release.
fn about(board: Board, project: &Project) -> AnyView {
    let platform = project.platform.as_deref().filter(|platform| !platform.is_empty());
    let platform = platform.map_or_else(|| "No platform".to_owned(), platform::name);
    let created = format!("Created {}", intl::day(project.date_created));
    let slug = project.slug.clone();
    let release = move || {
        let release = board.releases.with(|releases| match releases {
            Figure::Asked => None,
            Figure::Unknown => Some((" · newest release not known".to_owned(), String::new())),
            Figure::Known(newest) => newest.get(&slug).map(|(version, at)| {
                let text = format!(" · {}", visible(version));
                (
                    text,
                    format!("Newest release, from {}: {}", intl::day(at), reveal(version)),
                )
            }),
        });
        let (text, title) = release?;
        Some(view! { <span title=title>{text}</span> }.into_any())
    };
    view! { <span title=created>{platform}</span> {maybe(release)} }.into_any()
}

/// What needs attention; how the monitors are where nothing does.
fn alarms(
    board: Board,
    figures: Option<RwSignal<ProjectFigures>>,
    organization: &OrganizationSlug,
    project: &Project,
) -> AnyView {
    let id = project.id.clone();
    let down = Route::Uptime {
        organization: organization.clone(),
        part: UptimePart::Monitors,
        query: [("status", "down"), ("text", project.name.as_str())]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
    };
    changing(move || {
        let monitors = board.monitors_of(&id);
        let known = monitors.known().copied().flatten();
        let reasons = figures.map(|figures| figures.with(|figures| attention(figures, known)));
        let mut lines: Vec<AnyView> = reasons
            .unwrap_or_default()
            .into_iter()
            .map(|reason| match reason {
                Attention::Down(_) => view! {
                    <a class="home-alarm" href=down.href()>{icon(Icon::Uptime, "")} {reason.sentence()}</a>
                }
                .into_any(),
                Attention::Surge(_) => view! {
                    <span class="home-alarm">{icon(Icon::Warning, "")} {reason.sentence()}</span>
                }
                .into_any(),
            })
            .collect();
        let calm = match monitors {
            Figure::Unknown => Some("Monitors: not known".to_owned()),
            _ => known.and_then(MonitorCount::calm),
        };
        if let Some(calm) = calm {
            lines.push(view! { <span class="faint">{calm}</span> }.into_any());
        }
        lines.into_any()
    })
}
