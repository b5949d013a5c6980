//! Organizations and what belongs to one of them as a whole.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::link::Page;
use glint_model::wire::environment::Environment;
use glint_model::wire::organization::{Organization, OrganizationDetail};
use gloo_net::http::Method;

/// The most pages that are fetched of a list that is wanted whole: 1 000 rows.
const MOST_PAGES: usize = 10;

/// All organizations of the signed-in user: `GET organizations/`, page by page.
pub async fn list_organizations(cancel: &Cancel) -> Result<Vec<Organization>, ApiError> {
    let mut all = Vec::new();
    let mut query = vec![("limit".to_owned(), "100".to_owned())];
    for _ in 0..MOST_PAGES {
        let page: Page<Organization> = Call::api(Method::GET, &["organizations"])
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        all.extend(page.items);
        match page.next {
            Some(cursor) => {
                query.truncate(1);
                query.push(("cursor".to_owned(), cursor));
            }
            None => break,
        }
    }
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
    let mut query = vec![("limit".to_owned(), "100".to_owned())];
    for _ in 0..MOST_PAGES {
        let page: Page<Environment> = Call::api(Method::GET, segments)
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        names.extend(page.items.into_iter().map(|environment| environment.name));
        match page.next {
            Some(cursor) => {
                query.truncate(1);
                query.push(("cursor".to_owned(), cursor));
            }
            None => break,
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}
