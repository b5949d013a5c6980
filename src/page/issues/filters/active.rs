//! What is filtered by, each to be taken away; on a phone too, where the menus scroll out of sight.

use super::changes::Changes;
use super::projects::name_of;
use super::time::utc_tooltip;
use crate::browser::{dom, intl, wait};
use crate::open_organization::OpenOrganization;
use crate::page::issues::list::IssueList;
use crate::reactive::{maybe, spawn};
use crate::ui::icon::{Icon, icon};
use glint_model::issue_filter::IssueFilter;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::time_range::TimeRange;
use leptos::prelude::*;

/// The most projects or environments that have a chip each.
const MOST_CHIPS: usize = 6;

/// One filter.
struct Active {
    kind: &'static str,
    value: String,
    tooltip: Option<String>,
    without: IssueFilter,
}

/// A chip for every filter but the search and the order.
pub fn active_filters(list: IssueList) -> AnyView {
    let open = OpenOrganization::get();
    let changes = Changes::of(list);
    maybe(move || {
        let filter = list.filter.get();
        let active = active(&filter, open);
        if active.is_empty() {
            return None;
        }
        let chips: Vec<AnyView> = active
            .into_iter()
            .enumerate()
            .map(|(place, active)| chip(changes, place, active))
            .collect();
        let clear = move |_| {
            let filter = changes.now().with_projects(Vec::new()).with_environments(Vec::new());
            changes.apply_once(filter.with_range(&TimeRange::Any));
            focus_chip(0);
        };
        let view = view! {
            <ul class="active" aria-label="Active filters">
                {chips}
                <li>
                    <button class="btn quiet small" type="button" on:click=clear>"Clear all"</button>
                </li>
            </ul>
        };
        Some(view.into_any())
    })
}

fn chip(changes: Changes, place: usize, active: Active) -> AnyView {
    let Active {
        kind,
        value,
        tooltip,
        without,
    } = active;
    let remove = format!("Remove {kind}: {value}");
    let tooltip = tooltip.unwrap_or_else(|| value.clone());
    view! {
        <li class="chip">
            <span title=tooltip><b>{kind}": "</b>{value}</span>
            <button
                type="button"
                id=chip_id(place)
                aria-label=remove.clone()
                title=remove
                on:click=move |_| {
                    changes.apply_once(without.clone());
                    focus_chip(place);
                }
            >
                {icon(Icon::Close, "")}
            </button>
        </li>
    }
    .into_any()
}

fn chip_id(place: usize) -> String {
    format!("active-filter-{place}")
}

/// The focus goes on to the chip that took the place of the one that left, or to the one before, or to the menus.
fn focus_chip(place: usize) {
    spawn(async move {
        wait::frame().await;
        let next = dom::by_id(&chip_id(place)).or_else(|| dom::by_id(&chip_id(place.checked_sub(1)?)));
        dom::focus(next.or_else(|| dom::first("[popovertarget='filter-projects']")));
    });
}

/// Tracked, for the names of projects.
fn active(filter: &IssueFilter, open: Option<OpenOrganization>) -> Vec<Active> {
    // A filter that is changed starts at its first page; so does one without its page.
    let whole = || filter.clone().with_cursor(None);
    let mut all = Vec::new();
    if filter.projects.len() > MOST_CHIPS {
        all.push(Active {
            kind: "Projects",
            value: counted(filter.projects.len() as u64, "project", "projects"),
            tooltip: None,
            without: whole().with_projects(Vec::new()),
        });
    } else {
        all.extend(filter.projects.iter().map(|id| Active {
            kind: "Project",
            value: name_of(open, id),
            tooltip: None,
            without: whole().with_projects(without(&filter.projects, id)),
        }));
    }
    if filter.environments.len() > MOST_CHIPS {
        all.push(Active {
            kind: "Environments",
            value: counted(filter.environments.len() as u64, "environment", "environments"),
            tooltip: None,
            without: whole().with_environments(Vec::new()),
        });
    } else {
        all.extend(filter.environments.iter().map(|name| Active {
            kind: "Environment",
            value: reveal(name),
            tooltip: None,
            without: whole().with_environments(without(&filter.environments, name)),
        }));
    }
    let range = filter.range();
    if range != TimeRange::Any {
        let mut value = intl::range(&range);
        if let Some(first) = value.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        all.push(Active {
            kind: "First seen",
            value,
            tooltip: utc_tooltip(&range),
            without: whole().with_range(&TimeRange::Any),
        });
    }
    all
}

fn without<T: Clone + PartialEq>(all: &[T], one: &T) -> Vec<T> {
    all.iter().filter(|other| *other != one).cloned().collect()
}
