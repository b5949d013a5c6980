//! Releases of an organization.

use super::client::Cancel;
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::release::Release;

/// The most releases that are given.
pub const MOST_RELEASES: usize = 100;

/// The newest releases that all of these projects have, or of the organization where none is named:
/// `GET organizations/{organization}/releases/`, page by page, since the server itself cannot choose by project there.
pub async fn list_releases(
    organization: &OrganizationSlug,
    projects: &[ProjectSlug],
    cancel: &Cancel,
) -> Result<Vec<Release>, ApiError> {
    let mut found: Vec<Release> = Vec::new();
    let segments = ["organizations", organization.as_str(), "releases"];
    read_pages(&segments, cancel, |releases: Vec<Release>| {
        found.extend(releases.into_iter().filter(|release| release.is_of_all(projects)));
        found.len() < MOST_RELEASES
    })
    .await?;
    found.truncate(MOST_RELEASES);
    Ok(found)
}
