//! Status pages, which the server itself shows.

use super::client::{Call, Cancel, address};
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::wire::status_page::{StatusPage, WriteStatusPage};
use gloo_net::http::Method;

/// All status pages: `GET organizations/{organization}/status-pages/`. Those of the reader's other organizations are among them,
/// and servers of 2025 answer 500 as soon as one of them has a monitor.
pub async fn list_status_pages(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<StatusPage>, ApiError> {
    let mut pages = Vec::new();
    read_pages(&all(organization), cancel, |page| {
        pages.extend(page);
        true
    })
    .await?;
    Ok(pages)
}

/// Creates a status page: `POST organizations/{organization}/status-pages/`. Gives it as the server has it.
pub async fn create_status_page(
    organization: &OrganizationSlug,
    page: &WriteStatusPage,
) -> Result<StatusPage, ApiError> {
    Call::api(Method::POST, &all(organization))
        .body(page)
        .send()
        .await?
        .read()
}

/// Below the API's base: the status pages as everybody sees them.
const SHOWN: &str = "status-pages/";

/// Where a status page is shown: a page of the server, outside of this app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPage(String);

impl PublicPage {
    /// The page of this slug, if it is the organization's.
    pub fn new(organization: &OrganizationSlug, slug: &str) -> Self {
        Self(address(SHOWN, &[organization.as_str(), slug]))
    }

    /// What a link has in its `href`.
    pub fn href(&self) -> String {
        self.0.clone()
    }
}

/// Whether the organization has a status page of this slug: `GET /status-pages/{organization}/{slug}/`, which is not
/// found otherwise. None when the server does not say.
pub async fn has_status_page(organization: &OrganizationSlug, slug: &str, cancel: &Cancel) -> Option<bool> {
    let call = Call::below(Method::GET, SHOWN, &[organization.as_str(), slug]);
    match call.cancel_with(cancel).answer().await.ok()?.status {
        200..300 => Some(true),
        404 => Some(false),
        _ => None,
    }
}

fn all(organization: &OrganizationSlug) -> [&str; 3] {
    ["organizations", organization.as_str(), "status-pages"]
}
