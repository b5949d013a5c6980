//! Releases of an organization.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::link::Page;
use glint_model::wire::release::Release;
use gloo_net::http::Method;

/// The most releases that are given.
pub const MOST_RELEASES: usize = 100;

/// The most pages that are looked through for releases of some projects: 1 000 releases of the organization.
const MOST_PAGES: usize = 10;

/// The newest releases that all of these projects have, or of the organization where none is named:
/// `GET organizations/{organization}/releases/`, page by page, since the server itself cannot choose by project there.
pub async fn list_releases(
    organization: &OrganizationSlug,
    projects: &[ProjectSlug],
    cancel: &Cancel,
) -> Result<Vec<Release>, ApiError> {
    let mut found: Vec<Release> = Vec::new();
    let mut left_out = None;
    let mut query = vec![("limit".to_owned(), "100".to_owned())];
    for _ in 0..MOST_PAGES {
        let page: Page<Release> = Call::api(Method::GET, &["organizations", organization.as_str(), "releases"])
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        found.extend(page.items.into_iter().filter(|release| release.is_of_all(projects)));
        left_out = left_out.or(page.left_out.into_iter().next());
        let Some(cursor) = page.next.filter(|_| found.len() < MOST_RELEASES) else {
            break;
        };
        query.truncate(1);
        query.push(("cursor".to_owned(), cursor));
    }
    found.truncate(MOST_RELEASES);
    // Releases that are there but cannot be read are not the same as none.
    match left_out {
        Some(problem) if found.is_empty() => Err(ApiError::Unreadable(problem)),
        _ => Ok(found),
    }
}
