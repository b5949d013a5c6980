//! A row of results. Thousands of rows are on a page, so a strip is four paths, and what it says about a cell is asked for
//! only when the cell is pointed at or walked to. To a screen reader it is a slider, as the chart is.

use crate::reactive::{changing, maybe};
use glint_model::chart::cursor::Move;
use glint_model::chart::strip::{CELL_WIDTH, Cell, cell_at, paths};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::Element;

type Label = Rc<dyn Fn(usize) -> String>;

/// Where a strip stands.
#[derive(Clone, Copy)]
struct Strip {
    cells: Signal<Arc<[Cell]>>,
    /// The cell that is pointed at or walked to, with what it says.
    at: RwSignal<Option<(usize, String)>>,
    label: StoredValue<Label, LocalStorage>,
    place: NodeRef<html::Div>,
}

/// Results, the oldest first. `name` says whose they are; `label` says all about one: when, what, why, how long.
pub fn check_strip(name: String, cells: Signal<Arc<[Cell]>>, label: impl Fn(usize) -> String + 'static) -> AnyView {
    boxed(name, cells, Rc::new(label))
}

fn boxed(name: String, cells: Signal<Arc<[Cell]>>, label: Label) -> AnyView {
    let strip = Strip {
        cells,
        at: RwSignal::new(None),
        label: StoredValue::new_local(label),
        place: NodeRef::new(),
    };
    let count = cells.with_untracked(|cells| cells.len());
    view! {
        <div
            class="check-strip"
            role="slider"
            tabindex="0"
            aria-label=name
            aria-valuemin="1"
            aria-valuemax=count.max(1)
            aria-valuenow=count.max(1)
            node_ref=strip.place
            on:keydown=move |event: KeyboardEvent| strip.key_pressed(&event)
            on:pointermove=move |event: PointerEvent| strip.point(&event)
            on:pointerdown=move |event: PointerEvent| strip.point(&event)
            on:pointerleave=move |_| strip.leave()
            on:focus=move |_| strip.arrive()
            on:blur=move |_| {
                // Also what is taken away loses the focus.
                strip.at.try_set(None);
            }
        >
            {changing(move || strip.cells.with(|cells| drawing(cells)))}
            {maybe(move || strip.tip())}
        </div>
    }
    .into_any()
}

fn drawing(cells: &[Cell]) -> AnyView {
    let paths = paths(cells);
    let view_box = format!("0 0 {} 28", (cells.len().max(1) as f64 * CELL_WIDTH) as u64);
    view! {
        <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            <path class="none" d=paths.none></path>
            <path class="up" d=paths.up></path>
            <path class="slow" d=paths.slow></path>
            <path class="down" d=paths.down></path>
        </svg>
    }
    .into_any()
}

impl Strip {
    fn count(self) -> usize {
        self.cells.with_untracked(|cells| cells.len())
    }

    fn go_to(self, place: Option<usize>) {
        let now = self.at.with_untracked(|at| at.as_ref().map(|(place, _)| *place));
        if place == now {
            return;
        }
        let label = self.label.with_value(Rc::clone);
        let at = place.map(|place| (place, label(place)));
        // By hand: three attributes that follow a signal would be three effects for each of some thousand strips.
        if let (Some(element), Some((place, text))) = (self.place.get_untracked(), &at) {
            let element: &Element = &element;
            let _ = element.set_attribute("aria-valuemax", &self.count().max(1).to_string());
            let _ = element.set_attribute("aria-valuenow", &(place + 1).to_string());
            let _ = element.set_attribute("aria-valuetext", text);
        }
        self.at.set(at);
    }

    /// Who comes by the keyboard stands on the newest result.
    fn arrive(self) {
        if self.at.with_untracked(Option::is_none) {
            self.go_to(self.count().checked_sub(1));
        }
    }

    fn leave(self) {
        let is_focused = self.place.get_untracked().is_some_and(|place| {
            let place: &Element = &place;
            place.matches(":focus-visible").unwrap_or(false)
        });
        if !is_focused {
            self.at.set(None);
        }
    }

    fn point(self, event: &PointerEvent) {
        let Some(place) = self.place.get_untracked() else {
            return;
        };
        let place = place.get_bounding_client_rect();
        if place.width() > 0.0 {
            let share = (f64::from(event.client_x()) - place.left()) / place.width();
            self.go_to(cell_at(share, self.count()));
        }
    }

    fn key_pressed(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let from = self.at.with_untracked(|at| at.as_ref().map(|(place, _)| *place));
        let key = event.key();
        if key == "Escape" && from.is_some() {
            self.at.set(None);
        } else if let Some(place) = Move::of_key(&key).and_then(|by| by.place(from, self.count())) {
            self.go_to(Some(place));
        } else {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// The frame around the cell, and what it says. At the left half of the strip it stands to the right, and the other way
    /// round, so that it stays inside.
    fn tip(self) -> Option<AnyView> {
        let (place, text) = self.at.get()?;
        let count = self.cells.with(|cells| cells.len()).max(1);
        let percent = |cells: usize| format!("{}%", cells as f64 * 100.0 / count as f64);
        let class = if place * 2 < count {
            "strip-tip"
        } else {
            "strip-tip before"
        };
        let tip = view! {
            <i class="strip-cell" style:left=percent(place) style:width=percent(1)></i>
            <span class=class aria-hidden="true" style:left=percent(if place * 2 < count { place } else { place + 1 })>
                {text}
            </span>
        };
        Some(tip.into_any())
    }
}
