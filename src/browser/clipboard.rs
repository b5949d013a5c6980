//! The clipboard.

use super::dom::window;
use wasm_bindgen_futures::JsFuture;

/// Puts text on the clipboard. False when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
