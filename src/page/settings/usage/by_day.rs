//! What came in day by day, with what is to be expected until the period ends.

use super::figures::Figures;
use super::plan::Billing;
use crate::browser::intl;
use crate::load::Load;
use crate::reactive::changing;
use crate::ui::chart::{ChartOptions, time_chart};
use crate::ui::state::failed;
use glint_model::chart::{Chart, Unit};
use glint_model::error::ApiError;
use glint_model::timestamp::Timestamp;
use glint_model::usage::daily;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, PartialEq)]
enum Stage {
    Drawn,
    Empty,
    Unknown,
    Failed(ApiError),
}

/// The panel.
pub fn by_day_panel(figures: Figures, billing: Billing) -> AnyView {
    // Whether the numbers of a day are weighed is told by those of the period.
    let drawn = Memo::new(move |_| -> Option<Arc<Chart>> {
        let days = figures.days.ready().flatten()?;
        if figures.now.with(|load| load.is_waiting()) {
            return None;
        }
        let unweighed = || {
            daily(
                &days,
                false,
                0,
                billing.period(),
                Timestamp(intl::now_ms()),
                &intl::CLOCK,
            )
        };
        let found = figures.expected(billing).or_else(unweighed);
        let unit = Unit::Count {
            one: "event",
            many: "events",
        };
        let nothing = || Chart::bars("Usage by day", unit, Vec::new(), Vec::new());
        Some(Arc::new(found.map_or_else(nothing, |found| found.chart)))
    });
    let stage = Memo::new(move |_| {
        figures.days.with(|load| match load {
            Load::Failed(error) => Stage::Failed(error),
            Load::Ready(None) => Stage::Unknown,
            Load::Ready(Some(days)) if days.data.is_empty() => Stage::Empty,
            _ => Stage::Drawn,
        })
    });
    let body = move || match stage.get() {
        Stage::Failed(error) => failed(&error, move || figures.days.reload()).into_any(),
        Stage::Unknown => said("This server does not say what came in day by day."),
        Stage::Empty => said("Nothing came in yet."),
        Stage::Drawn => {
            let chart = Signal::derive(move || drawn.get());
            let plot = time_chart(chart, ChartOptions::new("usage-by-day").height(220));
            view! {
                <div class="org-plot">{plot}</div>
                <p class="usage-foot muted">
                    "In events as plans count them. Days are the server’s; files are counted by the period only."
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="by-day-heading">
            <header><h2 id="by-day-heading">"Day by day"</h2></header>
            <div>{changing(body)}</div>
        </section>
    }
    .into_any()
}

fn said(text: &'static str) -> AnyView {
    view! { <p class="panel-body muted">{text}</p> }.into_any()
}
