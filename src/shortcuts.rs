//! Single keys as commands. They can be turned off (WCAG 2.1.4), and never fire while somebody types, in a dialog, or
//! with a modifier.

use crate::browser::{dom, storage};
use leptos::ev;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Whether single keys are commands, and whether the list of them is open.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    is_on: RwSignal<bool>,
    is_help_open: RwSignal<bool>,
}

impl Shortcuts {
    /// Makes the setting known to the app.
    pub fn provide() {
        provide_context(Self::remembered());
    }

    /// The setting of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::remembered)
    }

    fn remembered() -> Self {
        Self {
            is_on: RwSignal::new(storage::get(storage::SHORTCUTS).is_none()),
            is_help_open: RwSignal::new(false),
        }
    }

    /// Whether single keys are commands; tracked.
    pub fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// Turns them on or off; remembered.
    pub fn turn(self, is_on: bool) {
        storage::set(storage::SHORTCUTS, (!is_on).then_some("off"));
        self.is_on.set(is_on);
    }

    /// Whether the list of keys is open; tracked.
    pub fn is_help_open(self) -> bool {
        self.is_help_open.get()
    }

    /// Opens or closes the list of keys.
    pub fn show_help(self, is_open: bool) {
        self.is_help_open.set(is_open);
    }

    /// Listens to single keys as long as the page is there. `run` says whether the key meant something to it.
    pub fn listen(self, run: impl Fn(&str) -> bool + 'static) {
        self.listen_boxed(Box::new(run));
    }

    fn listen_boxed(self, run: Box<dyn Fn(&str) -> bool>) {
        let listener = window_event_listener(ev::keydown, move |event| {
            if self.is_command(&event) && (event.key() == "?" && self.open_help() || run(&event.key())) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    }

    fn open_help(self) -> bool {
        self.is_help_open.set(true);
        true
    }

    fn is_command(self, event: &KeyboardEvent) -> bool {
        let is_modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        // A key that is held down moves on, but decides only once: the focus goes to the next row after each decision.
        let is_repeated = event.repeat() && !matches!(event.key().as_str(), "j" | "k" | "ArrowDown" | "ArrowUp");
        self.is_on.try_get_untracked().unwrap_or_default()
            && !is_modified
            && !is_repeated
            && !event.default_prevented()
            && !dom::is_typing()
            && dom::first("dialog[open], [popover].menu:popover-open").is_none()
    }
}
