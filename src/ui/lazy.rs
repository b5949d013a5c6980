//! Parts of a page that are built when they are opened, so that an event with thousands of frames or values costs
//! what is seen of it.

use glint_model::text::thousands;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// A foldable part. What is in it is built when it is first opened, and kept.
pub fn lazy_details(
    class: &'static str,
    is_open: bool,
    summary: AnyView,
    build: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_built = RwSignal::new(is_open);
    view! {
        <details class=class open=is_open on:toggle=move |_| if !is_built.get_untracked() { is_built.set(true) }>
            <summary>{summary}</summary>
            {move || is_built.get().then(&build)}
        </details>
    }
    .into_any()
}

/// Draws the part at a place of a long list.
pub type DrawPart = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// A long list, of which the first `step` parts are there and the others come when they are asked for. `what` names
/// them: `frames`.
pub fn in_steps(places: Range<usize>, step: usize, what: &'static str, draw: DrawPart) -> AnyView {
    let end = places.end.min(places.start.saturating_add(step.max(1)));
    let shown: Vec<AnyView> = (places.start..end).map(|place| draw(place)).collect();
    let rest = end..places.end;
    if rest.is_empty() {
        return shown.into_any();
    }
    let summary = format!("{} more {what}", thousands(rest.len() as u64)).into_any();
    let more = lazy_details("more", false, summary, move || {
        in_steps(rest.clone(), step, what, Arc::clone(&draw))
    });
    (shown, more).into_any()
}
