//! Parts of a page that are built when they are opened, so that an event with thousands of frames or values costs
//! what is seen of it.

use crate::browser::wait::yield_now;
use crate::reactive::{changing, spawn};
use glint_model::text::thousands;
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

/// So many parts are drawn in one task; more of them take turns with the rest of the page.
const MOST_AT_ONCE: usize = 24;

thread_local! {
    /// How many parts the task of the moment has drawn.
    static DRAWN: Cell<usize> = const { Cell::new(0) };
}

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
    let shown = by_turns(places.start..end, Arc::clone(&draw));
    let rest = end..places.end;
    if rest.is_empty() {
        return shown;
    }
    let summary = format!("{} more {what}", thousands(rest.len() as u64)).into_any();
    let more = lazy_details("more", false, summary, move || {
        in_steps(rest.clone(), step, what, Arc::clone(&draw))
    });
    (shown, more).into_any()
}

/// Draws all these parts: at once what one task may, the others in tasks of their own. Lists in lists count together.
fn by_turns(places: Range<usize>, draw: DrawPart) -> AnyView {
    let now = room_for(places.len()).max(1);
    let end = places.end.min(places.start.saturating_add(now));
    let shown: Vec<AnyView> = (places.start..end).map(|place| draw(place)).collect();
    let rest = end..places.end;
    if rest.is_empty() {
        return shown.into_any();
    }
    let is_turn = RwSignal::new(false);
    spawn(async move {
        yield_now().await;
        while DRAWN.get() >= MOST_AT_ONCE {
            yield_now().await;
        }
        is_turn.try_set(true);
    });
    let others = changing(move || {
        if is_turn.get() {
            by_turns(rest.clone(), Arc::clone(&draw))
        } else {
            ().into_any()
        }
    });
    (shown, others).into_any()
}

/// How many of these parts the task of the moment may draw; they are counted as drawn.
fn room_for(parts: usize) -> usize {
    if cfg!(feature = "ssr") {
        return parts;
    }
    let drawn = DRAWN.get();
    let room = parts.min(MOST_AT_ONCE.saturating_sub(drawn));
    if drawn == 0 && room > 0 {
        spawn(async {
            yield_now().await;
            DRAWN.set(0);
        });
    }
    DRAWN.set(drawn + room);
    room
}
