//! Showing a part of the page on the whole screen.

use super::dom::{by_id, document};
use super::listener::Listener;

/// Whether the browser can.
pub fn is_possible() -> bool {
    document().fullscreen_enabled()
}

/// Whether something is shown so.
pub fn is_on() -> bool {
    document().fullscreen_element().is_some()
}

/// Shows the element with this id so, or ends it. The browser only does it for who has just pressed something.
pub fn toggle(id: &str) {
    if is_on() {
        document().exit_fullscreen();
    } else if let Some(element) = by_id(id) {
        let _ = element.request_fullscreen();
    }
}

/// Runs whenever it begins or ends, as long as the listener is kept.
pub fn on_change(run: impl Fn() + 'static) -> Listener {
    Listener::new(document().into(), "fullscreenchange", move |_| run())
}
