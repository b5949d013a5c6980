//! Search, how times are told, and which end comes first.

use super::trail::{FIELD, Trail};
use crate::reactive::{aria, attribute, changing_text};
use crate::ui::icon::{Icon, icon};
use glint_model::breadcrumbs::{CrumbOrder, CrumbTime};
use leptos::prelude::*;

/// Shows them.
pub fn bar(trail: Trail) -> AnyView {
    let typed = trail.typed;
    view! {
        <div class="end">
            <input
                class="input"
                type="search"
                id=FIELD
                aria-label="Search breadcrumbs"
                placeholder="Search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=typed
                on:input:target=move |event| trail.type_text(event.target().value())
            />
            {order_button(trail)}
            <div class="seg" role="group" aria-label="Times of breadcrumbs">
                {time_button(trail, CrumbTime::Distance, "Relative")}
                {time_button(trail, CrumbTime::Clock, "Clock")}
            </div>
        </div>
    }
    .into_any()
}

fn time_button(trail: Trail, time: CrumbTime, label: &'static str) -> AnyView {
    let title = match time {
        CrumbTime::Distance => "How long before the event",
        CrumbTime::Clock => "Your local time",
    };
    view! {
        <button
            type="button"
            title=title
            aria-pressed=aria(move || trail.choice.get().time == time)
            on:click=move |_| trail.choose(|choice| choice.time = time)
        >
            {label}
        </button>
    }
    .into_any()
}

fn order_button(trail: Trail) -> AnyView {
    let is_first = move || trail.choice.get().order == CrumbOrder::NewestFirst;
    let name = move || if is_first() { "Newest first" } else { "Newest last" }.to_owned();
    let turn = move |_| {
        trail.choose(|choice| {
            choice.order = match choice.order {
                CrumbOrder::NewestLast => CrumbOrder::NewestFirst,
                CrumbOrder::NewestFirst => CrumbOrder::NewestLast,
            };
        });
    };
    view! {
        <button class="btn quiet" type="button" title="Change the order" aria-label=attribute(name) on:click=turn>
            {icon(Icon::Down, "")}
            {changing_text(name)}
        </button>
    }
    .into_any()
}
