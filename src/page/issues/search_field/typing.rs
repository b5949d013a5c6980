//! What happens in the field: focus, typing, keys, and taking what is offered.

use super::field::{Field, Typed};
use super::suggestions::{Entry, keep_in_sight};
use super::{recent, submit, typed_notes};
use crate::browser::dom;
use glint_model::search::Suggestion;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

impl Field {
    /// The field got the focus: what may stand in a search is asked for, and help for a new word shows.
    pub fn focused(self) {
        self.sources.look();
        if !self.is_quiet.try_update_value(std::mem::take).unwrap_or_default() {
            self.offer_new_word();
        }
    }

    /// The field, or the window, lost the focus.
    pub fn blurred(self) {
        // Browsers say so, too, when the page is taken down with the focus in it.
        if self.is_open.try_get_untracked().is_none() {
            return;
        }
        let focused = dom::document().active_element();
        self.is_quiet
            .set_value(focused.is_some_and(|element| element.id() == super::FIELD));
        self.close();
    }

    /// Something was typed.
    pub fn changed(self) {
        self.read();
        typed_notes::say_later(self);
    }

    /// The field was clicked into: the first click asks for help, later ones move the caret.
    pub fn clicked(self) {
        if !self.is_open.get_untracked() {
            self.offer_new_word();
        } else if self.typed.with_untracked(|typed| !typed.is_fresh) {
            self.read();
        }
    }

    /// Arrow keys go through the help, Enter takes what they have come to, Escape closes it. All else is the field's own.
    pub fn key_pressed(self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_open = !self.entries.with_untracked(Vec::is_empty);
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" if is_open => self.step(false),
            "Enter" => match untrack(|| self.active()) {
                Some(at) => self.take(at),
                None => return,
            },
            "Escape" if is_open || !self.notes.with_untracked(Vec::is_empty) => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// The caret may stand in another word.
    pub fn key_released(self, event: &KeyboardEvent) {
        let is_moving = matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight" | "Home" | "End");
        if is_moving && self.is_open.get_untracked() {
            self.read();
        }
    }

    /// Takes an entry of the help.
    pub fn take(self, at: usize) {
        match self.entries.with_untracked(|entries| entries.get(at).cloned()) {
            Some(Entry::Take(suggestion)) => self.take_suggestion(&suggestion),
            Some(Entry::ForgetRecent) => {
                self.list.organization.with_value(recent::forget);
                self.at.set(None);
                self.sources.look();
            }
            None => {}
        }
    }

    fn take_suggestion(self, suggestion: &Suggestion) {
        self.put(&suggestion.text, suggestion.caret);
        if suggestion.is_complete {
            submit::submit(self, &suggestion.text);
        } else {
            self.changed();
        }
    }

    /// Offers what fits the word at the caret.
    fn read(self) {
        let Some(input) = self.input.get_untracked() else {
            return;
        };
        let text = input.value();
        let caret = input.selection_start().ok().flatten();
        let caret = caret.map_or_else(|| text.encode_utf16().count(), |caret| caret as usize);
        self.offer(Typed {
            text,
            caret,
            is_fresh: false,
        });
    }

    /// Offers what could be added to the search.
    fn offer_new_word(self) {
        let mut text = self.text();
        if !text.is_empty() && !text.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        let caret = text.encode_utf16().count();
        self.offer(Typed {
            text,
            caret,
            is_fresh: true,
        });
    }

    fn offer(self, typed: Typed) {
        self.at.set(None);
        self.sources.look_at(&typed.text);
        self.typed.set(typed);
        self.is_open.set(true);
    }

    fn step(self, is_down: bool) {
        if self.entries.with_untracked(Vec::is_empty) {
            self.read();
            if self.entries.with_untracked(Vec::is_empty) {
                self.offer_new_word();
            }
        }
        let Some(last) = self.entries.with_untracked(Vec::len).checked_sub(1) else {
            return;
        };
        let next = match (untrack(|| self.active()), is_down) {
            (Some(at), true) if at < last => at + 1,
            (_, true) => 0,
            (Some(at), false) if at > 0 => at - 1,
            (_, false) => last,
        };
        self.at.set(Some(next));
        keep_in_sight(next);
    }
}
