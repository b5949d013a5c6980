//! The first figures: uptime of four ranges, and how fast the answers of the chart's range were.

use super::context::MonitorContext;
use super::figures::RangeFigures;
use super::zone::zone;
use crate::reactive::{changing, changing_text};
use glint_model::text::counted;
use glint_model::uptime::{Ledger, Source, Window, duration_text};
use leptos::prelude::*;

const WINDOWS: [Window; 4] = [Window::Day, Window::Week, Window::ThirtyDays, Window::NinetyDays];

/// The figures in a row.
pub fn tiles(context: MonitorContext) -> AnyView {
    let uptime: Vec<AnyView> = WINDOWS.into_iter().map(|window| of_window(context, window)).collect();
    view! {
        <dl class="stat" aria-label="Uptime">
            {uptime}
            {changing(move || match context.source.get() {
                Source::Heartbeat => ().into_any(),
                _ => response(context.figures),
            })}
        </dl>
    }
    .into_any()
}

fn of_window(context: MonitorContext, window: Window) -> AnyView {
    let figures = Memo::new(move |_| {
        let ledger = context.ledger.get()?;
        Some(said(&ledger, window))
    });
    view! {
        <div>
            <dt>{format!("Uptime, {}", window.label())}</dt>
            <dd>{changing_text(move || figures.get().map_or("…".to_owned(), |(percent, _)| percent))}</dd>
            <dd class="more">{changing_text(move || figures.get().map_or(String::new(), |(_, more)| more))}</dd>
        </div>
    }
    .into_any()
}

/// `99.98%` and `1 outage, 2 min down`; what is not known is said.
fn said(ledger: &Ledger, window: Window) -> (String, String) {
    let summary = ledger.summary(window.span(ledger.now(), &zone()));
    let outages = u64::try_from(summary.outages).unwrap_or(u64::MAX);
    let mut parts = Vec::new();
    if summary.known_ms() > 0 {
        parts.push(match outages {
            0 => "no outage".to_owned(),
            _ => format!(
                "{}, {} down",
                counted(outages, "outage", "outages"),
                duration_text(summary.down_ms)
            ),
        });
    }
    if summary.unknown_ms > 0 {
        parts.push(format!("{} unknown", duration_text(summary.unknown_ms)));
    }
    (summary.percent(), parts.join(" · "))
}

fn response(figures: RangeFigures) -> AnyView {
    let percentiles = move || figures.get().map(|figures| figures.percentiles());
    let both = move || match percentiles() {
        Some([(_, p50), (_, p95), ..]) => format!("{p50} / {p95}"),
        None => "…".to_owned(),
    };
    let rest = move || match percentiles() {
        Some([_, _, (_, p99), (_, average)]) => format!("p99 {p99} · average {average}"),
        None => String::new(),
    };
    view! {
        <div>
            <dt>"p50 / p95, "{changing_text(move || figures.range())}</dt>
            <dd>{changing_text(both)}</dd>
            <dd class="more">{changing_text(rest)}</dd>
        </div>
    }
    .into_any()
}
