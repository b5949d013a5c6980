//! How wide an element is, now and whenever that changes.

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Keeps measuring an element, until it is dropped.
pub struct Measured {
    observer: ResizeObserver,
    _run: Closure<dyn Fn(Array)>,
}

impl Measured {
    /// Tells the width of an element's content, in CSS pixels: before the next paint, and after each change. None where
    /// the browser cannot.
    pub fn new(element: &Element, tell: impl Fn(f64) + 'static) -> Option<Self> {
        let run = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Some(entry) = entries.iter().last() {
                tell(ResizeObserverEntry::from(entry).content_rect().width());
            }
        });
        let observer = ResizeObserver::new(run.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _run: run })
    }
}

impl Drop for Measured {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
