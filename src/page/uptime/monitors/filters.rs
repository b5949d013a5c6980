//! What is shown, in which groups and order. What is typed counts at once and is in the URL a moment later.

use super::response_times::known_note;
use super::wall::Wall;
use crate::browser::wait;
use crate::reactive::{aria, changing, changing_text, effect, maybe, spawn};
use crate::route::Step;
use crate::ui::icon::{Icon, icon};
use glint_model::monitor_wall::{GroupBy, Health, SortBy, kinds};
use glint_model::text::thousands;
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// How long the field rests before the URL follows, in milliseconds.
const REST_MS: i32 = 400;

/// The id of the field.
pub const FIELD: &str = "monitor-filter";

/// Shows the line of filters.
pub fn filters(wall: Wall) -> AnyView {
    let status = [None].into_iter().chain(Health::ALL.map(Some));
    view! {
        <div class="mon-filters" role="search" aria-label="Monitors">
            {field(wall)}
            <div class="seg" role="group" aria-label="Status">
                {status.map(|health| status_button(wall, health)).collect_view()}
            </div>
            {type_choice(wall)}
            {choice(
                "Group by",
                GroupBy::ALL.map(|group| (group.as_str(), group.label())).to_vec(),
                move || wall.view.with(|view| view.group.as_str()),
                move |word| {
                    let group = GroupBy::ALL.into_iter().find(|group| group.as_str() == word);
                    wall.show(Step::Stay, |view| view.group = group.unwrap_or_default());
                },
            )}
            {choice(
                "Sort by",
                SortBy::ALL.map(|sort| (sort.as_str(), sort.label())).to_vec(),
                move || wall.view.with(|view| view.sort.as_str()),
                move |word| {
                    let sort = SortBy::ALL.into_iter().find(|sort| sort.as_str() == word);
                    wall.show(Step::Stay, |view| view.sort = sort.unwrap_or_default());
                },
            )}
            <span class="mon-order" role="status">
                {known_note(wall)}
                {maybe(move || wall.is_out_of_order.get().then(|| order_note(wall)))}
            </span>
        </div>
    }
    .into_any()
}

fn field(wall: Wall) -> AnyView {
    let keystrokes = StoredValue::new(0_u32);
    let written = StoredValue::new(wall.typed.get_untracked());
    // Back and forward bring another text.
    effect(move || {
        let asked = wall.view.with(|view| view.text.clone());
        if written.with_value(|written| *written != asked) {
            written.set_value(asked.clone());
            wall.typed.set(asked);
        }
    });
    let write = move || {
        let Some(typed) = wall.typed.try_get_untracked() else {
            return;
        };
        let text = typed.trim().to_owned();
        if written.try_with_value(|written| *written != text) == Some(true) {
            written.try_set_value(text);
            wall.show(Step::Replace, |_| {});
        }
    };
    let typed = move |text: String| {
        wall.typed.set(text);
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
        <div class="mon-find">
            {icon(Icon::Search, "")}
            <input
                class="input"
                type="search"
                id=FIELD
                aria-label="Filter the monitors"
                aria-keyshortcuts="/"
                placeholder="Filter by name, address, project"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=move || wall.typed.get()
                on:input:target=move |event| typed(event.target().value())
                on:blur=move |_| write()
            />
        </div>
    }
    .into_any()
}

fn status_button(wall: Wall, health: Option<Health>) -> AnyView {
    let count = move || {
        let counts = wall.counts.get();
        thousands(health.map_or(counts.all(), |health| counts.number(health)) as u64)
    };
    view! {
        <button
            type="button"
            aria-pressed=aria(move || wall.view.with(|view| view.status == health))
            on:click=move |_| wall.show(Step::Stay, |view| view.status = health)
        >
            {health.map(crate::page::uptime::status_mark::status_mark)}
            {health.map_or("All", Health::word)}
            " "
            <b>{changing_text(count)}</b>
        </button>
    }
    .into_any()
}

fn type_choice(wall: Wall) -> AnyView {
    let options = Memo::new(move |_| {
        let chosen = wall.view.with(|view| view.kind);
        let mut kinds: Vec<MonitorType> = wall
            .all
            .rows
            .with(|rows| kinds(rows))
            .into_iter()
            .map(|(kind, _)| kind)
            .collect();
        kinds.extend(chosen.filter(|chosen| !kinds.contains(chosen)));
        kinds
    });
    changing(move || {
        let mut all = vec![("", "All types")];
        all.extend(options.get().into_iter().map(|kind| (kind.as_str(), kind.as_str())));
        choice(
            "Type",
            all,
            move || wall.view.with(|view| view.kind.map_or("", MonitorType::as_str)),
            move |word| {
                let kind = MonitorType::ALL.into_iter().find(|kind| kind.as_str() == word);
                wall.show(Step::Stay, |view| view.kind = kind);
            },
        )
    })
}

fn choice(
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: impl Fn() -> &'static str + Send + Sync + Copy + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(value, label)| {
            view! { <option value=value prop:selected=move || chosen() == value>{label}</option> }.into_any()
        })
        .collect();
    view! {
        <label class="mon-choice">
            <span>{label}</span>
            <select class="input" on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn order_note(wall: Wall) -> AnyView {
    view! {
        <span>"The order has changed."</span>
        <button class="btn small" type="button" on:click=move |_| wall.sort_again()>
            "Sort again"
        </button>
    }
    .into_any()
}
