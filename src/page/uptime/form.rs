//! A form for a monitor: `/{organization}/uptime-monitors/new` and `/{monitor}/update`.

use glint_model::id::{MonitorId, OrganizationSlug};
use leptos::prelude::*;

/// The page; `monitor` is the one that is changed.
pub fn monitor_form_page(organization: OrganizationSlug, monitor: Option<MonitorId>) -> impl IntoView {
    let _ = (organization, monitor);
    view! { <div class="bar"><h1>"Uptime"</h1></div> }
}
