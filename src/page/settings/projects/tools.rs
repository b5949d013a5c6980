//! What filters and orders the list. What is typed counts at once and is in the URL a moment later.

use super::board::Board;
use super::row::said;
use crate::browser::{dom, wait};
use crate::reactive::{changing, changing_text, effect, spawn};
use crate::route::Step;
use glint_model::platform;
use glint_model::project_list::{NONE, SortBy, platforms, teams};
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// How long the field rests before the URL follows, in milliseconds.
const REST_MS: i32 = 400;

/// The id of the field.
const FIELD: &str = "project-filter";

/// Moves the focus to the field.
pub fn focus_field() {
    dom::focus(dom::by_id(FIELD));
}

/// The line of filters.
pub fn tools(board: Board) -> AnyView {
    let counting = move || {
        if board.volumes.is_counting() {
            "Counting events…"
        } else {
            ""
        }
    };
    let shown = Memo::new(move |_| (board.order.with(Vec::len), board.projects.with(Vec::len)));
    view! {
        <div class="list-tools" role="search" aria-label="Projects">
            {field(board)}
            {choice("Platform", platform_options(board), move |chosen| {
                board.show(Step::Stay, |view| view.platform = chosen);
            })}
            {choice("Team", team_options(board), move |chosen| board.show(Step::Stay, |view| view.team = chosen))}
            {choice("Sort by", sort_options(board), move |chosen| {
                let sort = SortBy::ALL.into_iter().find(|sort| Some(sort.as_str()) == chosen.as_deref());
                board.show(Step::Stay, |view| view.sort = sort.unwrap_or_default());
            })}
            <span class="said" role="status">
                {changing_text(move || shown.with(|(shown, all)| said(*shown, *all)))}
            </span>
            <span class="prj-counting">{changing_text(move || counting().to_owned())}</span>
        </div>
    }
    .into_any()
}

fn field(board: Board) -> AnyView {
    let keystrokes = StoredValue::new(0_u32);
    let written = StoredValue::new(board.typed.get_untracked());
    // Back and forward bring another text.
    effect(move || {
        let asked = board.view.with(|view| view.text.clone());
        if written.with_value(|written| *written != asked) {
            written.set_value(asked.clone());
            board.typed.set(asked);
        }
    });
    let write = move || {
        let Some(typed) = board.typed.try_get_untracked() else {
            return;
        };
        let text = typed.trim().to_owned();
        // The field also loses the focus when it is taken away; what it knows is gone then.
        if written.try_with_value(|written| *written != text) == Some(true) {
            written.try_set_value(text);
            board.show(Step::Replace, |_| {});
        }
    };
    let typed = move |text: String| {
        board.typed.set(text);
        let now = keystrokes.get_value().wrapping_add(1);
        keystrokes.set_value(now);
        spawn(async move {
            wait::milliseconds(REST_MS).await;
            if keystrokes.try_get_value() == Some(now) {
                write();
            }
        });
    };
    view! {
        <input
            class="input"
            type="search"
            id=FIELD
            aria-label="Find a project"
            placeholder="Name, slug or platform"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            prop:value=move || board.typed.get()
            on:input:target=move |event| typed(event.target().value())
            on:blur=move |_| write()
        />
    }
    .into_any()
}

/// What can be chosen, each with the word of the URL and whether it is chosen.
type Options = Signal<Vec<(String, String, bool)>>;

fn choice(label: &'static str, options: Options, choose: impl Fn(Option<String>) + 'static) -> AnyView {
    let drawn = Memo::new(move |_| options.get());
    view! {
        <select
            class="input"
            aria-label=label
            on:change:target=move |event| {
                let value = event.target().value();
                choose((!value.is_empty()).then_some(value));
            }
        >
            {changing(move || {
                let options: Vec<AnyView> = drawn
                    .get()
                    .into_iter()
                    .map(|(value, name, is_chosen)| {
                        view! { <option value=value selected=is_chosen>{name}</option> }.into_any()
                    })
                    .collect();
                options.into_any()
            })}
        </select>
    }
    .into_any()
}

/// All, those that there are, none; and what is chosen although it is not there.
fn options(
    all: &str,
    mut there: Vec<(String, String)>,
    none: &str,
    chosen: Option<String>,
    named: fn(&str) -> String,
) -> Vec<(String, String, bool)> {
    if let Some(chosen) = &chosen
        && chosen != NONE
        && !there.iter().any(|(value, _)| value == chosen)
    {
        there.push((chosen.clone(), named(chosen)));
    }
    let first = (String::new(), all.to_owned());
    let last = (NONE.to_owned(), none.to_owned());
    let all = [first].into_iter().chain(there).chain([last]);
    all.map(|(value, name)| {
        let is_chosen = chosen.as_deref().unwrap_or_default() == value;
        (value, name, is_chosen)
    })
    .collect()
}

fn platform_options(board: Board) -> Options {
    let there = Memo::new(move |_| board.projects.with(|projects| platforms(projects)));
    Signal::derive(move || {
        let chosen = board.view.with(|view| view.platform.clone());
        options("All platforms", there.get(), "No platform", chosen, platform::name)
    })
}

fn team_options(board: Board) -> Options {
    let there = Memo::new(move |_| board.projects.with(|projects| teams(projects)));
    Signal::derive(move || {
        let chosen = board.view.with(|view| view.team.clone());
        let there = there.get().into_iter().map(|slug| (slug.clone(), reveal(&slug)));
        options("All teams", there.collect(), "No team", chosen, reveal)
    })
}

fn sort_options(board: Board) -> Options {
    Signal::derive(move || {
        let chosen = board.view.with(|view| view.sort);
        let all = SortBy::ALL.into_iter();
        all.map(|sort| (sort.as_str().to_owned(), sort.label().to_owned(), sort == chosen))
            .collect()
    })
}
