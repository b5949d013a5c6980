//! Whether the end of the table is about to come into view.

use crate::reactive::effect;
use js_sys::Array;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far below the window is still near.
const MARGIN: &str = "0px 0px 400px 0px";

type Report = Closure<dyn Fn(Array)>;

/// Follows an element. Never true where the browser cannot tell.
pub fn near_end(node: NodeRef<html::Div>) -> RwSignal<bool> {
    let is_near = RwSignal::new(false);
    let watching = StoredValue::new_local(None::<(IntersectionObserver, Report)>);
    effect(move || {
        let Some(element) = node.get() else { return };
        let report = Report::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                is_near.try_set(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        if let Ok(observer) = IntersectionObserver::new_with_options(report.as_ref().unchecked_ref(), &options) {
            observer.observe(&element);
            watching.set_value(Some((observer, report)));
        }
    });
    on_cleanup(move || {
        watching.try_update_value(|watching| {
            if let Some((observer, _)) = watching.take() {
                observer.disconnect();
            }
        });
    });
    is_near
}
