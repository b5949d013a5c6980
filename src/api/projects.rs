//! Projects: their keys, and sending an event with one.

use super::client::{Call, Cancel};
use crate::browser::wait;
use crate::reactive::spawn;
use glint_model::dsn::Dsn;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::link::Page;
use glint_model::wire::project_key::ProjectKey;
use gloo_net::http::{Method, RequestBuilder};
use web_sys::{AbortController, RequestCredentials};

/// After this long without an answer an event was not sent.
const PATIENCE_MS: i32 = 15_000;

/// The keys of a project, the newest first: `GET projects/{organization}/{project}/keys/`.
pub async fn list_keys(
    organization: &OrganizationSlug,
    project: &ProjectSlug,
    cancel: &Cancel,
) -> Result<Vec<ProjectKey>, ApiError> {
    let page: Page<ProjectKey> = Call::api(
        Method::GET,
        &["projects", organization.as_str(), project.as_str(), "keys"],
    )
    .cancel_with(cancel)
    .send()
    .await?
    .read_page()?;
    // Keys that are there but cannot be read are not the same as none.
    match page.left_out.into_iter().next() {
        Some(problem) if page.items.is_empty() => Err(ApiError::Unreadable(problem)),
        _ => Ok(page.items),
    }
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
