//! Status pages, which the server itself shows.

use super::client::{Call, Cancel};
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

fn all(organization: &OrganizationSlug) -> [&str; 3] {
    ["organizations", organization.as_str(), "status-pages"]
}
