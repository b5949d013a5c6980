//! What stands there when the issue or its event does not come.

use super::place::Place;
use crate::ui::state::{failed, nothing};
use glint_model::error::ApiError;
use leptos::prelude::*;

/// The issue could not be had.
pub fn no_issue(place: &Place, error: &ApiError, retry: impl Fn() + 'static) -> AnyView {
    let back = view! { <a class="btn" href=place.list().href()>"Back to the issues"</a> }.into_any();
    if is_absent(error) {
        let text = "It may have been deleted, or merged into another one; or it belongs to a project whose teams you \
                    are in none of.";
        let state = nothing("There is no such issue", text, back);
        return view! { <h1 class="visually-hidden">"Issue"</h1>{state} }.into_any();
    }
    view! { <h1 class="visually-hidden">"Issue"</h1>{failed(error, retry)}<p class="after-state">{back}</p> }.into_any()
}

/// The event could not be had.
pub fn no_event(place: &Place, error: &ApiError, is_newest: bool, retry: impl Fn() + 'static) -> AnyView {
    if !is_absent(error) {
        return view! { <div class="panel">{failed(error, retry)}</div> }.into_any();
    }
    let state = if is_newest {
        nothing(
            "There is no event to show",
            "GlitchTip deletes events when they are older than it was told to keep them. The issue itself stays.",
            ().into_any(),
        )
        .into_any()
    } else {
        let newest = view! { <a class="btn" href=place.newest().href()>"Show the newest event"</a> }.into_any();
        nothing(
            "This event is not here",
            "The address may be mistyped, or the event is older than GlitchTip was told to keep events.",
            newest,
        )
        .into_any()
    };
    view! { <div class="panel">{state}</div> }.into_any()
}

/// An id that is none is refused as invalid rather than not found.
fn is_absent(error: &ApiError) -> bool {
    matches!(error, ApiError::NotFound | ApiError::Invalid(_))
}
