//! A row of the list: what the project is, who looks after it, whether and how much it sends.

use super::board::Board;
use super::volumes::Count;
use crate::reactive::changing_text;
use crate::route::{ProjectPart, Route};
use crate::ui::time::long_time;
use glint_model::id::OrganizationSlug;
use glint_model::platform;
use glint_model::project_form::throttle_sentence;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// So many teams are named.
const MOST_TEAMS: usize = 3;

/// All that a row shows of its project, apart from the counts: as long as that is alike, it is the same row.
pub fn looks(project: &Project) -> String {
    let Project {
        id,
        slug,
        name,
        event_throttle_rate,
        is_member,
        ..
    } = project;
    let has_event = project.first_event.is_some();
    let what = about(project);
    format!("{id}\n{slug}\n{name}\n{event_throttle_rate} {is_member} {has_event}\n{what}")
}

/// The row.
pub fn row(board: Board, project: &Project) -> AnyView {
    let organization = board.organization.get_value();
    let settings = Route::project(&organization, &project.slug, ProjectPart::General);
    let issues = Route::issues_of(&organization, &project.id);
    // Issues are listed for those in its teams only.
    let main = if project.is_member { &issues } else { &settings };
    let name = reveal(&project.name);
    let throttle = (project.event_throttle_rate > 0).then(|| {
        let rate = project.event_throttle_rate;
        view! {
            <span class="tagbadge prj-throttle" title=throttle_sentence(rate)>{format!("{rate} % dropped")}</span>
        }
        .into_any()
    });
    let outside = (!project.is_member).then(|| view! { <span class="tagbadge">"Not in its teams"</span> }.into_any());
    view! {
        <li class="prj-row">
            <div class="what">
                <a class="prj-name" href=main.href()><b>{name.clone()}</b></a>
                {throttle}
                {outside}
                <small>{about(project)}</small>
            </div>
            <div class="prj-first">{first_event(&organization, project)}</div>
            <div class="prj-volume">{volume(board, project)}</div>
            <div class="acts">
                <a class="btn small" href=issues.href() aria-label=format!("Issues of {name}")>"Issues"</a>
                <a class="btn small" href=settings.href() aria-label=format!("Settings of {name}")>"Settings"</a>
            </div>
        </li>
    }
    .into_any()
}

/// `Django · backend, web and 2 more`
fn about(project: &Project) -> String {
    let platform = project.platform.as_deref().filter(|platform| !platform.is_empty());
    let platform = platform.map_or_else(|| "No platform".to_owned(), platform::name);
    let teams = project.teams.as_deref().unwrap_or_default();
    let named: Vec<&str> = teams.iter().take(MOST_TEAMS).map(|team| team.slug.as_str()).collect();
    let teams = match teams.len().checked_sub(MOST_TEAMS) {
        _ if named.is_empty() => "no team".to_owned(),
        None | Some(0) => named.join(", "),
        Some(more) => format!("{} and {more} more", named.join(", ")),
    };
    format!("{platform} · {}", reveal(&teams))
}

fn first_event(organization: &OrganizationSlug, project: &Project) -> AnyView {
    match project.first_event {
        Some(at) => view! {
            <small>"First event"</small>
            <span>{long_time(at)}</span>
        }
        .into_any(),
        None => {
            let guide = Route::issues_of(organization, &project.id).href();
            let label = format!("Set it up: {}", reveal(&project.name));
            view! {
                <small>"No event yet"</small>
                <a class="prj-link" href=guide aria-label=label>"Set it up"</a>
            }
            .into_any()
        }
    }
}

fn volume(board: Board, project: &Project) -> AnyView {
    let signal = project.first_event.and_then(|_| board.volumes.count(&project.id));
    let is_none = project.first_event.is_none();
    let text = move || match signal.as_ref().map(Get::get) {
        Some(Count::Known(volume)) => (thousands(volume.day), thousands(volume.week)),
        Some(Count::Failed) => ("?".to_owned(), "?".to_owned()),
        None if is_none => ("0".to_owned(), "0".to_owned()),
        Some(Count::Waiting) | None => ("…".to_owned(), "…".to_owned()),
    };
    let week = text.clone();
    view! {
        <span><b>{changing_text(move || text().0)}</b>" "<small>"in 24 h"</small></span>
        <span><b>{changing_text(move || week().1)}</b>" "<small>"in 7 d"</small></span>
    }
    .into_any()
}

/// How many of how many are shown.
pub fn said(shown: usize, all: usize) -> String {
    let projects = counted(all as u64, "project", "projects");
    if shown == all {
        projects
    } else {
        format!("{} of {projects}", thousands(shown as u64))
    }
}
