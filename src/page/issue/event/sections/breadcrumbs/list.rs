//! The rows. They come in blocks, so that a thousand of them hold nothing up: the browser paints between two blocks, and
//! lays out only what is in sight (`content-visibility`).

use super::blocks::{blocks, more, rest, rows_of};
use super::row::{Seen, ending_row, row};
use super::trail::Trail;
use crate::browser::{dom, wait};
use crate::reactive::{changing, changing_text, maybe, spawn, truth};
use glint_model::breadcrumbs::CrumbOrder;
use glint_model::text::thousands;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the list.
const LIST: &str = "breadcrumb-rows";

/// Shows the rows that are left, and the event.
pub fn list(trail: Trail) -> AnyView {
    changing(move || rows(trail))
}

/// Tracked: drawn anew when something else is asked for.
fn rows(trail: Trail) -> AnyView {
    let places: Arc<Vec<usize>> = Arc::new(trail.places.get());
    let choice = trail.choice.get();
    let words = trail.filter.with(|filter| filter.words.clone());
    let event = trail.timeline.with_value(|timeline| timeline.ending.at);
    let seen = Seen::new(trail, choice.time, words, event);
    let count = places.len();
    let shown = RwSignal::new(1);
    let mut drawn: Vec<AnyView> = (0..blocks(count))
        .map(|block| {
            let is_there = Memo::new(move |_| block < shown.get());
            let (places, seen) = (Arc::clone(&places), seen.clone());
            maybe(move || is_there.get().then(|| draw_block(&seen, &places, block, choice.order)))
        })
        .collect();
    let ending = ending_row(&seen);
    let button = (rest(1, count) > 0).then(|| more_button(trail, shown, count));
    let nothing = (count == 0 && trail.total() > 0).then(|| nothing_left(trail));
    if trail.wanted.get_value() > 1 {
        grow(trail, shown, count);
    }
    let (above, below) = match choice.order {
        CrumbOrder::NewestLast => {
            drawn.reverse();
            drawn.push(ending);
            (button, None)
        }
        CrumbOrder::NewestFirst => {
            drawn.insert(0, ending);
            (None, button)
        }
    };
    view! {
        {nothing}
        {above}
        <ol id=LIST aria-label="Breadcrumbs and the event" tabindex="-1">{drawn}</ol>
        {below}
    }
    .into_any()
}

fn draw_block(seen: &Seen, places: &[usize], block: usize, order: CrumbOrder) -> AnyView {
    let places = places.get(rows_of(block, places.len())).unwrap_or_default();
    let mut drawn: Vec<AnyView> = seen.trail.timeline.with_value(|timeline| {
        let crumbs = places
            .iter()
            .filter_map(|place| Some((*place, timeline.crumbs.get(*place)?)));
        crumbs.map(|(place, crumb)| row(seen, place, crumb)).collect()
    });
    if order == CrumbOrder::NewestFirst {
        drawn.reverse();
    }
    drawn.into_any()
}

fn more_button(trail: Trail, shown: RwSignal<usize>, count: usize) -> AnyView {
    let text = move || {
        let left = rest(shown.get(), count);
        let coming = left - rest(more(shown.get(), count), count);
        if coming == left {
            format!("Show {} earlier", thousands(left as u64))
        } else {
            format!(
                "Show {} of {} earlier",
                thousands(coming as u64),
                thousands(left as u64)
            )
        }
    };
    let ask = move |_| {
        trail.wanted.set_value(more(shown.get_untracked(), count));
        grow(trail, shown, count);
    };
    view! {
        <div class="earlier" hidden=truth(move || rest(shown.get(), count) == 0)>
            <button class="btn small" type="button" on:click=ask>{changing_text(text)}</button>
        </div>
    }
    .into_any()
}

/// Draws a block between two frames until those that are wanted are there.
fn grow(trail: Trail, shown: RwSignal<usize>, count: usize) {
    spawn(async move {
        loop {
            wait::frame().await;
            // The rows may be gone, or drawn anew.
            let (Some(now), Some(wanted)) = (shown.try_get_untracked(), trail.wanted.try_get_value()) else {
                return;
            };
            if now >= wanted.min(blocks(count)) {
                return;
            }
            let had_focus = dom::is_focus_within(".trail .earlier");
            shown.try_set(now + 1);
            if had_focus && rest(now + 1, count) == 0 {
                dom::focus_in_place(dom::by_id(LIST));
            }
        }
    });
}

fn nothing_left(trail: Trail) -> AnyView {
    view! {
        <p class="note">
            {trail.nothing_text()}" "
            <button class="btn small" type="button" on:click=move |_| trail.clear()>"Clear search and filters"</button>
        </p>
    }
    .into_any()
}
