//! The clipboard.

use super::dom::window;
use wasm_bindgen_futures::JsFuture;

/// Puts text on the clipboard. False when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // It is there on https and on localhost only.
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
