//! The hashes of an issue.

use super::client::{Call, Cancel};
use super::one_page::read_page;
use glint_model::error::ApiError;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::link::Page;
use glint_model::wire::issue_hash::IssueHash;
use gloo_net::http::Method;

/// Hashes of one page. Each brings a whole event along, so these are few.
const ROWS: u32 = 20;

/// A page of hashes: `GET organizations/{organization}/issues/{issue}/hashes/`.
pub async fn list_hashes(
    organization: &OrganizationSlug,
    issue: &IssueId,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<IssueHash>, ApiError> {
    read_page(&segments(organization, issue), ROWS, cursor, cancel).await
}

/// Takes hashes out of an issue: `DELETE` of the same. The server answers before it has done so.
pub async fn unmerge(organization: &OrganizationSlug, issue: &IssueId, hashes: &[String]) -> Result<(), ApiError> {
    let pairs: Vec<(String, String)> = hashes.iter().map(|hash| ("id".to_owned(), hash.clone())).collect();
    Call::api(Method::DELETE, &segments(organization, issue))
        .query(&pairs)
        .send()
        .await
        .map(|_| ())
}

fn segments<'a>(organization: &'a OrganizationSlug, issue: &'a IssueId) -> [&'a str; 5] {
    [
        "organizations",
        organization.as_str(),
        "issues",
        issue.as_str(),
        "hashes",
    ]
}
