//! Status pages: `/{organization}/uptime-monitors/status-pages`. The server shows them itself; here they are listed and
//! created, which is all that its API can do.

mod create;
mod known;
mod limits;
mod list;

use super::path::path;
use crate::open_organization::OpenOrganization;
use crate::reactive::changing_text;
use crate::route::{Route, UptimePart};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use create::create_form;
use glint_model::id::OrganizationSlug;
use known::StatusPages;
use leptos::prelude::*;
use limits::limits;
use list::listed;

/// The page.
pub fn status_page_list_page(organization: OrganizationSlug) -> impl IntoView {
    page_title(|| "Status pages".to_owned());
    let monitors = Route::uptime(&organization, UptimePart::Monitors);
    let pages = StatusPages::load(organization);
    let open = OpenOrganization::get();
    let name = move || open.map(OpenOrganization::name).unwrap_or_default();
    view! {
        <div class="bar">
            {nav_toggle()}
            {path(&monitors)}
            <h1>"Status pages"</h1>
        </div>
        <div class="content status-pages">
            <p class="status-lead">
                "A status page tells others whether what they use is up: the server draws it, outside of Glint, at an address "
                "that can be passed on. These are the pages of " {changing_text(name)} "."
            </p>
            {listed(pages)}
            {create_form(pages)}
            {limits()}
        </div>
    }
}
