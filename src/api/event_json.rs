//! An event as the server keeps it.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId, OrganizationSlug};
use gloo_net::http::Method;

/// The event as JSON text, unread: `GET organizations/{organization}/issues/{issue}/events/{event}/json/`.
pub async fn get_event_json(
    organization: &OrganizationSlug,
    issue: &IssueId,
    event: &EventId,
    cancel: &Cancel,
) -> Result<String, ApiError> {
    let segments = [
        "organizations",
        organization.as_str(),
        "issues",
        issue.as_str(),
        "events",
        event.as_str(),
        "json",
    ];
    let call = Call::api(Method::GET, &segments).cancel_with(cancel);
    Ok(call.send().await?.body)
}
