//! Environments of a project, those that it hides included.

use super::client::{Call, Cancel};
use super::pages::read_all_of;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::environment::{Environment, WriteEnvironment};
use gloo_net::http::Method;

/// All environments of a project: `GET projects/{organization}/{project}/environments/?visibility=all`, page by page.
pub async fn list_project_environments(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<Environment>, ApiError> {
    let segments = ["projects", organization.as_str(), project.as_str(), "environments"];
    let query = vec![("visibility".to_owned(), "all".to_owned())];
    read_all_of(&segments, query, cancel).await
}

/// Hides an environment of a project or shows it again: `PUT projects/{organization}/{project}/environments/{name}/`. Gives it
/// as the server has it.
pub async fn set_environment_hidden(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    environment: &Environment,
    is_hidden: bool,
) -> Result<Environment, ApiError> {
    let segments = [
        "projects",
        organization.as_str(),
        project.as_str(),
        "environments",
        &environment.name,
    ];
    let body = WriteEnvironment {
        id: None,
        name: environment.name.clone(),
        is_hidden,
    };
    Call::api(Method::PUT, &segments).body(&body).send().await?.read()
}
