//! Keys of a project.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::project_key::{ProjectKey, WriteProjectKey};
use gloo_net::http::Method;

/// All keys of a project, the newest first: `GET projects/{organization}/{project}/keys/`, page by page.
pub async fn list_keys(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<ProjectKey>, ApiError> {
    read_all(&all(organization, project), cancel).await
}

/// One key: `GET projects/{organization}/{project}/keys/{key}/`.
pub async fn get_key(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    key: &str,
    cancel: &Cancel,
) -> Result<ProjectKey, ApiError> {
    one(Method::GET, organization, project, key)
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Creates a key: `POST projects/{organization}/{project}/keys/`. Gives it as the server has it.
pub async fn create_key(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    key: &WriteProjectKey,
) -> Result<ProjectKey, ApiError> {
    Call::api(Method::POST, &all(organization, project))
        .body(key)
        .send()
        .await?
        .read()
}

/// Changes a key: `PUT projects/{organization}/{project}/keys/{key}/`. A server of 2025 says yes and keeps nothing; what it
/// answers is the key as it was (`contract/server-notes.md`, section 8).
pub async fn update_key(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    key: &str,
    to: &WriteProjectKey,
) -> Result<ProjectKey, ApiError> {
    one(Method::PUT, organization, project, key)
        .body(to)
        .send()
        .await?
        .read()
}

/// Deletes a key, with which nothing more can be sent then: `DELETE projects/{organization}/{project}/keys/{key}/`.
pub async fn delete_key(organization: &OrganizationSlug, project: &ProjectSlug, key: &str) -> Result<(), ApiError> {
    one(Method::DELETE, organization, project, key).send().await.map(|_| ())
}

fn all<'a>(organization: &'a OrganizationSlug, project: &'a ProjectSlug) -> [&'a str; 4] {
    ["projects", organization.as_str(), project.as_str(), "keys"]
}

fn one(method: Method, organization: &OrganizationSlug, project: &ProjectSlug, key: &str) -> Call {
    let [projects, organization, project, keys] = all(organization, project);
    Call::api(method, &[projects, organization, project, keys, key])
}
