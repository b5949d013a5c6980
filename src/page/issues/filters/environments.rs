//! Which environments: those of the organization, or of the project when exactly one is chosen. They are asked for when
//! the menu opens.

use super::changes::Changes;
use super::choice::Choice;
use super::choices::{Choices, choice_menu};
use super::entry::failed;
use crate::api::organizations::{list_environment_names, list_project_environment_names};
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::page::issues::list::IssueList;
use crate::reactive::{attribute, maybe};
use glint_model::id::ProjectSlug;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;

/// From how many environments on there is a search among them.
const FIND_FROM: usize = 9;

/// Whose environments: a project's, or else the organization's.
type Scope = Option<ProjectSlug>;

/// The menu of the environments.
pub fn environment_menu(list: IssueList) -> AnyView {
    let open = OpenOrganization::get();
    let scope = Memo::new(move |_| scope(list, open));
    let asked = RwSignal::new(None::<Scope>);
    let names: Loader<Vec<String>> = load(move |cancel| {
        let (asked, organization) = (asked.get(), list.organization.get_value());
        Box::pin(async move {
            match asked {
                None => Ok(Vec::new()),
                Some(None) => list_environment_names(&organization, &cancel).await,
                Some(Some(project)) => list_project_environment_names(&organization, &project, &cancel).await,
            }
        })
    });
    let ask = Callback::new(move |()| {
        let wanted = Some(scope.get_untracked());
        if asked.with_untracked(|asked| *asked != wanted) {
            asked.set(wanted);
        }
    });
    let button = attribute(move || {
        list.filter.with(|filter| match filter.environments.as_slice() {
            [] => "All environments".to_owned(),
            [one] => reveal(one),
            more => counted(more.len() as u64, "environment", "environments"),
        })
    });
    let known = Signal::derive(move || {
        let names = names.ready().unwrap_or_default();
        names.into_iter().map(|name| choice(name, "")).collect()
    });
    let unknown = Callback::new(move |name: String| {
        let hint = match (names.with(|load| load.ready().is_some()), asked.get()) {
            (true, Some(Some(_))) => "not in this project",
            (true, Some(None)) => "hidden or gone",
            _ => "",
        };
        choice(name, hint)
    });
    let choices = Choices {
        id: "filter-environments",
        group: "Environments",
        all: "All environments",
        find: "Find an environment",
        find_from: FIND_FROM,
        button,
        known,
        unknown,
        chosen: Signal::derive(move || list.filter.with(|filter| filter.environments.clone())),
        with: |filter, names| filter.with_environments(names),
        changes: Changes::of(list),
        on_open: ask,
    };
    choice_menu(choices, foot(names, asked))
}

fn choice(name: String, hint: &str) -> Choice {
    Choice {
        label: reveal(&name),
        key: name,
        hint: hint.to_owned(),
    }
}

/// Tracked.
fn scope(list: IssueList, open: Option<OpenOrganization>) -> Scope {
    list.filter.with(|filter| {
        let [one] = filter.projects.as_slice() else { return None };
        open?.with(|details| {
            let project = details.projects.iter().find(|project| project.id == *one)?;
            Some(project.slug.clone())
        })?
    })
}

fn foot(names: Loader<Vec<String>>, asked: RwSignal<Option<Scope>>) -> AnyView {
    maybe(move || {
        let none = names.with(|load| match load {
            Load::Ready(names) => Ok(names.is_empty()),
            Load::Failed(error) => Err(Some(error)),
            Load::Loading | Load::Slow => Err(None),
        });
        let text = match (none, asked.get()?) {
            (Ok(false), _) => return None,
            (Ok(true), Some(_)) => "No event of this project has named an environment yet.",
            (Ok(true), None) => "No event has named an environment yet.",
            (Err(None), _) => "Loading the environments…",
            (Err(Some(error)), _) => return Some(failed(error.sentence(), Box::new(move || names.reload()))),
        };
        Some(view! { <p class="hint">{text}</p> }.into_any())
    })
}
