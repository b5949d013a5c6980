//! The pointer: resting on a row brings the preview, leaving both the row and the card takes it away.

use super::super::{By, ground};
use super::Watch;
use crate::browser::visibility::saves_data;
use crate::browser::{intl, wait};
use crate::reactive::spawn;
use glint_model::id::IssueId;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// How long the pointer rests on a row before its preview comes, in milliseconds.
const POINTER_RESTS_MS: i64 = 450;

/// How long the pointer may be on its way from the row to the card, in milliseconds.
const GRACE_MS: i32 = 200;

impl Watch {
    pub(super) fn pointer(self, name: &str, event: &PointerEvent) {
        if name == "pointerdown" {
            self.press(event);
            return;
        }
        // A pressed button means that text is being selected or something dragged.
        if event.pointer_type() != "mouse" || event.buttons() != 0 {
            return;
        }
        if name == "pointermove" {
            self.point(event);
        } else if event.related_target().is_none() {
            self.leave(None);
        }
    }

    /// A press off the card and its row closes the preview; one on the row is about to do something else.
    fn press(self, event: &PointerEvent) {
        if ground::is_in_card(event.target()) {
            return;
        }
        let row = ground::row_at(event.target()).map(|row| row.id);
        self.lately.update_value(|lately| {
            lately.on = None;
            lately.closed.clone_from(&row);
        });
        if !row.is_some_and(|id| self.preview.is_of(&id)) {
            self.preview.close();
        }
    }

    fn point(self, event: &PointerEvent) {
        if ground::is_in_card(event.target()) {
            self.lately.update_value(|lately| {
                lately.on = None;
                lately.is_away = false;
            });
            return;
        }
        let Some(row) = ground::row_at(event.target()) else {
            self.leave(None);
            return;
        };
        if self.preview.is_of(&row.id) {
            self.lately.update_value(|lately| {
                lately.on = None;
                lately.is_away = false;
            });
            return;
        }
        self.leave(Some(&row.id));
        let (x, y) = (event.client_x(), event.client_y());
        let is_wanted = ground::is_on(&row.title, x, y) && !ground::is_narrow() && !saves_data();
        let starts_waiting = self.lately.try_update_value(|lately| {
            if lately.closed.as_ref() == Some(&row.id) {
                return false;
            }
            lately.on = is_wanted.then_some((row.id, x));
            lately.moved_ms = intl::now_ms();
            is_wanted && !std::mem::replace(&mut lately.is_awaited, true)
        });
        if starts_waiting == Some(true) {
            spawn(self.wait_for_rest());
        }
    }

    /// One wait for any number of moves: it goes on as long as there are any.
    async fn wait_for_rest(self) {
        loop {
            let left = self.lately.try_with_value(|lately| {
                lately.on.as_ref()?;
                Some(POINTER_RESTS_MS - (intl::now_ms() - lately.moved_ms))
            });
            match left {
                Some(Some(left)) if left > 0 => wait::milliseconds(left as i32).await,
                _ => break,
            }
        }
        let on = self.lately.try_update_value(|lately| {
            lately.is_awaited = false;
            lately.on.take()
        });
        if let Some(Some((id, x))) = on {
            self.lately.update_value(|lately| lately.is_away = false);
            self.preview.show(&id, By::Pointer, Some(x));
        }
    }

    /// The pointer is off the card and its row: on another row, on nothing, or out of the window.
    fn leave(self, to: Option<&IssueId>) {
        let began = self.lately.try_update_value(|lately| {
            lately.on = None;
            if lately.closed.as_ref() != to {
                lately.closed = None;
            }
            !std::mem::replace(&mut lately.is_away, true)
        });
        if began != Some(true) || self.preview.by() != Some(By::Pointer) {
            return;
        }
        spawn(async move {
            wait::milliseconds(GRACE_MS).await;
            let is_away = self.lately.try_with_value(|lately| lately.is_away) == Some(true);
            if is_away && self.preview.by() == Some(By::Pointer) {
                self.preview.close();
            }
        });
    }
}
