//! The place of a button that the reader may not use: it says why, on hover, to screen readers, and when it is pressed.

use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use leptos::prelude::*;

/// A button that only says who may do this.
pub fn refused_button(label: &'static str, sign: Option<Icon>, reason: &'static str) -> AnyView {
    let toasts = Toasts::get();
    view! {
        <button
            class="btn"
            type="button"
            aria-disabled="true"
            title=reason
            aria-label=format!("{label}. {reason}")
            on:click=move |_| toasts.say(reason)
        >
            {sign.map(|sign| icon(sign, ""))}
            {label}
        </button>
    }
    .into_any()
}
