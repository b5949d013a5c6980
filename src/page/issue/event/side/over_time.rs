//! Events over time: of 24 hours or of 14 days, whichever was chosen last, here or for the list.

use super::bars::bars;
use super::marks::release_marks;
use crate::api::issues::list_stats;
use crate::browser::{intl, storage};
use crate::load::{Load, Loader, load};
use crate::page::issue::issue_page::{Counted, IssueContext};
use crate::page::issue::place::Place;
use crate::reactive::{aria, changing};
use glint_model::error::ApiError;
use glint_model::trend::{Period, Trend, fill};
use leptos::prelude::*;

/// The trend of the chosen period, as far as it is known.
#[derive(Clone, PartialEq)]
enum Known {
    Waiting,
    Trend(Trend),
    Failed(ApiError),
}

/// Shows them, with the switch between the periods.
pub fn over_time(context: &IssueContext) -> AnyView {
    let period = RwSignal::new(remembered());
    let (issue, fortnight) = (context.issue, context.stats);
    let day = load_day(&context.place, period);
    let of_period = move || match period.get() {
        Period::Day => day,
        Period::Fortnight => fortnight,
    };
    let known = Memo::new(move |_| {
        of_period().with(|load| match load {
            Load::Loading | Load::Slow => Known::Waiting,
            Load::Failed(error) => Known::Failed(error),
            Load::Ready(counted) => {
                let period = period.get_untracked();
                let stats = counted.as_ref().map(|counted| &counted.stats);
                let series = stats.and_then(|stats| match period {
                    Period::Day => stats.day.as_deref(),
                    Period::Fortnight => stats.fortnight.as_deref(),
                });
                Known::Trend(fill(series.unwrap_or_default(), period, intl::now_ms()))
            }
        })
    });
    let releases = Memo::new(move |_| {
        known.with(|known| match known {
            Known::Trend(trend) => issue.with(|load| load.ready().map(|issue| release_marks(issue, trend))),
            _ => None,
        })
    });
    let shown = move || {
        match known.get() {
        Known::Waiting => view! { <div class="bars-room"></div> }.into_any(),
        Known::Failed(error) => view! {
            <div class="bars-room">
                <p class="muted">{error.sentence()}</p>
                <button class="btn small" type="button" on:click=move |_| untrack(of_period).reload()>"Try again"</button>
            </div>
        }
        .into_any(),
        Known::Trend(trend) => bars(&trend, &releases.get().unwrap_or_default()),
    }
    };
    view! {
        <section class="over-time" aria-label="Events over time">
            <header>
                <h2>"Events over time"</h2>
                <div class="seg" role="group" aria-label="Period">
                    {switch(period, Period::Day, "24 h", "24 hours")}
                    {switch(period, Period::Fortnight, "14 d", "14 days")}
                </div>
            </header>
            {changing(shown)}
        </section>
    }
    .into_any()
}

fn switch(chosen: RwSignal<Period>, period: Period, label: &'static str, name: &'static str) -> AnyView {
    let choose = move |_| {
        storage::set(storage::TREND, Some(period.as_str()));
        chosen.set(period);
    };
    view! {
        <button type="button" aria-label=name aria-pressed=aria(move || chosen.get() == period) on:click=choose>
            {label}
        </button>
    }
    .into_any()
}

/// Two weeks tell more of one issue, unless the reader has chosen otherwise.
fn remembered() -> Period {
    storage::get(storage::TREND)
        .and_then(|text| Period::parse(&text))
        .unwrap_or(Period::Fortnight)
}

/// Asks for the trend of 24 hours once it is wanted. That of two weeks is the page's own.
fn load_day(place: &Place, period: RwSignal<Period>) -> Loader<Counted> {
    let is_wanted = Memo::new(move |last: Option<&bool>| last == Some(&true) || period.get() == Period::Day);
    let place = place.clone();
    load(move |cancel| {
        let (is_wanted, place) = (is_wanted.get(), place.clone());
        Box::pin(async move {
            if !is_wanted {
                return Ok(None);
            }
            let ids = [place.issue];
            let stats = list_stats(&place.organization, &ids, Period::Day, &cancel).await?;
            Ok(stats.into_iter().find(|stats| ids.contains(&stats.id)))
        })
    })
}
