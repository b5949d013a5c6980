//! The drawing itself: axes, shaded times, series, thresholds. It knows nothing of pointers.

use super::state::View;
use crate::reactive::changing;
use glint_model::chart::{Drawing, DrawnSeries, DrawnSpan, DrawnThreshold, Look, Shape, SpanKind};
use leptos::prelude::*;

/// Draws the chart anew whenever it, its width or what is shown of it changes.
pub(super) fn plot(view: View) -> AnyView {
    changing(move || {
        view.drawing
            .with(|drawing| drawing.as_deref().map_or_else(|| ().into_any(), picture))
    })
}

fn picture(drawing: &Drawing) -> AnyView {
    let Drawing {
        width,
        height,
        left,
        top,
        plot_width,
        plot_height,
        ..
    } = *drawing;
    let spans: Vec<AnyView> = drawing.spans.iter().map(span).collect();
    let series: Vec<AnyView> = drawing.series.iter().map(series).collect();
    let thresholds: Vec<AnyView> = drawing
        .thresholds
        .iter()
        .map(|one| threshold(one, plot_width))
        .collect();
    view! {
        <svg class="chart-drawing" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
            {axes(drawing)}
            <svg x=left y=top width=plot_width height=plot_height>
                {spans}
                {series}
                {thresholds}
            </svg>
        </svg>
    }
    .into_any()
}

fn axes(drawing: &Drawing) -> AnyView {
    let (left, top) = (drawing.left, drawing.top);
    let bottom = top + drawing.plot_height;
    let (mut lines, mut base, mut marks) = (String::new(), String::new(), String::new());
    for tick in &drawing.values {
        let line = if tick.is_strong { &mut base } else { &mut lines };
        // On the middle of a pixel, so that a line of one pixel is one.
        let y = (top + tick.at).floor() + 0.5;
        line.push_str(&format!("M{left} {y}h{}", drawing.plot_width));
    }
    for tick in &drawing.times {
        let x = (left + tick.at).floor() + 0.5;
        let (from, length) = if tick.is_strong {
            (top, drawing.plot_height + 5.0)
        } else {
            (bottom, 4.0)
        };
        marks.push_str(&format!("M{x} {from}v{length}"));
    }
    let values = drawing.values.iter().map(|tick| {
        let y = top + tick.label_at + 4.0;
        view! { <text class="value" x=left - 6.0 y=y>{tick.label.clone()}</text> }.into_any()
    });
    let times = drawing.times.iter().filter(|tick| !tick.label.is_empty()).map(|tick| {
        let class = if tick.is_strong { "time strong" } else { "time" };
        let x = left + tick.label_at;
        view! { <text class=class x=x y=bottom + 18.0>{tick.label.clone()}</text> }.into_any()
    });
    view! {
        <path class="grid" d=lines></path>
        <path class="grid" d=marks></path>
        <path class="base" d=base></path>
        {values.collect::<Vec<_>>()}
        {times.collect::<Vec<_>>()}
    }
    .into_any()
}

fn span(span: &DrawnSpan) -> AnyView {
    let label = span
        .label
        .clone()
        .map(|label| view! { <text x=span.x + 4.0 y="13">{label}</text> }.into_any());
    view! {
        <g class=span_class(span.kind)>
            <rect x=span.x width=span.width height="100%"></rect>
            <path d=span.hatch.clone()></path>
            {label}
        </g>
    }
    .into_any()
}

/// The class of a shaded time.
pub(super) fn span_class(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Down => "span down",
        SpanKind::Unknown => "span unknown",
    }
}

fn series(series: &DrawnSeries) -> AnyView {
    let path = |class: &'static str, d: &str| {
        let d = d.to_owned();
        (!d.is_empty()).then(|| view! { <path class=class d=d></path> }.into_any())
    };
    let line = (!series.line.is_empty()).then(|| {
        view! { <path class="line" d=series.line.clone() stroke-dasharray=series.ink.dash()></path> }.into_any()
    });
    view! {
        <g class=series.ink.class()>
            {path(fill_class(series.look), &series.fill)}
            {path("hatch", &series.hatch)}
            {line}
            {path("dots", &series.dots)}
        </g>
    }
    .into_any()
}

/// The class of what is filled.
pub(super) fn fill_class(look: Look) -> &'static str {
    match look {
        Look::Bar => "bars",
        Look::Shape(Shape::Range) => "range",
        Look::Shape(_) => "area",
    }
}

fn threshold(threshold: &DrawnThreshold, width: f64) -> AnyView {
    let y = threshold.y.floor() + 0.5;
    view! {
        <g class="threshold">
            <path d=format!("M0 {y}H{width}") stroke-dasharray="5 4"></path>
            <text x=width - 4.0 y=threshold.label_y>{threshold.label.clone()}</text>
        </g>
    }
    .into_any()
}
