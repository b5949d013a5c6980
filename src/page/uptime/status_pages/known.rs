//! The status pages that are known: those that the server lists, and those that were created here since.

use crate::api::client::Cancel;
use crate::api::organizations::list_organizations;
use crate::api::status_pages::{has_status_page, list_status_pages};
use crate::load::{Loader, load};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::status_pages::{Whose, whose};
use glint_model::wire::organization::Organization;
use glint_model::wire::status_page::StatusPage;
use leptos::prelude::*;

/// The most pages that are looked for one by one.
const MOST_LOOKED_FOR: usize = 20;

/// What the server lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Listed {
    /// Each page, and whose it is.
    pub pages: Vec<(StatusPage, Whose)>,
    /// The other organizations of the reader.
    pub others: Vec<Organization>,
}

/// The status pages, as long as the page is open.
#[derive(Clone, Copy)]
pub(super) struct StatusPages {
    pub organization: StoredValue<OrganizationSlug>,
    pub loader: Loader<Listed>,
    /// What was created here, whether or not the server can list it.
    pub created: RwSignal<Vec<StatusPage>>,
}

impl StatusPages {
    /// Asks for them.
    pub(super) fn load(organization: OrganizationSlug) -> Self {
        let of = organization.clone();
        Self {
            organization: StoredValue::new(organization),
            loader: load(move |cancel| {
                let of = of.clone();
                Box::pin(async move { ask(&of, &cancel).await })
            }),
            created: RwSignal::new(Vec::new()),
        }
    }
}

async fn ask(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Listed, ApiError> {
    let pages = list_status_pages(organization, cancel).await?;
    // Without the organizations it is only unknown whose the pages are.
    let all = list_organizations(cancel).await.unwrap_or_default();
    let own = all.iter().find(|one| one.slug == *organization);
    let own_id = own.map(|own| own.id.clone()).unwrap_or_default();
    let has_others = own.is_none() || all.len() > 1;
    let mut listed = Vec::new();
    let mut looked_for = 0;
    for page in pages {
        let mut of = whose(&page, &own_id, has_others);
        if of == Whose::Unknown && looked_for < MOST_LOOKED_FOR {
            looked_for += 1;
            of = look_for(organization, &page, cancel).await;
        }
        listed.push((page, of));
    }
    Ok(Listed {
        pages: listed,
        others: all.into_iter().filter(|one| one.slug != *organization).collect(),
    })
}

/// A page is found only below the organization that it belongs to.
async fn look_for(organization: &OrganizationSlug, page: &StatusPage, cancel: &Cancel) -> Whose {
    let Some(slug) = &page.slug else {
        return Whose::Unknown;
    };
    match has_status_page(organization, slug, cancel).await {
        Some(true) => Whose::Here,
        Some(false) => Whose::Elsewhere,
        None => Whose::Unknown,
    }
}
