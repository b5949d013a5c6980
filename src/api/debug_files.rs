//! Debug files of a project.

use super::client::Cancel;
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::debug_file::DebugFile;

/// All debug files of a project (6.1; not found before): `GET projects/{organization}/{project}/files/dsyms/`.
pub async fn list_debug_files(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<DebugFile>, ApiError> {
    let segments = ["projects", organization.as_str(), project.as_str(), "files", "dsyms"];
    read_all(&segments, cancel).await
}
