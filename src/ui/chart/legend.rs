//! The legend: what is what, and buttons that hide it.

use super::plot::{fill_class, span_class};
use super::state::View;
use crate::reactive::{aria, changing};
use glint_model::chart::{Chart, LegendEntry, Look, Shape, SpanKind, span_swatch, swatch};
use leptos::prelude::*;

const WIDTH: f64 = 18.0;
const HEIGHT: f64 = 12.0;

/// A button for each series if there are several, and what shaded times mean.
pub(super) fn legend(view: View) -> AnyView {
    // Values come and go; the buttons stay as long as the names do, and so does the focus.
    let entries = Memo::new(move |_| {
        view.chart.with(|chart| {
            let chart = chart.as_ref()?;
            Some((chart.legend(), kinds(chart)))
        })
    });
    changing(move || {
        let (entries, kinds) = entries.get().unwrap_or_default();
        let is_single = entries.len() < 2;
        let entries = entries.into_iter().enumerate();
        let entries: Vec<AnyView> = entries
            .map(|(place, entry)| {
                if is_single {
                    alone(&entry)
                } else {
                    button(view, place, &entry)
                }
            })
            .collect();
        let kinds: Vec<AnyView> = kinds.into_iter().map(shaded).collect();
        view! { <ul class="chart-legend">{entries} {kinds}</ul> }.into_any()
    })
}

/// The kinds of shaded times within the chart.
fn kinds(chart: &Chart) -> Vec<SpanKind> {
    let has = |kind: &SpanKind| {
        let mut spans = chart.spans.iter();
        spans.any(|span| span.kind == *kind && span.from_ms <= chart.to_ms && span.to_ms >= chart.from_ms)
    };
    [SpanKind::Down, SpanKind::Unknown].into_iter().filter(has).collect()
}

fn alone(entry: &LegendEntry) -> AnyView {
    view! { <li class="entry">{sign(entry)} {entry.name.clone()}</li> }.into_any()
}

fn button(view: View, place: usize, entry: &LegendEntry) -> AnyView {
    let toggle = move |_| view.shown.update(|shown| *shown = shown.toggled(place));
    view! {
        <li>
            <button
                class="entry"
                type="button"
                aria-pressed=aria(move || view.shown.get().has(place))
                on:click=toggle
            >
                {sign(entry)}
                <span>{entry.name.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

/// A piece of the series as it is drawn.
pub(super) fn sign(entry: &LegendEntry) -> AnyView {
    let fill = (entry.look != Look::Shape(Shape::Line)).then(|| {
        let class = fill_class(entry.look);
        view! { <path class=class d="M0 0h18v12h-18z"></path> }.into_any()
    });
    let over = match entry.look {
        Look::Bar => {
            let hatch = swatch(entry.ink, WIDTH, HEIGHT);
            Some(view! { <path class="hatch" d=hatch></path> }.into_any())
        }
        Look::Shape(Shape::Range) => None,
        Look::Shape(shape) => {
            let line = if shape == Shape::Line { "M0 6h18" } else { "M0 1h18" };
            Some(view! { <path class="line" d=line stroke-dasharray=entry.ink.dash()></path> }.into_any())
        }
    };
    view! {
        <svg class=format!("swatch {}", entry.ink.class()) viewBox="0 0 18 12" aria-hidden="true">
            {fill}
            {over}
        </svg>
    }
    .into_any()
}

fn shaded(kind: SpanKind) -> AnyView {
    let name = match kind {
        SpanKind::Down => "Down",
        SpanKind::Unknown => "Unknown",
    };
    view! {
        <li class="entry">
            <svg class="swatch" viewBox="0 0 18 12" aria-hidden="true">
                <g class=span_class(kind)>
                    <rect width="18" height="12"></rect>
                    <path d=span_swatch(kind, WIDTH, HEIGHT)></path>
                </g>
            </svg>
            {name}
        </li>
    }
    .into_any()
}
