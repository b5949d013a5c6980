//! Members of an organization.

use super::client::Cancel;
use super::pages::read_pages;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::wire::member::Member;

/// All members, those with an open invitation included: `GET organizations/{organization}/members/`, page by page.
pub async fn list_members(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<Member>, ApiError> {
    let mut all = Vec::new();
    let segments = ["organizations", organization.as_str(), "members"];
    read_pages(&segments, cancel, |members| {
        all.extend(members);
        true
    })
    .await?;
    Ok(all)
}
