//! The status of all monitors, for a screen on the wall: `/{organization}/uptime-monitors/screen`.

use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn monitor_screen_page(organization: OrganizationSlug) -> impl IntoView {
    drop(organization);
    view! { <div class="bar"><h1>"Uptime"</h1></div> }
}
