//! Every chart in every state, to be looked at. Development builds only.

mod samples;
mod strips;

use crate::browser::intl::CLOCK;
use crate::ui::chart::{ChartOptions, spark, spark_line, time_chart};
use crate::ui::page_title::page_title;
use glint_model::chart::{Chart, Ink, Series, Threshold, Unit, buckets};
use leptos::prelude::*;
use samples::{DAY_MS, HOUR_MS, NOON_MS, checks_by_day, noise, outages, response_times};
use std::sync::Arc;

/// The page.
pub fn gallery_page() -> AnyView {
    page_title(|| "Charts".to_owned());
    view! {
        <div class="gallery">
            <h1>"Charts"</h1>
            {section("Many points with gaps, a range, outages and thresholds", zoomable())}
            {section("One series, no zoom", single())}
            {section("The day on which clocks go forward (29 March 2026, Europe)", clock_change(1_774_738_800_000))}
            {section("The day on which clocks go back (25 October 2026, Europe)", clock_change(1_792_879_200_000))}
            {section("One point", still("one-point", one_point()))}
            {section("No data", still("no-data", nothing()))}
            {section("Loading", time_chart(Signal::stored(None), ChartOptions::new("loading")))}
            {section("As many points as you like", as_many())}
            {section("Bars", still("bars", bars(1)))}
            {section("Stacked bars", still("stacked-bars", bars(3)))}
            {section("Stacked bars, six series", still("six-stacked-bars", bars(6)))}
            {section("More bars than pixels", still("many-bars", many_bars()))}
            {section("Long labels and six lines", still("long-labels", long_labels()))}
            {section("Shares, 90 days", still("shares", shares()))}
            {section("Forty seconds", still("seconds", seconds()))}
            {section("Strips of results", strips::strips())}
            {section("Sparklines", sparks())}
        </div>
    }
    .into_any()
}

fn section(title: &'static str, body: AnyView) -> AnyView {
    view! {
        <section aria-label=title>
            <h2>{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn still(file: &'static str, chart: Chart) -> AnyView {
    let zoomed = RwSignal::new(None::<(i64, i64)>);
    let chart = Arc::new(chart);
    let shown = Signal::derive(move || {
        let mut chart = Chart::clone(&chart);
        if let Some((from_ms, to_ms)) = zoomed.get() {
            (chart.from_ms, chart.to_ms) = (from_ms, to_ms);
        }
        Some(Arc::new(chart))
    });
    time_chart(
        shown,
        ChartOptions::new(file).on_zoom(move |from, to| zoomed.set(Some((from, to)))),
    )
}

fn zoomable() -> AnyView {
    let chart = response_times(NOON_MS - DAY_MS, NOON_MS, 1440);
    let thresholds = vec![Threshold {
        value: 300.0,
        label: "Slow".to_owned(),
    }];
    let chart = chart.with_spans(outages(NOON_MS - DAY_MS)).with_thresholds(thresholds);
    still("response-times", chart)
}

fn single() -> AnyView {
    let points = noise(NOON_MS - HOUR_MS, NOON_MS, 60, 40.0);
    let series = vec![Series::area("Response time", Ink::One, points)];
    let chart = Chart::lines("Response time", Unit::Milliseconds, NOON_MS - HOUR_MS, NOON_MS, series);
    time_chart(Signal::stored(Some(Arc::new(chart))), ChartOptions::new("single"))
}

fn clock_change(midnight_ms: i64) -> AnyView {
    let end = midnight_ms + DAY_MS;
    let series = vec![Series::line("p50", Ink::One, noise(midnight_ms, end, 288, 60.0))];
    let file = format!("clock-change-{midnight_ms}");
    let chart = Chart::lines("Response time", Unit::Milliseconds, midnight_ms, end, series);
    time_chart(
        Signal::stored(Some(Arc::new(chart))),
        ChartOptions::new(file).height(160),
    )
}

fn one_point() -> Chart {
    let points = noise(NOON_MS - HOUR_MS / 2, NOON_MS, 1, 40.0);
    let series = vec![Series::line("Response time", Ink::One, points)];
    Chart::lines("Response time", Unit::Milliseconds, NOON_MS - HOUR_MS, NOON_MS, series)
}

fn nothing() -> Chart {
    Chart::lines(
        "Response time",
        Unit::Milliseconds,
        NOON_MS - DAY_MS,
        NOON_MS,
        Vec::new(),
    )
}

/// For measuring how long a drawing takes.
fn as_many() -> AnyView {
    let count = RwSignal::new(1000_u32);
    let from = NOON_MS - 30 * DAY_MS;
    let chart_of = |many| {
        let series = vec![Series::line("p50", Ink::One, noise(from, NOON_MS, many, 90.0))];
        Chart::lines("Response time", Unit::Milliseconds, from, NOON_MS, series)
    };
    let all = [1000, 10_000, 100_000].map(|many| (many, Arc::new(chart_of(many))));
    let buttons = all.each_ref().map(|(many, _)| {
        let many = *many;
        view! {
            <button class="btn small" type="button" on:click=move |_| count.set(many)>
                {format!("{many} points")}
            </button>
        }
        .into_any()
    });
    let chart = Signal::derive(move || {
        let now = count.get();
        all.iter()
            .find(|(many, _)| *many == now)
            .map(|(_, chart)| Arc::clone(chart))
    });
    view! {
        <p>{buttons.into_iter().collect::<Vec<_>>()}</p>
        {time_chart(chart, ChartOptions::new("as-many"))}
    }
    .into_any()
}

fn bars(series: usize) -> Chart {
    let days = buckets::divide(
        NOON_MS - 30 * DAY_MS,
        NOON_MS,
        glint_model::chart::Step::Days(1),
        &CLOCK,
    );
    checks_by_day(days, series)
}

fn many_bars() -> Chart {
    let from = NOON_MS - 90 * DAY_MS;
    let hours = buckets::divide(from, NOON_MS, glint_model::chart::Step::Hours(1), &CLOCK);
    checks_by_day(hours, 2)
}

fn long_labels() -> Chart {
    let inks = [Ink::One, Ink::Two, Ink::Three, Ink::Four, Ink::Five, Ink::Six];
    let series = inks.into_iter().zip(1..).map(|(ink, at)| {
        let name =
            format!("eu-central-{at}: checkout through the long way round, as seen by the probe in the basement");
        Series::line(name, ink, noise(NOON_MS - DAY_MS, NOON_MS, 40, 40.0 * f64::from(at)))
    });
    Chart::lines(
        "Response time by place",
        Unit::Milliseconds,
        NOON_MS - DAY_MS,
        NOON_MS,
        series.collect(),
    )
}

fn shares() -> Chart {
    let points = noise(NOON_MS - 90 * DAY_MS, NOON_MS, 90, 10.0);
    let points = points.into_iter().map(|mut point| {
        point.value = point.value.map(|value| 100.0 - value.min(60.0));
        point
    });
    let series = vec![Series::area("Uptime", Ink::Good, points.collect())];
    Chart::lines("Uptime", Unit::Percent, NOON_MS - 90 * DAY_MS, NOON_MS, series)
}

fn seconds() -> Chart {
    let points = noise(NOON_MS, NOON_MS + 40_000, 40, 4.0);
    let series = vec![Series::line("Response time", Ink::Three, points)];
    Chart::lines("Response time", Unit::Milliseconds, NOON_MS, NOON_MS + 40_000, series)
}

fn sparks() -> AnyView {
    let values: Vec<Option<f64>> = noise(0, 60_000, 60, 40.0)
        .into_iter()
        .map(|point| point.value)
        .collect();
    let counts = values.iter().take(24).map(|value| value.unwrap_or(0.0) as u64);
    let counts: Vec<u64> = counts.collect();
    view! {
        <p>{spark(counts.into_iter(), "Events in 24 hours".to_owned())}</p>
        <p>{spark_line(&values, "Response times in an hour".to_owned())}</p>
        <p>{spark_line(&[Some(1.0)], "One value".to_owned())}</p>
    }
    .into_any()
}
