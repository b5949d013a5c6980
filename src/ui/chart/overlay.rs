//! What lies over the drawing: the cross-hair, the time that is being chosen; and the place that hears pointers and keys.
//!
//! To a screen reader it is a slider over time, the one control whose arrow keys every reader passes on and whose value it
//! reads out by itself.

use super::state::View;
use super::{keys, plot, pointer, tip};
use crate::reactive::{attribute, maybe};
use glint_model::chart::Chart;
use glint_model::chart::cursor::{Move, read, step};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

/// The drawing with all that lies over it.
pub(super) fn pointed(view: View) -> AnyView {
    let now = attribute(move || {
        end_or(view, |chart| {
            view.at
                .get()
                .map_or(chart.to_ms, |at| at.clamp(chart.from_ms, chart.to_ms))
        })
    });
    let help = if view.has_zoom {
        "Arrow keys go from value to value, Page Up and Page Down by ten, Home and End to the ends. With Shift they choose a \
         time: Enter zooms in, Escape lets go."
    } else {
        "Arrow keys go from value to value, Page Up and Page Down by ten, Home and End to the ends."
    };
    let press = pointer::Press::new();
    view! {
        <div
            class="chart-plot live"
            role="slider"
            tabindex="0"
            aria-label=attribute(move || view.title())
            aria-describedby=view.id("help")
            aria-valuemin=attribute(move || end_or(view, |chart| chart.from_ms))
            aria-valuemax=attribute(move || end_or(view, |chart| chart.to_ms))
            aria-valuenow=now
            aria-valuetext=attribute(move || value_text(view))
            style:height=view.css_height()
            node_ref=view.place
            on:pointerdown=move |event: PointerEvent| pointer::down(view, press, &event)
            on:pointermove=move |event: PointerEvent| pointer::moved(view, press, &event)
            on:pointerup=move |event: PointerEvent| pointer::up(view, press, &event)
            on:pointercancel=move |_| pointer::cancelled(view, press)
            on:pointerleave=move |event: PointerEvent| pointer::left(view, press, &event)
            on:keydown=move |event: KeyboardEvent| keys::pressed(view, &event)
            on:focus=move |_| arrive(view)
            on:blur=move |_| {
                // Also what is taken away loses the focus.
                view.at.try_set(None);
            }
        >
            {plot::plot(view)}
            {maybe(move || brush(view))}
            {maybe(move || cross_hair(view))}
            {tip::tip(view)}
        </div>
        <p class="visually-hidden" id=view.id("help")>
            {help}
        </p>
    }
    .into_any()
}

/// Who comes by the keyboard stands on the last value.
fn arrive(view: View) {
    if view.at.get_untracked().is_none() {
        view.at
            .set(view.peek(|chart, shown| step(chart, shown, None, Move::Last)).flatten());
    }
}

fn end_or(view: View, end: impl Fn(&Chart) -> i64) -> String {
    view.chart.with(|chart| chart.as_deref().map_or(0, end).to_string())
}

fn value_text(view: View) -> String {
    let shown = view.shown.get();
    let Some(at) = view.pointed() else {
        return "No value chosen".to_owned();
    };
    let reading = view.chart.with(|chart| {
        let chart = chart.as_ref()?;
        Some(read(chart, shown, at, &view.clock).sentence())
    });
    let reading = reading.unwrap_or_default();
    match view.chosen() {
        Some((from, to)) => format!("{reading}. Chosen: {}", view.clock.span_text(from, to)),
        None => reading,
    }
}

fn brush(view: View) -> Option<AnyView> {
    let (from, to) = view.chosen()?;
    view.drawing.with(|drawing| {
        let drawing = drawing.as_ref()?;
        let (x, end) = (drawing.x.place_ms(from), drawing.x.place_ms(to));
        let view_box = format!("0 0 {} {}", drawing.width, drawing.height);
        let picture = view! {
            <svg class="chart-over brush" viewBox=view_box aria-hidden="true">
                <rect x=drawing.left + x y=drawing.top width=(end - x).max(1.0) height=drawing.plot_height></rect>
            </svg>
        };
        Some(picture.into_any())
    })
}

fn cross_hair(view: View) -> Option<AnyView> {
    let at = view.pointed()?;
    let shown = view.shown.get();
    view.drawing.with(|drawing| {
        let drawing = drawing.as_ref()?;
        let reading = view
            .chart
            .with(|chart| chart.as_ref().map(|chart| read(chart, shown, at, &view.clock)))?;
        let middle = view
            .chart
            .with(|chart| chart.as_ref().map_or(at, |chart| chart.middle_of(at)));
        let x = drawing.left + drawing.x.place_ms(middle);
        let (top, bottom) = (drawing.top, drawing.top + drawing.plot_height);
        let dots = reading.rows.into_iter().filter_map(|row| {
            let y = top + drawing.y.place(row.height?);
            Some(view! { <circle class=row.series.ink.class() cx=x cy=y r="4"></circle> }.into_any())
        });
        let view_box = format!("0 0 {} {}", drawing.width, drawing.height);
        let picture = view! {
            <svg class="chart-over" viewBox=view_box aria-hidden="true">
                <path class="hair" d=format!("M{x} {top}V{bottom}")></path>
                {dots.collect::<Vec<_>>()}
            </svg>
        };
        Some(picture.into_any())
    })
}
