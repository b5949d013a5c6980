//! The keyboard over a chart.

use super::state::{Brush, View};
use glint_model::chart::cursor::{Move, step};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

pub(super) fn pressed(view: View, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    let is_done = match key.as_str() {
        "Escape" => let_go(view),
        "Enter" => view.brush.get_untracked().is_some() && view.zoom_to_chosen(),
        _ => Move::of_key(&key).is_some_and(|by| go(view, by, event.shift_key())),
    };
    if is_done {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn go(view: View, by: Move, is_choosing: bool) -> bool {
    let from = view.at.get_untracked();
    let to = view.peek(|chart, shown| step(chart, shown, from, by)).flatten();
    let Some(to) = to else { return false };
    if is_choosing && view.has_zoom {
        let brush = view.brush.get_untracked();
        let anchor = brush.map(|brush| brush.anchor).or(from).unwrap_or(to);
        view.brush.set(Some(Brush { anchor, end: to }));
    } else {
        view.brush.set(None);
    }
    view.at.set(Some(to));
    true
}

/// First of what is chosen, then of what is pointed at.
fn let_go(view: View) -> bool {
    if view.brush.get_untracked().is_some() {
        view.brush.set(None);
        return true;
    }
    let is_pointed = view.at.get_untracked().is_some();
    view.at.set(None);
    is_pointed
}
