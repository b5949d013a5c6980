//! No rows: because nothing matches, because nothing has been sent yet, because there is nothing to send from, or because
//! all have been dealt with.

use super::list::IssueList;
use crate::api::issues::count_issues;
use crate::load::{Load, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, changing_text};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::setup_guide::setup_guide;
use crate::ui::state::nothing;
use glint_model::access::Right;
use glint_model::issue_filter::{Dropped, IssueFilter, Loosened};
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// Says why there are no rows, and what to do about it.
pub fn empty(list: IssueList) -> AnyView {
    let open = OpenOrganization::get();
    changing(move || {
        let filter = list.filter.get();
        open.and_then(|open| open.with(|details| of_projects(list, &filter, details)).flatten())
            .unwrap_or_else(|| nothing_matches(list, &filter))
    })
}

/// What the chosen projects say about it, if they do.
fn of_projects(list: IssueList, filter: &IssueFilter, details: &OrganizationDetail) -> Option<AnyView> {
    if details.projects.is_empty() {
        let new = Route::settings(&details.organization.slug, SettingsPart::NewProject).href();
        let may_create = Right::Projects.is_among(&details.access);
        let view = nothing(
            "This organization has no projects yet",
            if may_create {
                "Issues come from projects. Create one and send it a first event."
            } else {
                "Issues come from projects. An admin, a manager or an owner can create one."
            },
            may_create
                .then(|| view! { <a class="btn primary" href=new>"Create project"</a> })
                .into_any(),
        );
        return Some(view.into_any());
    }
    let chosen: Vec<&Project> = details
        .projects
        .iter()
        .filter(|project| filter.projects.is_empty() || filter.projects.contains(&project.id))
        .collect();
    let is_all = |is_so: fn(&Project) -> bool| !chosen.is_empty() && chosen.iter().all(|project| is_so(project));
    if is_all(|project| project.first_event.is_none()) {
        return Some(match chosen.as_slice() {
            [project] => guide(list, project),
            several => which_guide(list, several),
        });
    }
    is_all(|project| !project.is_member).then(|| {
        let text = match chosen.as_slice() {
            [project] => format!(
                "You are in none of the teams of {}, so its issues are not listed for you.",
                project.name
            ),
            _ => "You are in none of the teams of what is chosen here, so their issues are not listed for you."
                .to_owned(),
        };
        nothing("These issues are for the project's teams", text, everything(list)).into_any()
    })
}

/// How to send the first event; turns into the list when it has come.
fn guide(list: IssueList, project: &Project) -> AnyView {
    let open = OpenOrganization::get();
    let arrived = Callback::new(move |()| {
        if let Some(details) = open.and_then(|open| open.loader.get_untracked()) {
            details.reload();
        }
        list.loader.reload();
    });
    setup_guide(list.organization.get_value(), project.clone(), arrived)
}

/// Several projects that never had an event: each has a guide of its own.
fn which_guide(list: IssueList, projects: &[&Project]) -> AnyView {
    let links: Vec<AnyView> = projects
        .iter()
        .map(|project| {
            let filter = IssueFilter::default().with_projects(vec![project.id.clone()]);
            view! { <a class="btn" href=list.href(&filter)>{project.name.clone()}</a> }.into_any()
        })
        .collect();
    nothing(
        "No event has arrived yet",
        "As soon as an SDK sends the first one, its issue stands here. Choose a project to see how to send it.",
        links.into_any(),
    )
    .into_any()
}

fn everything(list: IssueList) -> AnyView {
    view! { <a class="btn" href=list.href(&IssueFilter::default())>"Show all projects"</a> }.into_any()
}

fn nothing_matches(list: IssueList, filter: &IssueFilter) -> AnyView {
    if !filter.is_filtered() {
        let actions = view! {
            <a class="btn" href=list.href(&filter.clone().with_query(""))>"Show resolved and ignored ones"</a>
        };
        return nothing(
            "No unresolved issue",
            "Everything has been resolved or ignored. What happens next stands here.",
            actions.into_any(),
        )
        .into_any();
    }
    let ways: Vec<AnyView> = filter
        .loosened()
        .into_iter()
        .map(|loosened| way_out(list, loosened))
        .collect();
    let actions = view! {
        <ul class="ways-out">{ways}</ul>
        <a class="btn" href=list.href(&IssueFilter::default())>"Clear all filters"</a>
    };
    nothing(
        "No issue matches",
        "This is what there is with one thing less:",
        actions.into_any(),
    )
    .into_any()
}

/// A link to the list without one thing, with the number of issues that it then has.
fn way_out(list: IssueList, loosened: Loosened) -> AnyView {
    let Loosened { without, filter } = loosened;
    let label = match without {
        Dropped::Search(text) => format!("Without “{text}”"),
        Dropped::Projects => "In all projects".to_owned(),
        Dropped::Environments => "In all environments".to_owned(),
        Dropped::Range => "First seen at any time".to_owned(),
    };
    let href = list.href(&filter);
    let hits = load(move |cancel| {
        let (organization, query) = (list.organization.get_value(), filter.api_pairs(None));
        Box::pin(async move { count_issues(&organization, &query, &cancel).await })
    });
    let count = move || match hits.get() {
        Load::Ready(hits) if hits.count == 1 => "1 issue".to_owned(),
        Load::Ready(hits) => format!("{} issues", hits.label()),
        Load::Failed(_) => "not counted".to_owned(),
        Load::Loading | Load::Slow => "…".to_owned(),
    };
    view! {
        <li>
            <a class="link" href=href>{label}</a>
            <span class="muted">{changing_text(count)}</span>
        </li>
    }
    .into_any()
}

/// Every row has been dealt with.
pub fn done(list: IssueList) -> AnyView {
    let go = use_go();
    let go_on = move |_| {
        let filter = list.filter.get_untracked();
        if filter.cursor.is_some() {
            go(&list.route(&filter.with_cursor(None)), Step::Replace);
        } else {
            list.loader.reload();
        }
    };
    let actions = view! {
        <button class="btn primary" type="button" on:click=go_on>"Show what is left"</button>
    };
    nothing(
        "All dealt with",
        "Every issue that stood here has been decided about.",
        actions.into_any(),
    )
    .into_any()
}
