//! The filter bar: search, projects, environment, time, order. Every choice is in the URL at once.

use super::list::IssueList;
use super::search_field::search_field;
use crate::api::organizations::list_environment_names;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{aria, attribute, changing, changing_text, maybe, truth};
use crate::route::{Step, use_go};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use glint_model::id::ProjectId;
use glint_model::issue_filter::{IssueFilter, Sort};
use glint_model::search::prepare;
use glint_model::text::counted;
use glint_model::time_range::{PRESETS, TimeRange};
use leptos::prelude::*;

/// The filter bar, and what the search has to say.
pub fn filters(list: IssueList) -> AnyView {
    let notes = Memo::new(move |_| list.filter.with(|filter| prepare(filter.effective_query()).notes));
    view! {
        <div class="filters">
            {search_field(list)}
            <div class="menus">
                {project_menu(list)}
                {environment_menu(list)}
                {time_menu(list)}
                {sort_menu(list)}
                {maybe(move || {
                    list.filter.with(IssueFilter::is_filtered).then(|| {
                        view! { <a class="btn quiet" href=list.href(&IssueFilter::default())>"Clear"</a> }.into_any()
                    })
                })}
            </div>
        </div>
        {maybe(move || {
            let notes: Vec<_> = notes.get().into_iter().map(|note| view! { <p>{note}</p> }.into_any()).collect();
            (!notes.is_empty()).then(|| {
                view! { <div class="notice-line" role="status"><div>{notes}</div></div> }.into_any()
            })
        })}
    }
    .into_any()
}

/// One entry of a menu that can be on or off.
fn entry(
    label: String,
    hint: Option<String>,
    role: &'static str,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    boxed_entry(label, hint, role, truth(is_on), Box::new(choose))
}

fn boxed_entry(
    label: String,
    hint: Option<String>,
    role: &'static str,
    is_on: Signal<bool>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button
            class="entry"
            type="button"
            role=role
            aria-checked=aria(move || is_on.get())
            on:click=move |_| choose()
        >
            <span>{label} {hint.map(|hint| view! { <small>{hint}</small> }.into_any())}</span>
            {maybe(move || is_on.get().then(|| icon(Icon::Check, "check")))}
        </button>
    }
    .into_any()
}

fn menu_button(text: impl Fn() -> String + Send + Sync + 'static) -> ViewFn {
    let text = attribute(text);
    ViewFn::from(move || {
        view! {
            <span>{changing_text(move || text.get())}</span>
            {icon(Icon::Down, "")}
        }
        .into_any()
    })
}

fn project_menu(list: IssueList) -> AnyView {
    let go = use_go();
    let open = OpenOrganization::get();
    let projects = move || open.map(OpenOrganization::projects).unwrap_or_default();
    let label = move || {
        let chosen = list.filter.with(|filter| filter.projects.clone());
        match chosen.as_slice() {
            [] => "All projects".to_owned(),
            [one] => projects()
                .into_iter()
                .find(|project| project.id == *one)
                .map_or_else(|| "1 project".to_owned(), |project| project.name),
            more => counted(more.len() as u64, "project", "projects"),
        }
    };
    let choose = move |id: ProjectId| {
        let mut chosen = list.filter.get_untracked().projects;
        match chosen.iter().position(|one| *one == id) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(id),
        }
        go(
            &list.route(&list.filter.get_untracked().with_projects(chosen)),
            Step::Stay,
        );
    };
    let entries = move || {
        let choose = choose.clone();
        projects()
            .into_iter()
            .map(|project| {
                let is_on = {
                    let id = StoredValue::new(project.id.clone());
                    move || id.with_value(|id| list.filter.with(|filter| filter.projects.contains(id)))
                };
                let (choose, id) = (choose.clone(), project.id);
                entry(project.name, project.platform, "checkbox", is_on, move || {
                    choose(id.clone())
                })
            })
            .collect::<Vec<_>>()
    };
    view! {
        <Menu id="filter-projects" button=menu_button(label)>
            <div role="group" aria-label="Projects">{changing(move || entries().into_any())}</div>
        </Menu>
    }
    .into_any()
}

fn environment_menu(list: IssueList) -> AnyView {
    let wanted = RwSignal::new(false);
    let names: Loader<Vec<String>> = load(move |cancel| {
        let (is_wanted, organization) = (wanted.get(), list.organization.get_value());
        Box::pin(async move {
            if is_wanted {
                list_environment_names(&organization, &cancel).await
            } else {
                Ok(Vec::new())
            }
        })
    });
    let label = move || {
        let chosen = list.filter.with(|filter| filter.environments.clone());
        match chosen.as_slice() {
            [] => "All environments".to_owned(),
            [one] => one.clone(),
            more => counted(more.len() as u64, "environment", "environments"),
        }
    };
    let go = use_go();
    let choose = move |name: Option<String>| {
        let mut chosen = list.filter.get_untracked().environments;
        match name {
            None => chosen.clear(),
            Some(name) => match chosen.iter().position(|one| *one == name) {
                Some(at) => {
                    chosen.remove(at);
                }
                None => chosen.push(name),
            },
        }
        go(
            &list.route(&list.filter.get_untracked().with_environments(chosen)),
            Step::Stay,
        );
    };
    let entries = move || match names.get() {
        Load::Ready(names) if names.is_empty() && wanted.get() => {
            view! { <p class="hint">"No event has named an environment yet."</p> }.into_any()
        }
        Load::Ready(names) => names
            .into_iter()
            .map(|name| {
                let is_on = {
                    let name = StoredValue::new(name.clone());
                    move || name.with_value(|name| list.filter.with(|filter| filter.environments.contains(name)))
                };
                let (choose, chosen) = (choose.clone(), name.clone());
                entry(name, None, "checkbox", is_on, move || choose(Some(chosen.clone())))
            })
            .collect::<Vec<_>>()
            .into_any(),
        Load::Failed(error) => view! {
            <p class="hint">{error.sentence()}</p>
            <button class="entry" type="button" on:click=move |_| names.reload()>
                {icon(Icon::Reload, "")}
                <span>"Try again"</span>
            </button>
        }
        .into_any(),
        Load::Loading | Load::Slow => view! { <p class="hint">"Loading the environments…"</p> }.into_any(),
    };
    view! {
        <Menu id="filter-environments" button=menu_button(label) on_open=Callback::new(move |()| wanted.set(true))>
            <div role="group" aria-label="Environments">{changing(move || entries().into_any())}</div>
        </Menu>
    }
    .into_any()
}

fn time_menu(list: IssueList) -> AnyView {
    let go = use_go();
    let choose = move |range: &TimeRange| {
        close_menu("filter-time");
        go(&list.route(&list.filter.get_untracked().with_range(range)), Step::Stay);
    };
    let range_entry = move |range: TimeRange| {
        let is_on = {
            let range = StoredValue::new(range.clone());
            move || range.with_value(|range| list.filter.with(|filter| filter.range() == *range))
        };
        let choose = choose.clone();
        entry(range.label(), None, "radio", is_on, move || choose(&range))
    };
    let presets: Vec<_> = PRESETS
        .iter()
        .map(|&(label, start)| range_entry(TimeRange::Last { label, start }))
        .collect();
    view! {
        <Menu id="filter-time" button=menu_button(move || list.filter.with(|filter| filter.range().label()))>
            <div role="radiogroup" aria-label="First seen">
                {range_entry(TimeRange::Any)}
                {presets}
            </div>
            <hr />
            <p class="hint">"GlitchTip filters by when an issue was first seen."</p>
        </Menu>
    }
    .into_any()
}

fn sort_menu(list: IssueList) -> AnyView {
    let go = use_go();
    let choose = move |sort: Sort| {
        close_menu("filter-sort");
        go(&list.route(&list.filter.get_untracked().with_sort(sort)), Step::Stay);
    };
    let entries: Vec<_> = Sort::ALL
        .into_iter()
        .map(|sort| {
            let choose = choose.clone();
            let is_on = move || list.filter.with(|filter| filter.sort == sort);
            entry(sort.label().to_owned(), None, "radio", is_on, move || choose(sort))
        })
        .collect();
    view! {
        <Menu id="filter-sort" button=menu_button(move || list.filter.with(|filter| filter.sort.label().to_owned()))>
            <div role="radiogroup" aria-label="Order">{entries}</div>
        </Menu>
    }
    .into_any()
}
