//! Charts: lines, areas and bars over time, strips of results, sparklines. What they show is worked out in
//! `glint_model::chart`; here it is drawn, pointed at, walked through by keys, and saved.

mod brush;
mod keys;
mod legend;
mod overlay;
mod plot;
mod pointer;
mod save;
mod spark;
mod state;
mod strip;
mod table;
mod tip;

pub use spark::{spark, spark_line};
pub use state::ChartOptions;
pub use strip::check_strip;

use crate::reactive::{attribute, changing, changing_text};
use crate::ui::state::waiting;
use glint_model::chart::{Chart, summary};
use leptos::prelude::*;
use state::{Phase, View};
use std::sync::Arc;

/// A chart over time. None while it is loading; a chart without a value says so. What is pointed at, chosen or hidden
/// stays when the chart changes.
pub fn time_chart(chart: Signal<Option<Arc<Chart>>>, options: ChartOptions) -> AnyView {
    let view = View::new(chart, options);
    let body = move || match view.phase.get() {
        Phase::Loading => loading(view),
        Phase::Empty => empty(view),
        Phase::Ready => ready(view),
    };
    view! { <div class="chart">{changing(body)}</div> }.into_any()
}

fn loading(view: View) -> AnyView {
    let height = format!("{}px", view.height);
    view! { <div class="chart-wait" style:min-height=height>{waiting(4)}</div> }.into_any()
}

/// The axes stay, so that it is seen for which time there is nothing.
fn empty(view: View) -> AnyView {
    let label = attribute(move || format!("{}: no data", view.title()));
    view! {
        <div class="chart-plot" role="img" aria-label=label style:height=view.css_height() node_ref=view.place>
            {plot::plot(view)}
            <p class="chart-empty">"No data in this time"</p>
        </div>
        {summary_text(view)}
    }
    .into_any()
}

fn ready(view: View) -> AnyView {
    view! {
        <div class="chart-head">{legend::legend(view)} {save::tools(view)}</div>
        {overlay::pointed(view)}
        {brush::chosen(view)}
        {summary_text(view)}
        {table::table_below(view)}
    }
    .into_any()
}

/// What is seen, for those who do not see it.
fn summary_text(view: View) -> AnyView {
    let text = changing_text(move || {
        let shown = view.shown.get();
        view.chart
            .with(|chart| chart.as_ref().map(|chart| summary(chart, shown, &view.clock).join(" ")))
            .unwrap_or_default()
    });
    view! { <p class="visually-hidden">{text}</p> }.into_any()
}
