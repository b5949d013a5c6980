//! Events of an issue.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId};
use glint_model::wire::event::Event;
use gloo_net::http::Method;

/// One event, or the newest when none is named: `GET issues/{issue}/events/{event}/` or `.../latest/`.
pub async fn get_event(issue: &IssueId, event: Option<&EventId>, cancel: &Cancel) -> Result<Event, ApiError> {
    let event = event.map_or("latest", EventId::as_str);
    Call::api(Method::GET, &["issues", issue.as_str(), "events", event])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}
