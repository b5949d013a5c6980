//! What stands there when the monitor does not come, or is no more.

use super::context::MonitorContext;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{failed, nothing};
use glint_model::error::ApiError;
use leptos::prelude::*;

/// The monitor could not be had.
pub fn no_monitor(context: MonitorContext, error: &ApiError) -> AnyView {
    let back = view! { <a class="btn" href=context.list().href()>"All monitors"</a> }.into_any();
    let state = match error {
        ApiError::NotFound => nothing(
            "There is no such monitor",
            "It may have been deleted, or it belongs to another organization.",
            back,
        )
        .into_any(),
        ApiError::Forbidden(_) => nothing(
            "You may not see this monitor",
            "Your role in this organization does not allow it. Somebody who manages the organization can change that.",
            back,
        )
        .into_any(),
        _ => view! {
            {failed(error, move || context.monitor.reload())}
            <p class="after-state">{back}</p>
        }
        .into_any(),
    };
    view! { <h1 class="visually-hidden">"Monitor"</h1>{state} }.into_any()
}

/// It was deleted while it was looked at: what is on the page stays.
pub fn gone_meanwhile(context: MonitorContext) -> AnyView {
    view! {
        <p class="notice-line" role="alert">
            {icon(Icon::Warning, "")}
            <span>"This monitor has been deleted meanwhile. What is shown here is what was loaded before."</span>
            <a class="btn small" href=context.list().href()>"All monitors"</a>
        </p>
    }
    .into_any()
}
