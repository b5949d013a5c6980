//! Keeping the screen lit while something is to be seen on it. Not all browsers do it, and none without HTTPS.

use super::dom::window;
use crate::reactive::spawn;
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The screen stays lit as long as this is kept and the page can be seen.
pub struct WakeLock(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    is_over: bool,
    sentinel: Option<JsValue>,
}

impl WakeLock {
    /// Asks for it. The browser takes it back when the page is hidden: it is to be asked for again then.
    pub fn ask() -> Self {
        let state = Rc::new(RefCell::new(State::default()));
        if let Some(promise) = request() {
            let state = Rc::clone(&state);
            spawn(async move {
                if let Ok(sentinel) = JsFuture::from(promise).await {
                    if state.borrow().is_over {
                        release(&sentinel);
                    } else {
                        state.borrow_mut().sentinel = Some(sentinel);
                    }
                }
            });
        }
        Self(state)
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let mut state = self.0.borrow_mut();
        state.is_over = true;
        if let Some(sentinel) = state.sentinel.take() {
            release(&sentinel);
        }
    }
}

fn request() -> Option<Promise> {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
    let ask: Function = Reflect::get(&lock, &"request".into()).ok()?.dyn_into().ok()?;
    ask.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(sentinel: &JsValue) {
    let release = Reflect::get(sentinel, &"release".into()).ok();
    if let Some(release) = release.and_then(|release| release.dyn_into::<Function>().ok()) {
        let _ = release.call0(sentinel);
    }
}
