//! The focus and the keys: resting on a row brings the preview, and it goes or follows when the focus moves on.

use super::super::{By, CARD_ID, focus_row, ground};
use super::Watch;
use crate::browser::visibility::saves_data;
use crate::browser::{dom, wait};
use crate::reactive::spawn;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// How long the focus rests on a row before its preview comes, in milliseconds.
const FOCUS_RESTS_MS: i32 = 600;

impl Watch {
    pub(super) fn focus(self, event: &Event) {
        if ground::is_in_card(event.target()) {
            return;
        }
        let moves = self.lately.try_update_value(|lately| {
            lately.focus_moves += 1;
            lately.focus_moves
        });
        let Some(id) = ground::focused_row() else {
            self.preview.close();
            return;
        };
        if self.preview.is_of(&id) {
            return;
        }
        if self.preview.by() == Some(By::Space) {
            self.preview.show(&id, By::Space, None);
            return;
        }
        self.preview.close();
        if ground::is_narrow() || saves_data() || !ground::is_focus_visible() {
            return;
        }
        spawn(async move {
            wait::milliseconds(FOCUS_RESTS_MS).await;
            let is_there = self.lately.try_with_value(|lately| lately.focus_moves) == moves;
            if is_there && self.preview.by().is_none() && ground::focused_row().as_ref() == Some(&id) {
                self.preview.show(&id, By::Focus, None);
            }
        });
    }

    /// Escape closes the preview, whether single keys are commands or not. Tab goes into the card that was asked for,
    /// and on from there as from its row.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let Some(Some(shown)) = self.preview.shown.try_get_untracked() else {
            return;
        };
        if event.default_prevented() {
            return;
        }
        let is_inside = dom::is_focus_within(".preview");
        match event.key().as_str() {
            "Escape" => {
                self.lately.update_value(|lately| {
                    lately.on = None;
                    lately.closed = Some(shown.issue.id.clone());
                });
                self.preview.close();
                event.prevent_default();
            }
            "Tab" if is_inside => {
                let has_more = dom::first(".preview:focus button").is_some();
                if event.shift_key() {
                    event.prevent_default();
                } else if has_more {
                    return;
                }
                // The browser goes on from here.
                focus_row(&shown.issue.id);
            }
            "Tab"
                if shown.by == By::Space
                    && !event.shift_key()
                    && ground::focused_row().as_ref() == Some(&shown.issue.id) =>
            {
                event.prevent_default();
                dom::focus(dom::by_id(CARD_ID));
            }
            _ => {}
        }
    }
}
