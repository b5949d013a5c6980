//! The switch between the trends of a day and of two weeks; remembered.

use super::list::IssueList;
use crate::browser::storage;
use crate::reactive::aria;
use glint_model::trend::Period;
use leptos::prelude::*;

/// The switch between the trends of a day and of two weeks.
pub fn period_switch(list: IssueList) -> AnyView {
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
    };
    view! {
        <div class="seg trend-switch" role="group" aria-label="Trend">
            {button(Period::Day, "24 h", "Trend of 24 hours")}
            {button(Period::Fortnight, "14 d", "Trend of 14 days")}
        </div>
    }
    .into_any()
}
