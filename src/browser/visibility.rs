//! Whether anybody can see the page, and whether they pay for what is sent to it.

use super::dom::{document, window};
use super::listener::Listener;
use js_sys::Reflect;

/// Whether the tab is in front.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Runs whenever the tab comes to the front or goes to the back, as long as the listener is kept.
pub fn on_change(run: impl Fn() + 'static) -> Listener {
    Listener::new(document().into(), "visibilitychange", move |_| run())
}

/// Whether the browser was told to save data. Some browsers do not say; they are not told so.
pub fn saves_data() -> bool {
    Reflect::get(&window().navigator(), &"connection".into())
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|is_on| is_on.is_truthy())
}
