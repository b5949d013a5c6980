//! The end of the bar: how the list looks. Remembered.

use super::list::IssueList;
use super::views::views;
use crate::browser::storage;
use crate::reactive::aria;
use crate::ui::icon::{Icon, icon};
use glint_model::trend::Period;
use leptos::prelude::*;

/// The density, and the switch between the trends of a day and of two weeks.
pub fn bar_end(list: IssueList) -> AnyView {
    let choose = move |period: Period| {
        storage::set(storage::TREND, Some(period.as_str()));
        list.period.set(period);
    };
    let button = move |period: Period, label: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=aria(move || list.period.get() == period)
                aria-label=name
                on:click=move |_| choose(period)
            >
                {label}
            </button>
        }
        .into_any()
    };
    let toggle_density = move |_| {
        let is_compact = !list.is_compact.get_untracked();
        storage::set(storage::DENSITY, is_compact.then_some("compact"));
        list.is_compact.set(is_compact);
    };
    view! {
        {views(list)}
        <button
            class="btn quiet icon"
            type="button"
            aria-label="Compact rows"
            title="Compact rows"
            aria-pressed=aria(move || list.is_compact.get())
            on:click=toggle_density
        >
            {icon(Icon::Density, "")}
        </button>
        <div class="seg trend-switch" role="group" aria-label="Trend">
            {button(Period::Day, "24 h", "Trend of 24 hours")}
            {button(Period::Fortnight, "14 d", "Trend of 14 days")}
        </div>
    }
    .into_any()
}
