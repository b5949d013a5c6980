//! The button that saves. It keeps its size while it does.

use crate::reactive::{aria, attribute};
use leptos::prelude::*;

/// A button that sends its form; it says `busy` as long as that is under way. A form that is sent twice is the form's own
/// to refuse.
pub fn save_button(label: &'static str, busy: &'static str, is_busy: Signal<bool>) -> AnyView {
    let class = attribute(move || {
        if is_busy.get() {
            "btn primary save is-busy"
        } else {
            "btn primary save"
        }
        .to_owned()
    });
    view! {
        <button class=class type="submit" aria-disabled=aria(move || is_busy.get())>
            <span class="at-rest">{label}</span>
            <span class="at-work">{busy}</span>
        </button>
    }
    .into_any()
}
