//! Projects, and sending an event to one.

use super::client::{Call, Cancel};
use super::pages::read_all;
use crate::browser::wait;
use crate::reactive::spawn;
use glint_model::dsn::Dsn;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::project::{Project, UpdateProject, WriteProject};
use gloo_net::http::{Method, RequestBuilder};
use web_sys::{AbortController, RequestCredentials};

/// After this long without an answer an event was not sent.
const PATIENCE_MS: i32 = 15_000;

/// All projects of an organization with their teams: `GET organizations/{organization}/projects/`, page by page.
pub async fn list_projects(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<Project>, ApiError> {
    read_all(&["organizations", organization.as_str(), "projects"], cancel).await
}

/// All projects of all the reader's organizations, each with its organization: `GET projects/`, page by page.
pub async fn list_all_projects(cancel: &Cancel) -> Result<Vec<Project>, ApiError> {
    read_all(&["projects"], cancel).await
}

/// One project with its organization: `GET projects/{organization}/{project}/`.
pub async fn get_project(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Project, ApiError> {
    one(Method::GET, organization, project)
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Creates a project of a team: `POST teams/{organization}/{team}/projects/`. The server makes the slug: a name that is taken
/// gets another one.
pub async fn create_project(
    organization: &OrganizationSlug,
    team: &str,
    project: &WriteProject,
) -> Result<Project, ApiError> {
    Call::api(Method::POST, &["teams", organization.as_str(), team, "projects"])
        .body(project)
        .send()
        .await?
        .read()
}

/// Changes a project: `PUT projects/{organization}/{project}/`. Gives it as the server has it, under the slug it has now.
pub async fn update_project(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    to: &UpdateProject,
) -> Result<Project, ApiError> {
    one(Method::PUT, organization, project).body(to).send().await?.read()
}

/// Deletes a project for good, with its issues: `DELETE projects/{organization}/{project}/`.
pub async fn delete_project(organization: &OrganizationSlug, project: &ProjectSlug) -> Result<(), ApiError> {
    one(Method::DELETE, organization, project).send().await.map(|_| ())
}

fn one(method: Method, organization: &OrganizationSlug, project: &ProjectSlug) -> Call {
    Call::api(method, &["projects", organization.as_str(), project.as_str()])
}

/// Posts an envelope to where the DSN says, as an SDK in a browser would. The host may be another one, so nothing of
/// the session goes along, and the content type is one that needs no leave of that host first. A browser that may not
/// connect there gives [`ApiError::Offline`], like one that cannot.
pub async fn send_envelope(dsn: &Dsn, envelope: &str) -> Result<(), ApiError> {
    let patience = AbortController::new().map_err(|_| ApiError::Offline)?;
    let request = RequestBuilder::new(&dsn.envelope_url())
        .method(Method::POST)
        .credentials(RequestCredentials::Omit)
        .header("Content-Type", "text/plain;charset=UTF-8")
        .abort_signal(Some(&patience.signal()))
        .body(envelope)
        .map_err(|_| ApiError::Offline)?;
    let timer = patience.clone();
    spawn(async move {
        // Ending a call that is over does nothing.
        wait::milliseconds(PATIENCE_MS).await;
        timer.abort();
    });
    let Ok(answer) = request.send().await else {
        return Err(if patience.signal().aborted() {
            ApiError::Timeout
        } else {
            ApiError::Offline
        });
    };
    if answer.ok() {
        return Ok(());
    }
    let retry_after = answer.headers().get("retry-after");
    let body = answer.text().await.unwrap_or_default();
    Err(ApiError::from_answer(answer.status(), retry_after.as_deref(), &body))
}
