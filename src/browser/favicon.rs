//! The icon of the tab. `boot.js` changes it, since an address that is set from here could be one that data made.

use super::dom::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Puts a number on the icon of the tab, or with none takes it off. More than nine are `9+`.
pub fn show_number(number: usize) {
    let set = Reflect::get(&window(), &"glintIcon".into())
        .ok()
        .and_then(|set| set.dyn_into::<Function>().ok());
    if let Some(set) = set {
        let _ = set.call1(&JsValue::NULL, &JsValue::from_f64(number as f64));
    }
}
