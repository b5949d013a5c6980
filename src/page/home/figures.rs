//! The figures in the row of a project. What is not here yet has its place; what could not be had says so.

use crate::reactive::changing;
use crate::route::Route;
use crate::ui::chart::spark;
use crate::ui::form::refused_button;
use glint_model::home::{Figure, ProjectFigures};
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// Why issues are not listed.
const NOT_IN_TEAM: &str = "You are in no team of this project, so its issues are not listed for you.";

/// The errors of 24 hours; or the way to the first event.
pub fn errors(
    organization: &OrganizationSlug,
    project: &Project,
    figures: Option<RwSignal<ProjectFigures>>,
) -> AnyView {
    if project.first_event.is_none() {
        let guide = Route::issues_of(organization, &project.id).href();
        let way = project.is_member.then(|| {
            let label = format!("Set up {}", reveal(&project.name));
            view! { <a class="link" href=guide aria-label=label>"Set it up"</a> }.into_any()
        });
        return view! { <div class="home-errors"><span class="faint">"No event yet"</span> {way}</div> }.into_any();
    }
    let figure = move || {
        let errors = figures.map_or(Figure::Unknown, |figures| {
            figures.with(|figures| figures.errors.clone())
        });
        match errors {
            Figure::Asked => view! { <span class="home-bone" aria-hidden="true"></span> }.into_any(),
            Figure::Unknown => view! { <span class="faint">"Errors: not known"</span> }.into_any(),
            Figure::Known(day) => {
                let counts: Vec<u64> = day.buckets.iter().map(|bucket| bucket.count).collect();
                view! {
                    {spark(counts.into_iter(), day.summary_of("error", "errors"))}
                    <span class="home-count">
                        <b>{thousands(day.total)}</b>
                        <small>{if day.total == 1 { "error in 24 h" } else { "errors in 24 h" }}</small>
                    </span>
                }
                .into_any()
            }
        }
    };
    view! { <div class="home-errors">{changing(figure)}</div> }.into_any()
}

/// How many issues are open, as a link to them.
pub fn issues(
    organization: &OrganizationSlug,
    project: &Project,
    figures: Option<RwSignal<ProjectFigures>>,
) -> AnyView {
    if !project.is_member {
        return view! { <div class="home-issues">{refused_button("Issues", None, NOT_IN_TEAM)}</div> }.into_any();
    }
    let has_events = project.first_event.is_some();
    let href = Route::issues_of(organization, &project.id).href();
    let name = reveal(&project.name);
    let link = move || {
        let issues = figures.map_or(Figure::Unknown, |figures| figures.with(|figures| figures.issues));
        let (count, words) = match issues {
            _ if !has_events => ("0".to_owned(), "open issues"),
            Figure::Asked => ("…".to_owned(), "open issues"),
            Figure::Unknown => (String::new(), "issues: not known"),
            Figure::Known(hits) => (hits.label(), if hits.count == 1 { "open issue" } else { "open issues" }),
        };
        let label = format!("{count} {words} of {name}").trim_start().to_owned();
        view! {
            <a class="home-count" href=href.clone() aria-label=label>
                <b>{count}</b>
                <small>{words}</small>
            </a>
        }
        .into_any()
    };
    view! { <div class="home-issues">{changing(link)}</div> }.into_any()
}
