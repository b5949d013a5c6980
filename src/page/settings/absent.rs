//! What stands there when there is no such organization for the reader. Lists do not say so: they are empty then.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::route::Route;
use crate::ui::state::nothing;
use glint_model::error::ApiError;
use leptos::prelude::*;

/// Whether there is no such organization for the reader; tracked.
pub fn is_absent(open: Option<OpenOrganization>) -> bool {
    open.and_then(|open| open.loader.get()).is_some_and(|loader| {
        loader.with(|load| matches!(load, Load::Failed(ApiError::NotFound | ApiError::Forbidden(_))))
    })
}

/// Says that there is none.
pub fn no_organization() -> AnyView {
    nothing(
        "There is no such organization",
        "The address may be mistyped, or you are not a member of it.",
        view! { <a class="btn" href=Route::Home.href()>"Go to your organizations"</a> }.into_any(),
    )
    .into_any()
}
