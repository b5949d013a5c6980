//! Organizations and what belongs to one of them as a whole.

use super::client::{Call, Cancel};
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::environment::Environment;
use glint_model::wire::organization::{Organization, OrganizationDetail};
use gloo_net::http::Method;

/// All organizations of the signed-in user: `GET organizations/`, page by page.
pub async fn list_organizations(cancel: &Cancel) -> Result<Vec<Organization>, ApiError> {
    let mut all = Vec::new();
    read_pages(&["organizations"], cancel, |organizations| {
        all.extend(organizations);
        true
    })
    .await?;
    Ok(all)
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
    let mut names = Vec::new();
    read_pages(segments, cancel, |environments: Vec<Environment>| {
        names.extend(environments.into_iter().map(|environment| environment.name));
        true
    })
    .await?;
    names.sort();
    names.dedup();
    Ok(names)
}
