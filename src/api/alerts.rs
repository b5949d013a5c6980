//! Alerts of a project.

use super::client::{Call, Cancel};
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::alert::{Alert, WriteAlert};
use gloo_net::http::Method;

/// All alerts of a project: `GET projects/{organization}/{project}/alerts/`.
pub async fn list_alerts(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Alert>, ApiError> {
    let mut alerts = Vec::new();
    read_pages(&all(organization, project), cancel, |page| {
        alerts.extend(page);
        true
    })
    .await?;
    Ok(alerts)
}

/// Creates an alert: `POST projects/{organization}/{project}/alerts/`. Gives it as the server has it.
pub async fn create_alert(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    alert: &WriteAlert,
) -> Result<Alert, ApiError> {
    Call::api(Method::POST, &all(organization, project))
        .body(alert)
        .send()
        .await?
        .read()
}

fn all<'a>(organization: &'a OrganizationSlug, project: &'a ProjectSlug) -> [&'a str; 4] {
    ["projects", organization.as_str(), project.as_str(), "alerts"]
}
