//! The values at the cross-hair, beside it.

use super::legend::sign;
use super::state::View;
use crate::reactive::maybe;
use glint_model::chart::cursor::{ReadingRow, read};
use leptos::prelude::*;

/// Below this width the values stand in a corner, away from the finger.
const NARROW: f64 = 520.0;

/// A card with the time and the values. Screen readers have it as the value of the slider.
pub(super) fn tip(view: View) -> AnyView {
    maybe(move || {
        let at = view.pointed()?;
        let shown = view.shown.get();
        let reading = view
            .chart
            .with(|chart| chart.as_ref().map(|chart| read(chart, shown, at, &view.clock)))?;
        let (left, class) = view.drawing.with(|drawing| {
            let drawing = drawing.as_ref()?;
            let x = drawing.x.place_ms(at);
            let is_late = x > drawing.plot_width / 2.0;
            Some(match (drawing.width < NARROW, is_late) {
                (true, true) => (drawing.left, "chart-tip"),
                (true, false) => (drawing.width, "chart-tip before"),
                (false, true) => (drawing.left + x - 12.0, "chart-tip before"),
                (false, false) => (drawing.left + x + 12.0, "chart-tip"),
            })
        })?;
        let rows: Vec<AnyView> = reading.rows.into_iter().map(row).collect();
        let notes: Vec<AnyView> = reading
            .notes
            .into_iter()
            .map(|note| view! { <li class="note">{note}</li> }.into_any())
            .collect();
        let card = view! {
            <div class=class aria-hidden="true" style:left=format!("{}px", left as i32)>
                <b>{reading.time}</b>
                <ul>{rows} {notes}</ul>
            </div>
        };
        Some(card.into_any())
    })
}

fn row(row: ReadingRow) -> AnyView {
    view! {
        <li>
            {sign(&row.series)}
            <span>{row.series.name}</span>
            <span class="num">{row.text}</span>
        </li>
    }
    .into_any()
}
