//! The organizations of whoever is signed in, and the one that is open; asked once and shared by every page.

use crate::api::organizations::get_organization;
use crate::browser::storage;
use crate::load::load;
use crate::open_organization::OpenOrganization;
use crate::reactive::effect;
use crate::route::Route;
use glint_model::error::ApiError;
use leptos::prelude::*;

/// Names the organization of the route to the pages.
pub fn provide_open_organization(route: Memo<Route>) -> OpenOrganization {
    let slug = Memo::new(move |_| route.with(|route| route.organization().cloned()));
    let open = OpenOrganization {
        slug,
        loader: RwSignal::new(None),
    };
    provide_context(open);
    open
}

/// Loads the details of the open organization whenever that changes, and remembers its slug.
pub fn load_open_organization(open: OpenOrganization) {
    let loader = load(move |cancel| {
        let slug = open.slug.get();
        Box::pin(async move {
            match slug {
                Some(slug) => get_organization(&slug, &cancel).await,
                None => Err(ApiError::NotFound),
            }
        })
    });
    open.loader.set(Some(loader));
    effect(move || {
        if let Some(slug) = open.with(|open| open.organization.slug.to_string()) {
            storage::set(storage::ORGANIZATION, Some(&slug));
        }
    });
}
