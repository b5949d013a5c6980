//! What the menus of the filter bar are made of.

use crate::reactive::{aria, changing_text};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// What is on the button of a menu, and what its tooltip adds.
pub fn menu_button(text: Signal<String>, tooltip: Signal<Option<String>>) -> ViewFn {
    ViewFn::from(move || {
        view! {
            <span title=tooltip>{changing_text(move || text.get())}</span>
            {icon(Icon::Down, "")}
        }
        .into_any()
    })
}

/// One entry of a menu that can be on or off; `role` is `radio` or `checkbox`.
pub fn entry(
    role: &'static str,
    content: AnyView,
    is_on: Signal<bool>,
    is_hidden: Signal<bool>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button
            class="entry"
            type="button"
            role=role
            hidden=is_hidden
            aria-checked=aria(move || is_on.get())
            on:click=move |_| choose()
        >
            {content}
            {icon(Icon::Check, "check")}
        </button>
    }
    .into_any()
}

/// Why there is nothing to choose from, and another try.
pub fn failed(sentence: String, again: Box<dyn Fn()>) -> AnyView {
    view! {
        <p class="hint">{sentence}</p>
        <button class="entry" type="button" on:click=move |_| again()>
            {icon(Icon::Reload, "")}
            <span>"Try again"</span>
        </button>
    }
    .into_any()
}
