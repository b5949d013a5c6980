//! Values that should not be read over a shoulder: hidden until they are asked for, one by one or all of them.

use super::short_key;
use crate::reactive::{attribute, changing, changing_text, truth};
use crate::ui::long_text::long_raw;
use glint_model::request_parts::MASK;
use leptos::prelude::*;

/// Whether all secrets of a part of the page are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secrets {
    /// How often all of them were shown or hidden; they are shown when it is odd.
    turns: RwSignal<u32>,
}

impl Secrets {
    /// They begin hidden.
    pub fn new() -> Self {
        Self {
            turns: RwSignal::new(0),
        }
    }

    /// Whether they are shown; tracked.
    pub fn are_shown(self) -> bool {
        self.turns.get() % 2 == 1
    }

    /// Whether they are shown at the moment.
    pub fn are_shown_now(self) -> bool {
        self.turns.get_untracked() % 2 == 1
    }
}

impl Default for Secrets {
    fn default() -> Self {
        Self::new()
    }
}

/// The button that shows all of them, and hides them again.
pub fn secret_button(secrets: Secrets) -> AnyView {
    let label = move || {
        if secrets.are_shown() {
            "Hide secrets"
        } else {
            "Reveal secrets"
        }
        .to_owned()
    };
    view! {
        <button class="btn" type="button" on:click=move |_| secrets.turns.update(|turns| *turns = turns.wrapping_add(1))>
            {changing_text(label)}
        </button>
    }
    .into_any()
}

/// A secret with a button of its own. `name` is hostile text, and so is the secret.
pub fn secret_text(name: &str, text: String, secrets: Secrets) -> AnyView {
    // What was chosen for this one holds until all of them are shown or hidden.
    let own: RwSignal<Option<(u32, bool)>> = RwSignal::new(None);
    let is_shown = truth(move || match own.get() {
        Some((turn, is_shown)) if turn == secrets.turns.get() => is_shown,
        _ => secrets.are_shown(),
    });
    let press = move |_| own.set(Some((secrets.turns.get_untracked(), !is_shown.get_untracked())));
    let name = short_key(name);
    let value = move || {
        if is_shown.get() {
            return view! { <span class="v">{long_raw(&text)}</span> }.into_any();
        }
        view! {
            <span class="v mask" aria-hidden="true">{MASK}</span>
            <span class="visually-hidden">"Hidden"</span>
        }
        .into_any()
    };
    let word = |is_shown| if is_shown { "Hide" } else { "Reveal" };
    view! {
        {changing(value)}
        <button
            class="btn small"
            type="button"
            aria-label=attribute(move || format!("{} {name}", word(is_shown.get())))
            on:click=press
        >
            {changing_text(move || word(is_shown.get()).to_owned())}
        </button>
    }
    .into_any()
}
