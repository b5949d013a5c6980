//! Many monitors from a pasted list: `/{organization}/uptime-monitors/new/many`.

use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn monitors_from_list_page(organization: OrganizationSlug) -> impl IntoView {
    drop(organization);
    view! { <div class="bar"><h1>"Uptime"</h1></div> }
}
