//! What to do with a time that was chosen: for fingers, and for who does not know the keys.

use super::state::View;
use crate::reactive::maybe;
use leptos::prelude::*;

/// The time that is chosen, with a button that zooms to it and one that lets it go.
pub(super) fn chosen(view: View) -> AnyView {
    maybe(move || {
        let (from, to) = view.chosen()?;
        let chosen = view! {
            <p class="chart-chosen">
                <span>{view.clock.span_text(from, to)}</span>
                <button class="btn small primary" type="button" on:click=move |_| {
                    view.zoom_to_chosen();
                }>"Zoom to this"</button>
                <button class="btn small" type="button" on:click=move |_| view.brush.set(None)>
                    "Let go"
                </button>
            </p>
        };
        Some(chosen.into_any())
    })
}
