//! The organizations of whoever is signed in, and the one that is open; asked once and shared by every page.

use crate::api::organizations::{get_organization, list_organizations};
use crate::browser::storage;
use crate::load::{Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::effect;
use crate::route::Route;
use glint_model::error::ApiError;
use glint_model::wire::organization::Organization;
use leptos::prelude::*;

/// Loads the list of organizations.
pub fn load_organizations() -> Loader<Vec<Organization>> {
    load(|cancel| Box::pin(async move { list_organizations(&cancel).await }))
}

/// Loads the organization of the route whenever that changes, makes it known to the pages, and remembers its slug.
pub fn provide_open_organization(route: Memo<Route>) -> OpenOrganization {
    let slug = Memo::new(move |_| route.with(|route| route.organization().cloned()));
    let loader = load(move |cancel| {
        let slug = slug.get();
        Box::pin(async move {
            match slug {
                Some(slug) => get_organization(&slug, &cancel).await,
                None => Err(ApiError::NotFound),
            }
        })
    });
    effect(move || {
        if let Some(open) = loader.ready() {
            storage::set(storage::ORGANIZATION, Some(open.organization.slug.as_str()));
        }
    });
    let open = OpenOrganization { slug, loader };
    provide_context(open);
    open
}
