//! When there is no invitation behind the link.

use super::Page;
use crate::route::Route;
use crate::ui::state::failed;
use glint_model::error::ApiError;
use leptos::prelude::*;

/// Says why, and what can be done.
pub(super) fn trouble(page: Page, error: &ApiError) -> AnyView {
    if !matches!(
        error,
        ApiError::Forbidden(_) | ApiError::NotFound | ApiError::Invalid(_)
    ) {
        return failed(error, move || page.invitation.reload()).into_any();
    }
    view! {
        <p class="accept-lead" role="alert">"This invitation does not work."</p>
        <p class="accept-text">
            "An invitation works for 15 days, and only its newest e-mail counts; it may also have been taken back, or the link "
            "was cut off on its way. Open the link in the newest e-mail, or ask whoever invited you to send it again."
        </p>
        <div class="accept-acts">
            <a class="btn" href=Route::Home.href()>"Go to the start"</a>
        </div>
    }
    .into_any()
}
