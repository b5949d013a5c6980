//! Light, dark, or as the system has it; at once, and remembered. `boot.js` applies it before the first paint.

use crate::browser::{dom, storage};
use leptos::prelude::*;

/// A theme to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As the system has it.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Choice {
    fn as_str(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// The chosen theme.
#[derive(Clone, Copy)]
pub struct Theme(RwSignal<Choice>);

impl Theme {
    /// Makes the theme known to the app.
    pub fn provide() {
        let choice = match storage::get(storage::THEME).as_deref() {
            Some("light") => Choice::Light,
            Some("dark") => Choice::Dark,
            _ => Choice::System,
        };
        provide_context(Self(RwSignal::new(choice)));
    }

    /// The theme of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Choice::System)))
    }

    /// What is chosen; tracked.
    pub fn choice(self) -> Choice {
        self.0.get()
    }

    /// Chooses.
    pub fn choose(self, choice: Choice) {
        storage::set(storage::THEME, choice.as_str());
        dom::set_root_attribute("data-theme", choice.as_str());
        self.0.set(choice);
    }
}
