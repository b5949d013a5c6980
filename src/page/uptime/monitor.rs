//! One monitor: `/{organization}/uptime-monitors/{monitor}`.

use glint_model::id::{MonitorId, OrganizationSlug};
use leptos::prelude::*;

/// The page.
pub fn monitor_page(organization: OrganizationSlug, monitor: MonitorId) -> impl IntoView {
    let _ = (organization, monitor);
    view! { <div class="bar"><h1>"Uptime"</h1></div> }
}
