//! Alerts of a project.

use super::client::Cancel;
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::alert::Alert;

/// All alerts of a project: `GET projects/{organization}/{project}/alerts/`.
pub async fn list_alerts(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Alert>, ApiError> {
    let mut alerts = Vec::new();
    let segments = ["projects", organization.as_str(), project.as_str(), "alerts"];
    read_pages(&segments, cancel, |page| {
        alerts.extend(page);
        true
    })
    .await?;
    Ok(alerts)
}
