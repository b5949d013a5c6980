//! Waiting.

use super::dom::{document, window};
use super::intl::now_ms;
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// How long work goes on before the page gets its turn, in milliseconds.
const TURN_MS: i64 = 16;

/// Goes on after this many milliseconds.
pub async fn milliseconds(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = JsFuture::from(promise).await;
}

/// Goes on when the browser is about to paint.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether something in the page is being pressed: a pointer or a key is down on it.
pub fn is_pressed() -> bool {
    document()
        .query_selector(":active")
        .is_ok_and(|pressed| pressed.is_some())
}

/// Goes on when nothing is being pressed any more, after what the press has brought about.
pub async fn released() {
    while is_pressed() {
        frame().await;
    }
}

/// Goes on as soon as the browser has done what waits already: typing, scrolling, painting.
pub async fn yield_now() {
    match scheduler_yield() {
        Some(promise) => {
            let _ = JsFuture::from(promise).await;
        }
        None => milliseconds(0).await,
    }
}

/// `scheduler.yield()`, where the browser has it: its own turn comes before other timers.
fn scheduler_yield() -> Option<Promise> {
    let scheduler = Reflect::get(&window(), &"scheduler".into()).ok()?;
    let ask: Function = Reflect::get(&scheduler, &"yield".into()).ok()?.dyn_into().ok()?;
    ask.call0(&scheduler).ok()?.dyn_into().ok()
}

/// Long work that lets the page have its turn.
pub struct Turns {
    began_ms: Cell<i64>,
}

impl Turns {
    /// Begins work.
    pub fn begin() -> Self {
        Self {
            began_ms: Cell::new(now_ms()),
        }
    }

    /// To be called between small pieces of it: goes on at once, unless it has gone on for long.
    pub async fn pause(&self) {
        if now_ms() - self.began_ms.get() >= TURN_MS {
            yield_now().await;
            self.began_ms.set(now_ms());
        }
    }
}
