//! The mark of a monitor's status: a round one that is up, a square one that is down, an empty ring without data. The word
//! stands beside it.

use glint_model::monitor_wall::Health;
use leptos::prelude::*;

/// Draws it; to a screen reader it is nothing.
pub fn status_mark(health: Health) -> AnyView {
    let class = match health {
        Health::Up => "dot up",
        Health::Down => "dot down",
        Health::Unknown => "dot none",
    };
    view! { <i class=class aria-hidden="true"></i> }.into_any()
}
