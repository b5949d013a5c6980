//! Members of an organization.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::link::Page;
use glint_model::wire::member::Member;
use gloo_net::http::Method;

/// The most pages that are fetched: 1 000 members.
const MOST_PAGES: usize = 10;

/// All members, those with an open invitation included: `GET organizations/{organization}/members/`, page by page.
pub async fn list_members(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Vec<Member>, ApiError> {
    let mut all = Vec::new();
    let mut left_out = None;
    let mut query = vec![("limit".to_owned(), "100".to_owned())];
    for _ in 0..MOST_PAGES {
        let page: Page<Member> = Call::api(Method::GET, &["organizations", organization.as_str(), "members"])
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        all.extend(page.items);
        left_out = left_out.or(page.left_out.into_iter().next());
        let Some(cursor) = page.next else { break };
        query.truncate(1);
        query.push(("cursor".to_owned(), cursor));
    }
    // Members that are there but cannot be read are not the same as none.
    match left_out {
        Some(problem) if all.is_empty() => Err(ApiError::Unreadable(problem)),
        _ => Ok(all),
    }
}
