//! All monitors: `/{organization}/uptime-monitors`.

use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn monitor_list_page(organization: OrganizationSlug) -> impl IntoView {
    drop(organization);
    view! { <div class="bar"><h1>"Uptime"</h1></div> }
}
