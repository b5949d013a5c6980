//! Organizations and what belongs to one of them as a whole.

use super::client::{Call, Cancel};
use super::pages::read_all;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::environment::Environment;
use glint_model::wire::organization::{Organization, OrganizationDetail, WriteOrganization};
use gloo_net::http::Method;

/// All organizations of the signed-in user: `GET organizations/`, page by page.
pub async fn list_organizations(cancel: &Cancel) -> Result<Vec<Organization>, ApiError> {
    read_all(&["organizations"], cancel).await
}

/// One organization with its projects, its teams, and what the reader may do: `GET organizations/{organization}/`.
pub async fn get_organization(
    organization: &OrganizationSlug,
    cancel: &Cancel,
) -> Result<OrganizationDetail, ApiError> {
    Call::api(Method::GET, &["organizations", organization.as_str()])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Creates an organization, which is then the reader's: `POST organizations/`.
pub async fn create_organization(name: &str) -> Result<Organization, ApiError> {
    Call::api(Method::POST, &["organizations"])
        .body(&named(name))
        .send()
        .await?
        .read()
}

/// Gives an organization another name; its slug stays: `PUT organizations/{organization}/`.
pub async fn rename_organization(organization: &OrganizationSlug, name: &str) -> Result<Organization, ApiError> {
    Call::api(Method::PUT, &["organizations", organization.as_str()])
        .body(&named(name))
        .send()
        .await?
        .read()
}

/// Deletes an organization for good, with everything in it: `DELETE organizations/{organization}/`.
pub async fn delete_organization(organization: &OrganizationSlug) -> Result<(), ApiError> {
    Call::api(Method::DELETE, &["organizations", organization.as_str()])
        .send()
        .await
        .map(|_| ())
}

fn named(name: &str) -> WriteOrganization {
    WriteOrganization { name: name.to_owned() }
}

/// The names of the environments, each once, sorted: `GET organizations/{organization}/environments/`, which has a row
/// for every project.
pub async fn list_environment_names(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<String>, ApiError> {
    environment_names(&["organizations", organization.as_str(), "environments"], cancel).await
}

/// The names of a project's environments, sorted: `GET projects/{organization}/{project}/environments/`, without those
/// that the project hides.
pub async fn list_project_environment_names(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<String>, ApiError> {
    let segments = ["projects", organization.as_str(), project.as_str(), "environments"];
    environment_names(&segments, cancel).await
}

async fn environment_names(segments: &[&str], cancel: &Cancel) -> Result<Vec<String>, ApiError> {
    let environments: Vec<Environment> = read_all(segments, cancel).await?;
    let mut names: Vec<String> = environments.into_iter().map(|environment| environment.name).collect();
    names.sort();
    names.dedup();
    Ok(names)
}
