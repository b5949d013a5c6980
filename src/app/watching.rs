//! The watch over the monitors of the open organization, while anybody wants it or an uptime page is open.

use crate::chunk::{PageView, quiet_chunk};
use crate::open_organization::OpenOrganization;
use crate::reactive::maybe;
use crate::route::Route;
use crate::uptime_watch::{UptimeWatch, work};
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// Lets the watch begin and end.
pub fn watching(route: Memo<Route>, open: OpenOrganization) -> AnyView {
    let watch = UptimeWatch::provide();
    let watched = Memo::new(move |_| {
        let organization = open.slug.get()?;
        let is_shown = watch.has_heard() && route.with(|route| matches!(route, Route::Uptime { .. }));
        (watch.is_on(&organization) || is_shown).then_some(organization)
    });
    maybe(move || {
        let organization = watched.get()?;
        Some(quiet_chunk(move || {
            Box::pin(uptime_watching(watch, organization.clone()))
        }))
    })
}

/// The watch at work. A chunk of its own: most people never need it.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn uptime_watching(watch: UptimeWatch, organization: OrganizationSlug) -> PageView {
    work(watch, organization);
    Ok(().into_any())
}
