//! Watching the window: what comes near it, and what needs parts that are not near.

use super::builder;
use crate::browser::dom;
use crate::browser::listener::Listener;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Event, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, KeyboardEvent, Node,
};

/// So far beyond the window a part is near: one screen up and down.
const NEAR: &str = "100% 0px";

/// Keeps looking whether a part is near, until it is dropped.
pub(super) struct Watched {
    observer: IntersectionObserver,
    _run: Closure<dyn Fn(Array)>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

thread_local! {
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
}

/// Whether the browser tells what is near.
pub(super) fn is_possible() -> bool {
    Reflect::has(&dom::window(), &"IntersectionObserver".into()).unwrap_or(false)
}

/// Watches the place of a part. None when the browser does not want to: then it is built soon.
pub(super) fn watch(place: HtmlElement, is_near: RwSignal<bool>) -> Option<Watched> {
    listen();
    builder::add(place.clone(), is_near);
    let run = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let is_in = |entry| IntersectionObserverEntry::from(entry).is_intersecting();
        if entries.iter().any(is_in) {
            builder::want(is_near);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(run.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else {
        builder::want(is_near);
        return None;
    };
    observer.observe(&place);
    Some(Watched { observer, _run: run })
}

/// Hears, from the first part on, what needs parts that are not near.
fn listen() {
    LISTENERS.with_borrow_mut(|all| {
        if !all.is_empty() {
            return;
        }
        let window = dom::window();
        all.extend([
            Listener::new(window.clone().into(), "beforeprint", |_| builder::build_all()),
            Listener::new(window.clone().into(), "hashchange", |_| builder::want_named()),
            Listener::new(window.clone().into(), "focusin", |event| {
                if let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) {
                    builder::want_around(&target);
                }
            }),
            Listener::new(window.into(), "keydown", |event| {
                if is_search(&event) {
                    builder::want_all();
                }
            }),
        ]);
    });
}

/// The keys of the browser's own search.
fn is_search(event: &Event) -> bool {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return false;
    };
    let is_letter = event.key().eq_ignore_ascii_case("f") && (event.ctrl_key() || event.meta_key());
    is_letter || event.key() == "F3"
}
