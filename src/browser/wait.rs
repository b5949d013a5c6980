//! Waiting.

use super::dom::window;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

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
