//! What a view shows when it has nothing to show: waiting, nothing there, failed.

use super::icon::{Icon, icon};
use glint_model::error::ApiError;
use leptos::prelude::*;

/// Lines where text will be.
pub fn waiting(lines: usize) -> impl IntoView {
    view! {
        <div class="wait" aria-hidden="true">
            {(0..lines).map(|_| view! { <i></i> }).collect::<Vec<_>>()}
        </div>
        <p class="visually-hidden" role="status">"Loading"</p>
    }
}

/// Nothing is there, and why; `actions` are what can be done about it.
pub fn nothing(title: impl Into<String>, text: impl Into<String>, actions: AnyView) -> impl IntoView {
    let (title, text) = (title.into(), text.into());
    view! {
        <div class="state">
            {icon(Icon::Search, "")}
            <h2>{title}</h2>
            <p>{text}</p>
            <div class="actions">{actions}</div>
        </div>
    }
}

/// Something went wrong; says what, and offers to try again where that can help.
pub fn failed<F: Fn() + 'static>(error: &ApiError, retry: F) -> impl IntoView + use<F> {
    let sentence = error.sentence();
    let again = error.can_retry().then(|| {
        view! {
            <button class="btn" type="button" on:click=move |_| retry()>
                {icon(Icon::Reload, "")}
                "Try again"
            </button>
        }
    });
    view! {
        <div class="state" role="alert">
            {icon(Icon::Warning, "")}
            <p>{sentence}</p>
            <div class="actions">{again}</div>
        </div>
    }
}
