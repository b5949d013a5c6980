//! What somebody wants to be told of an organization's monitors in this browser: a dialog over any page.

mod form;
mod quiet;

use crate::chunk::{PageView, chunk};
use crate::open_organization::OpenOrganization;
use crate::reactive::maybe;
use crate::ui::dialog::Dialog;
use crate::uptime_watch::UptimeWatch;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// Shows the dialog while it is wanted.
pub fn notices(open: OpenOrganization) -> AnyView {
    let watch = UptimeWatch::get();
    maybe(move || {
        let organization = open.slug.get().filter(|_| watch.is_notices_open())?;
        let view = view! {
            <Dialog labelled_by="notices-title" on_close=Callback::new(move |()| watch.close_notices())>
                <h2 id="notices-title">"Notices"</h2>
                {chunk(move || Box::pin(uptime_notices(watch, organization.clone(), open)))}
            </Dialog>
        };
        Some(view.into_any())
    })
}

/// What is in the dialog.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn uptime_notices(watch: UptimeWatch, organization: OrganizationSlug, open: OpenOrganization) -> PageView {
    Ok(form::form(watch, organization, open))
}
