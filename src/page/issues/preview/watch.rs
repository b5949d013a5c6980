//! What brings the preview and what takes it away: one set of listeners for all rows, and the patience behind them.

mod focus;
mod pointer;

use super::{Preview, ground};
use crate::browser::wait;
use crate::reactive::{effect, spawn};
use glint_model::id::IssueId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

/// The preview goes when the page is scrolled further than about a row, in pixels.
const SCROLLED_AWAY: f64 = 57.0;

/// What is listened to, on the window.
const EVENTS: &[&str] = &[
    "pointermove",
    "pointerout",
    "pointerdown",
    "focusin",
    "keydown",
    "scroll",
    "resize",
];

/// Where the pointer and the focus have been lately.
#[derive(Default)]
struct Lately {
    /// On which title the pointer is, and how far from the left.
    on: Option<(IssueId, i32)>,
    /// When it moved last.
    moved_ms: i64,
    /// Whether somebody waits for it to rest.
    is_awaited: bool,
    /// The row whose preview was closed under the pointer; it does not come again before that has left the row.
    closed: Option<IssueId>,
    /// Whether the pointer is off the row and the card.
    is_away: bool,
    /// Counts moves of the focus.
    focus_moves: u32,
}

#[derive(Clone, Copy)]
struct Watch {
    preview: Preview,
    lately: StoredValue<Lately>,
}

/// Watches as long as the list is there.
pub fn watch(preview: Preview) {
    let watch = Watch {
        preview,
        lately: StoredValue::new(Lately::default()),
    };
    let listeners: Vec<_> = EVENTS
        .iter()
        .map(|name| window_event_listener_untyped(name, move |event| watch.hear(&event)))
        .collect();
    on_cleanup(move || {
        for listener in listeners {
            listener.remove();
        }
    });
    watch.follow_rows();
}

impl Watch {
    fn hear(self, event: &Event) {
        match event.type_().as_str() {
            "focusin" => self.focus(event),
            "scroll" => self.scroll(),
            "resize" => self.preview.lay(false),
            "keydown" => {
                if let Some(event) = event.dyn_ref() {
                    self.key(event);
                }
            }
            name => {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    self.pointer(name, event);
                }
            }
        }
    }

    fn scroll(self) {
        if self.preview.by().is_none() {
            return;
        }
        let before = self.preview.scrolled.get_value();
        if (ground::scrolled() - before).abs() > SCROLLED_AWAY {
            self.preview.close();
        } else {
            self.preview.lay(false);
            self.preview.scrolled.set_value(before);
        }
    }

    /// The preview goes with its row, and moves with it.
    fn follow_rows(self) {
        let list = self.preview.list;
        effect(move || {
            list.is_compact.track();
            let leaving = list.leaving.get();
            let standing = list.standing();
            let Some(Some(shown)) = self.preview.shown.try_get_untracked() else {
                return;
            };
            let id = &shown.issue.id;
            if leaving.contains(id) || !standing.iter().any(|issue| issue.id == *id) {
                self.preview.close();
                return;
            }
            spawn(async move {
                wait::frame().await;
                self.preview.lay(false);
            });
        });
    }
}
