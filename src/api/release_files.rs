//! Releases of a project, and the source maps of a release.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::release::Release;
use glint_model::wire::release_file::ReleaseFile;
use gloo_net::http::Method;

/// All releases of a project, the newest first: `GET projects/{organization}/{project}/releases/`, page by page.
pub async fn list_project_releases(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Release>, ApiError> {
    read_all(
        &["projects", organization.as_str(), project.as_str(), "releases"],
        cancel,
    )
    .await
}

/// All files of a release: `GET organizations/{organization}/releases/{version}/files/`, page by page.
pub async fn list_release_files(
    organization: &OrganizationSlug,
    version: &str,
    cancel: &Cancel,
) -> Result<Vec<ReleaseFile>, ApiError> {
    let segments = ["organizations", organization.as_str(), "releases", version, "files"];
    read_all(&segments, cancel).await
}

/// Deletes a file of a release: `DELETE organizations/{organization}/releases/{version}/files/{file}/`.
pub async fn delete_release_file(organization: &OrganizationSlug, version: &str, file: &str) -> Result<(), ApiError> {
    let segments = [
        "organizations",
        organization.as_str(),
        "releases",
        version,
        "files",
        file,
    ];
    Call::api(Method::DELETE, &segments).send().await.map(|_| ())
}
