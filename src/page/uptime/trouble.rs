//! What stands there when the list of monitors does not come.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::route::Route;
use crate::ui::state::{failed, nothing};
use glint_model::error::ApiError;
use leptos::prelude::*;

/// The monitors of an organization could not be had: because there is no such organization, because the server does not watch
/// uptime, because the reader may not see them, or for another reason. Tracks what is known of the organization.
pub fn no_monitors(open: Option<OpenOrganization>, error: &ApiError, retry: impl Fn() + 'static) -> AnyView {
    let home = view! { <a class="btn" href=Route::Home.href()>"Go to the start"</a> }.into_any();
    match error {
        ApiError::NotFound if is_unknown(open) => nothing(
            "There is no such organization",
            "The address may be mistyped, or you are not a member of it.",
            home,
        )
        .into_any(),
        ApiError::NotFound => nothing(
            "This server does not watch uptime",
            "Uptime is switched off in its settings, or the server is too old for it.",
            home,
        )
        .into_any(),
        ApiError::Forbidden(_) => nothing(
            "These monitors are not for you to see",
            "Ask those who manage this organization for access.",
            home,
        )
        .into_any(),
        error => failed(error, retry).into_any(),
    }
}

/// Whether there is no such organization for the reader. The list of monitors does not say so: it is empty then. Tracked.
pub fn is_unknown(open: Option<OpenOrganization>) -> bool {
    open.and_then(|open| open.loader.get()).is_some_and(|loader| {
        loader.with(|load| matches!(load, Load::Failed(ApiError::NotFound | ApiError::Forbidden(_))))
    })
}
