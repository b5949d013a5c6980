//! How many events came in, by the hour.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
pub use glint_model::wire::event_counts::{EventCategory, EventCounts, EventCountsQuery};
use gloo_net::http::Method;

/// Counts by the hour: `GET organizations/{organization}/stats_v2/`.
pub async fn get_event_counts(
    organization: &OrganizationSlug,
    query: &EventCountsQuery,
    cancel: &Cancel,
) -> Result<EventCounts, ApiError> {
    Call::api(Method::GET, &["organizations", organization.as_str(), "stats_v2"])
        .query(&query.pairs())
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}
