//! The menus of types, levels and categories. Several can be chosen in each; none chosen is all.

use super::trail::Trail;
use crate::reactive::{aria, attribute, changing_text};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::Menu;
use glint_model::breadcrumbs::{Counted, CrumbFilter, Timeline};
use glint_model::text::thousands;
use leptos::prelude::*;

/// The most that a menu lists.
const MOST: usize = 100;

/// What a menu chooses from.
#[derive(Clone, Copy)]
struct Choices {
    id: &'static str,
    /// What they are: `Types`.
    name: &'static str,
    /// What none chosen means.
    all: &'static str,
    /// Where the filter has those that are chosen.
    chosen: fn(&CrumbFilter) -> &Vec<String>,
    /// The same, to be changed.
    choose: fn(&mut CrumbFilter) -> &mut Vec<String>,
}

/// The menus in which there is something to choose.
pub fn menus(trail: Trail) -> AnyView {
    let listed = trail.timeline.with_value(listed);
    let menus: Vec<AnyView> = listed
        .into_iter()
        .filter(|(_, words)| words.len() > 1)
        .map(|(choices, words)| menu(trail, choices, words))
        .collect();
    if menus.is_empty() {
        return ().into_any();
    }
    view! { <div class="trail-menus" role="group" aria-label="Filter breadcrumbs">{menus}</div> }.into_any()
}

fn listed(timeline: &Timeline) -> [(Choices, Vec<Counted>); 3] {
    [
        (
            Choices {
                id: "breadcrumb-types",
                name: "Types",
                all: "All types",
                chosen: |filter| &filter.kinds,
                choose: |filter| &mut filter.kinds,
            },
            timeline.kinds(),
        ),
        (
            Choices {
                id: "breadcrumb-levels",
                name: "Levels",
                all: "All levels",
                chosen: |filter| &filter.levels,
                choose: |filter| &mut filter.levels,
            },
            timeline.levels(),
        ),
        (
            Choices {
                id: "breadcrumb-categories",
                name: "Categories",
                all: "All categories",
                chosen: |filter| &filter.categories,
                choose: |filter| &mut filter.categories,
            },
            timeline.categories(),
        ),
    ]
}

fn menu(trail: Trail, choices: Choices, words: Vec<Counted>) -> AnyView {
    let Choices { id, name, all, .. } = choices;
    let count = move || trail.filter.with(|filter| (choices.chosen)(filter).len());
    let label = attribute(move || match count() {
        0 => format!("{name}: all"),
        count => format!("{name}: {count} chosen"),
    });
    let button = ViewFn::from(move || {
        let text = move || match count() {
            0 => name.to_owned(),
            count => format!("{name} · {count}"),
        };
        view! { <span>{changing_text(text)}</span> {icon(Icon::Down, "")} }.into_any()
    });
    let rest = words.len().saturating_sub(MOST);
    let entries: Vec<AnyView> = words
        .into_iter()
        .take(MOST)
        .map(|counted| entry(trail, choices, counted))
        .collect();
    view! {
        <Menu id=id label=label button=button>
            <div role="group" aria-label=name>
                <button
                    class="entry"
                    type="button"
                    role="checkbox"
                    aria-checked=aria(move || count() == 0)
                    on:click=move |_| trail.ask(|filter| (choices.choose)(filter).clear())
                >
                    <span>{all}</span>
                    {icon(Icon::Check, "check")}
                </button>
                {entries}
            </div>
            {(rest > 0).then(|| view! {
                <p class="hint">{format!("{} rarer ones are not listed. The search finds them.", thousands(rest as u64))}</p>
            })}
        </Menu>
    }
    .into_any()
}

fn entry(trail: Trail, choices: Choices, Counted { word, count }: Counted) -> AnyView {
    let label = word.clone();
    let sought = word.clone();
    let is_on = aria(move || trail.filter.with(|filter| (choices.chosen)(filter).contains(&sought)));
    let toggle = move |_| {
        trail.ask(|filter| {
            let chosen = (choices.choose)(filter);
            match chosen.iter().position(|one| *one == word) {
                Some(at) => {
                    chosen.remove(at);
                }
                None => chosen.push(word.clone()),
            }
        });
    };
    view! {
        <button class="entry" type="button" role="checkbox" aria-checked=is_on on:click=toggle>
            <span>{label}" "<small>{thousands(count as u64)}</small></span>
            {icon(Icon::Check, "check")}
        </button>
    }
    .into_any()
}
