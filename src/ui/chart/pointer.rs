//! Mouse, pen and finger over a chart. Resting shows values, dragging chooses a time. A mouse zooms when it lets go; a
//! finger covers what it chooses, so what it chose waits for a button.

use super::state::{Brush, View};
use glint_model::chart::cursor::nearest;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// So many pixels are a drag and no click.
const DRAG: i32 = 6;

/// Where a button or finger went down.
#[derive(Clone, Copy)]
pub(super) struct Press(StoredValue<Option<Start>>);

#[derive(Clone, Copy)]
struct Start {
    x: i32,
    at_ms: i64,
}

impl Press {
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }
}

pub(super) fn down(view: View, press: Press, event: &PointerEvent) {
    let Some(at_ms) = time_at(view, event).filter(|_| event.button() == 0) else {
        return;
    };
    view.brush.set(None);
    point_at(view, at_ms);
    press.0.set_value(Some(Start {
        x: event.client_x(),
        at_ms,
    }));
    // Goes on when the pointer leaves the drawing; where that fails, it ends there.
    if let Some(place) = view.place.get_untracked() {
        let _ = place.set_pointer_capture(event.pointer_id());
    }
}

pub(super) fn moved(view: View, press: Press, event: &PointerEvent) {
    let Some(at_ms) = time_at(view, event) else { return };
    point_at(view, at_ms);
    let Some(start) = press.0.get_value().filter(|_| view.has_zoom) else {
        return;
    };
    if view.brush.get_untracked().is_some() || (event.client_x() - start.x).abs() >= DRAG {
        view.brush.set(Some(Brush {
            anchor: start.at_ms,
            end: at_ms,
        }));
    }
}

pub(super) fn up(view: View, press: Press, event: &PointerEvent) {
    let is_pressed = press.0.get_value().is_some();
    press.0.set_value(None);
    if is_pressed && event.pointer_type() != "touch" && view.brush.get_untracked().is_some() {
        view.zoom_to_chosen();
    }
}

/// The browser took the finger for scrolling.
pub(super) fn cancelled(view: View, press: Press) {
    press.0.set_value(None);
    view.brush.set(None);
}

/// What a finger pointed at stays to be read.
pub(super) fn left(view: View, press: Press, event: &PointerEvent) {
    if event.pointer_type() != "touch" && press.0.get_value().is_none() {
        view.at.set(None);
    }
}

fn point_at(view: View, at_ms: i64) {
    let at = view.peek(|chart, shown| nearest(chart, shown, at_ms)).flatten();
    if at != view.at.get_untracked() {
        view.at.set(at);
    }
}

fn time_at(view: View, event: &PointerEvent) -> Option<i64> {
    let place = view.place.get_untracked()?.get_bounding_client_rect();
    view.drawing.with_untracked(|drawing| {
        let drawing = drawing.as_ref().filter(|_| place.width() > 0.0)?;
        let x = (f64::from(event.client_x()) - place.left()) * drawing.width / place.width();
        Some(drawing.x.value_ms(x - drawing.left))
    })
}
