//! Hearing events of a target that is no element, until one does not want to any more.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// Hears an event as long as it is kept.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    run: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Runs something whenever the event happens there.
    pub fn new(target: EventTarget, name: &'static str, run: impl Fn(Event) + 'static) -> Self {
        let run = Closure::<dyn Fn(Event)>::new(run);
        let _ = target.add_event_listener_with_callback(name, run.as_ref().unchecked_ref());
        Self { target, name, run }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let run = self.run.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, run);
    }
}
