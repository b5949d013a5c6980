//! Alerts of a project.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::alert::{Alert, AlertTestResult, WriteAlert};
use gloo_net::http::Method;

/// All alerts of a project: `GET projects/{organization}/{project}/alerts/`.
pub async fn list_alerts(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Alert>, ApiError> {
    read_all(&all(organization, project), cancel).await
}

/// One of the alerts of a project, from their list, since servers give none by itself; none when it is not among them.
pub async fn find_alert(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    alert: i64,
    cancel: &Cancel,
) -> Result<Option<Alert>, ApiError> {
    let all = list_alerts(organization, project, cancel).await?;
    Ok(all.into_iter().find(|one| one.id == Some(alert)))
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

/// Changes all of an alert, recipients included: `PUT projects/{organization}/{project}/alerts/{alert}/`. Gives it as the server
/// has it.
pub async fn update_alert(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    alert: i64,
    to: &WriteAlert,
) -> Result<Alert, ApiError> {
    one(Method::PUT, organization, project, alert)
        .body(to)
        .send()
        .await?
        .read()
}

/// Deletes an alert: `DELETE projects/{organization}/{project}/alerts/{alert}/`.
pub async fn delete_alert(organization: &OrganizationSlug, project: &ProjectSlug, alert: i64) -> Result<(), ApiError> {
    one(Method::DELETE, organization, project, alert)
        .send()
        .await
        .map(|_| ())
}

/// Sends a test to one recipient (6.1): `POST projects/{organization}/{project}/alerts/{alert}/test/`.
pub async fn test_alert_recipient(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    alert: i64,
    recipient: i64,
) -> Result<AlertTestResult, ApiError> {
    let alert = alert.to_string();
    let [projects, organization, project, alerts] = all(organization, project);
    Call::api(Method::POST, &[projects, organization, project, alerts, &alert, "test"])
        .query(&[("recipient_id".to_owned(), recipient.to_string())])
        .send()
        .await?
        .read()
}

fn all<'a>(organization: &'a OrganizationSlug, project: &'a ProjectSlug) -> [&'a str; 4] {
    ["projects", organization.as_str(), project.as_str(), "alerts"]
}

fn one(method: Method, organization: &OrganizationSlug, project: &ProjectSlug, alert: i64) -> Call {
    let alert = alert.to_string();
    let [projects, organization, project, alerts] = all(organization, project);
    Call::api(method, &[projects, organization, project, alerts, &alert])
}
