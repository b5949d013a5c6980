//! The chart of the range: response times with percentiles, or for a heartbeat when it came; below it how the checks ended,
//! and how much of the range is loaded.

use super::context::MonitorContext;
use super::figures::{RangeFigures, inclusive};
use super::loading::{Loading, loading_line};
use super::ranges::ranges;
use super::record::Reading;
use super::zone::{midnight, zone};
use crate::browser::intl;
use crate::reactive::{changing, changing_text, maybe};
use crate::route::{Step, use_go};
use crate::ui::chart::{ChartOptions, time_chart};
use crate::ui::state::nothing;
use glint_model::chart::Chart;
use glint_model::monitor_page::{Figures, View, outcome_chart, response_chart};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Check, Ledger, Source, Span, Window};
use leptos::prelude::*;
use std::sync::Arc;

/// The height of the two drawings, in pixels.
const HEIGHT: u32 = 240;
const LOW: u32 = 96;

type Drawn = Option<Arc<Chart>>;

/// The panel.
pub fn chart_panel(context: MonitorContext) -> AnyView {
    let is_heartbeat = Memo::new(move |_| context.source.get() == Source::Heartbeat);
    let is_unchecked = Memo::new(move |_| {
        let is_new = context
            .monitor
            .with(|load| load.ready().is_some_and(|monitor| monitor.is_up.is_none()));
        is_new && context.record.with(|history| history.checks.checks().is_empty())
    });
    let heading = move || {
        if is_heartbeat.get() {
            "Heartbeats"
        } else {
            "Response time"
        }
    };
    view! {
        <section class="panel chart-panel" aria-labelledby="chart-heading">
            <header>
                <h2 id="chart-heading">{changing_text(move || heading().to_owned())}</h2>
                <div class="end">{ranges(context)}</div>
            </header>
            {changing(move || match (is_unchecked.get(), is_heartbeat.get()) {
                (true, _) => no_checks(),
                (false, is_heartbeat) => body(context, is_heartbeat),
            })}
        </section>
    }
    .into_any()
}

fn no_checks() -> AnyView {
    let text = "The first one comes when the interval has passed. The page shows it by itself.";
    view! { <div>{nothing("No check has been made yet", text, ().into_any())}</div> }.into_any()
}

fn body(context: MonitorContext, is_heartbeat: bool) -> AnyView {
    let figures = context.figures;
    let held = RwSignal::new(false);
    let response = (!is_heartbeat).then(|| plot(context, held, "response-times", HEIGHT, response_chart_of));
    let outcomes = plot(
        context,
        held,
        if is_heartbeat { "heartbeats" } else { "checks" },
        if is_heartbeat { HEIGHT } else { LOW },
        outcome_chart_of,
    );
    let said = move || {
        figures
            .get()
            .map_or(String::new(), |figures| figures.text(context.source.get()))
    };
    view! {
        {(!is_heartbeat).then(|| percentiles(figures))}
        <div class="range-foot">
            <p class="range-said" role="status">{changing_text(said)}</p>
            {loading(context)}
        </div>
        <div
            class="plots"
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
        >
            {response}
            {(!is_heartbeat).then(|| view! { <h3>"Checks"</h3> })}
            {outcomes}
        </div>
    }
    .into_any()
}

fn percentiles(figures: RangeFigures) -> AnyView {
    let one = |at: usize| {
        let said = move || {
            figures
                .get()
                .and_then(|figures| figures.percentiles().into_iter().nth(at))
        };
        view! {
            <div>
                <dt>{changing_text(move || said().map_or("…".to_owned(), |(name, _)| name.to_owned()))}</dt>
                <dd>{changing_text(move || said().map_or("…".to_owned(), |(_, text)| text))}</dd>
            </div>
        }
        .into_any()
    };
    view! { <dl class="percentiles" aria-label="Response times of the range">{(0..4).map(one).collect::<Vec<_>>()}</dl> }
        .into_any()
}

type Make = fn(&[Check], &Ledger, &Figures, View) -> Chart;

fn response_chart_of(checks: &[Check], ledger: &Ledger, figures: &Figures, view: View) -> Chart {
    response_chart(checks, ledger, figures, view)
}

fn outcome_chart_of(checks: &[Check], _: &Ledger, figures: &Figures, view: View) -> Chart {
    outcome_chart(checks, figures, view)
}

/// What is drawn of a range; while the pointer is over it, nothing moves under it.
fn plot(context: MonitorContext, held: RwSignal<bool>, name: &'static str, height: u32, make: Make) -> AnyView {
    let drawn = Memo::new(move |last: Option<&(Option<Window>, Drawn)>| {
        let window = context.window.get();
        let is_loading = matches!(context.record.checks.reading.get(), Reading::UnderWay(_));
        if let Some((of, chart)) = last
            && *of == window
            && chart.is_some()
            && held.get()
            && !is_loading
        {
            return (*of, chart.clone());
        }
        (window, draw(context, window, make).map(Arc::new))
    });
    let chart = Signal::derive(move || drawn.with(|(_, chart)| chart.clone()));
    let go = use_go();
    let zoom = move |from_ms: i64, to_ms: i64| {
        let span = Span::new(Timestamp(from_ms), Timestamp(to_ms));
        go(&context.route_to(Window::Between(span)), Step::Stay);
    };
    let file = format!("{name}-monitor-{}", context.id);
    time_chart(chart, ChartOptions::new(file).on_zoom(zoom).height(height))
}

fn draw(context: MonitorContext, window: Option<Window>, make: Make) -> Option<Chart> {
    let answered_at = context.record.answered_at.get()?;
    let span = window?.span(answered_at, &zone());
    // The chart moves on with the answers, not with the clock of the ledger.
    let ledger = context.ledger.get_untracked().or_else(|| context.ledger.get())?;
    let interval_s = context.record.interval_s.get();
    let view = View {
        span,
        interval_s,
        midnight: midnight(span.start),
        source: context.source.get(),
    };
    let figures = context.figures.get().unwrap_or_default();
    context.record.with(|history| {
        let checks = history.checks.checks_in(inclusive(span));
        Some(make(checks, &ledger, &figures, view))
    })
}

fn loading(context: MonitorContext) -> AnyView {
    let record = context.record;
    let wanted = Memo::new(move |_| context.window.get().and_then(|window| record.wanted(window)));
    let is_part = Signal::derive(move || {
        let Some(wanted) = wanted.get() else { return false };
        record.with(|history| !history.checks.missing(wanted).is_empty())
    });
    let reach = Signal::derive(move || {
        let Some(wanted) = wanted.get() else {
            return String::new();
        };
        record.with(|history| {
            let checks = &history.checks;
            match checks.missing(wanted).last() {
                Some(missing) => format!("Loaded from {}", intl::local(missing.end)),
                None => match checks.begins().filter(|begins| *begins > wanted.start) {
                    Some(begins) => format!("From {}, as far as the server keeps", intl::day(begins)),
                    None => String::new(),
                },
            }
        })
    });
    let go_on = Callback::new(move |()| {
        record.checks.release();
        if let Some(window) = context.window.get_untracked() {
            record.load_range(window);
        }
    });
    let line = loading_line(Loading {
        reading: record.checks.reading,
        reach,
        is_part,
        what: "checks",
        stop: Callback::new(move |()| record.stop(record.checks)),
        go_on,
    });
    let left_out = move || {
        let count = record.checks.left_out.get();
        (count > 0).then(|| {
            view! { <p class="problem">{format!("{count} checks could not be read and are left out.")}</p> }.into_any()
        })
    };
    view! { {line} {maybe(left_out)} }.into_any()
}
