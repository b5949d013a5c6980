//! Which projects.

use super::super::words::project_name;
use super::changes::Changes;
use super::choice::Choice;
use super::choices::{Choices, choice_menu};
use super::entry::failed;
use crate::load::{Load, Loader};
use crate::open_organization::OpenOrganization;
use crate::page::issues::list::IssueList;
use crate::reactive::{attribute, maybe};
use glint_model::id::ProjectId;
use glint_model::issue_filter::IssueFilter;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The menu of the projects.
pub fn project_menu(list: IssueList) -> AnyView {
    let open = OpenOrganization::get();
    let button = attribute(move || {
        list.filter.with(|filter| match filter.projects.as_slice() {
            [] => "All projects".to_owned(),
            [one] => name_of(open, one),
            more => counted(more.len() as u64, "project", "projects"),
        })
    });
    // Sorting many names takes its time, so it is done once, and not before the menu opens.
    let known = Memo::new(move |_| {
        let projects = open.map(OpenOrganization::projects).unwrap_or_default();
        projects.into_iter().map(choice).collect::<Vec<_>>()
    });
    let unknown = Callback::new(move |key: String| {
        let is_settled = open.and_then(|open| open.with(|_| ())).is_some();
        Choice {
            label: format!("Project {key}"),
            key,
            hint: if is_settled { "not in this organization" } else { "" }.to_owned(),
        }
    });
    let chosen = Signal::derive(move || {
        list.filter
            .with(|filter| filter.projects.iter().map(ToString::to_string).collect())
    });
    let choices = Choices {
        id: "filter-projects",
        group: "Projects",
        all: "All projects",
        find: "Find a project",
        find_from: 2,
        button,
        known: known.into(),
        unknown,
        chosen,
        with: |filter: IssueFilter, keys| filter.with_projects(keys.into_iter().map(ProjectId::new).collect()),
        changes: Changes::of(list),
        on_open: Callback::new(|()| {}),
    };
    choice_menu(choices, foot(open))
}

/// The name of a project of the open organization, or its number. Tracked.
pub fn name_of(open: Option<OpenOrganization>, id: &ProjectId) -> String {
    let name = open.and_then(|open| open.with(|details| project_name(&details.projects, id)));
    name.unwrap_or_else(|| project_name(&[], id))
}

fn choice(project: Project) -> Choice {
    let mut hints: Vec<String> = project
        .platform
        .filter(|platform| !platform.is_empty())
        .into_iter()
        .collect();
    if !project.is_member {
        hints.push("not in a team of yours".to_owned());
    }
    if project.first_event.is_none() {
        hints.push("no event yet".to_owned());
    }
    Choice {
        key: project.id.to_string(),
        label: reveal(&project.name),
        hint: hints.join(" · "),
    }
}

fn foot(open: Option<OpenOrganization>) -> AnyView {
    maybe(move || {
        let loader: Loader<OrganizationDetail> = open?.loader.get()?;
        let none = loader.with(|load| match load {
            Load::Ready(details) => Ok(details.projects.is_empty()),
            Load::Failed(error) => Err(Some(error)),
            Load::Loading | Load::Slow => Err(None),
        });
        let text = match none {
            Ok(false) => return None,
            Ok(true) => "This organization has no projects yet.".to_owned(),
            Err(None) => "Loading the projects…".to_owned(),
            Err(Some(error)) => return Some(failed(error.sentence(), Box::new(move || loader.reload()))),
        };
        Some(view! { <p class="hint">{text}</p> }.into_any())
    })
}
