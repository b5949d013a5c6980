//! Buttons beside the legend: closer, farther, and the chart as a file.

use super::state::View;
use crate::browser::files::{TextFile, save};
use crate::ui::icon::{Icon, icon};
use glint_model::chart::{csv, cursor, svg};
use leptos::prelude::*;

/// The width of a picture that is saved: what fits into a report, whatever the width of the window.
const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 280.0;

pub(super) fn tools(view: View) -> AnyView {
    // The browser may still be reading a file when its click is over, so it is kept until the next one.
    let file = StoredValue::new_local(None::<TextFile>);
    let keep = move |text: Option<String>, media_type: &str, ending: &str| {
        let name = view.file.with_value(|file| format!("{file}.{ending}"));
        file.set_value(text.and_then(|text| save(&text, media_type, &name)));
    };
    let save_svg = move |_| {
        let text = view.peek(|chart, shown| svg(chart, shown, WIDTH, HEIGHT, &view.clock));
        keep(text, "image/svg+xml", "svg");
    };
    let save_csv = move |_| keep(view.peek(csv), "text/csv", "csv");
    view! {
        <div class="chart-tools">
            {view.has_zoom.then(|| zoom_buttons(view))}
            <button class="btn small quiet" type="button" aria-label="Save as SVG" title="Save as SVG" on:click=save_svg>
                {icon(Icon::Download, "")}
                "SVG"
            </button>
            <button class="btn small quiet" type="button" aria-label="Save as CSV" title="Save as CSV" on:click=save_csv>
                {icon(Icon::Download, "")}
                "CSV"
            </button>
        </div>
    }
    .into_any()
}

/// The way to zoom without dragging.
fn zoom_buttons(view: View) -> AnyView {
    let zoom = move |is_in: bool| {
        let at = view.at.get_untracked();
        if let Some((from, to)) = view.peek(|chart, _| cursor::zoomed(chart, at, is_in)) {
            view.brush.set(None);
            view.zoom(from, to);
        }
    };
    view! {
        <button
            class="btn small quiet"
            type="button"
            aria-label="Zoom out"
            title="Zoom out"
            on:click=move |_| zoom(false)
        >
            {icon(Icon::Less, "")}
        </button>
        <button class="btn small quiet" type="button" aria-label="Zoom in" title="Zoom in" on:click=move |_| zoom(true)>
            {icon(Icon::Add, "")}
        </button>
    }
    .into_any()
}
