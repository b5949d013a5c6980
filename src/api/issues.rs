//! Issues: lists, one, changes, trends, tags.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::link::Page;
use glint_model::trend::Period;
use glint_model::wire::issue::{Issue, IssueStatus, UpdateIssue};
use glint_model::wire::stats::IssueStats;
use glint_model::wire::tag::IssueTag;
use gloo_net::http::Method;

/// Rows of one page of the issue list. `boot.js` asks for the same number.
pub const PAGE_SIZE: u32 = 50;

/// The most issues that one call for trends takes.
const MOST_TRENDS: usize = 200;

/// A page of the issue list.
#[derive(Clone, Debug)]
pub struct IssuePage {
    /// The rows and where the neighbouring pages are.
    pub page: Page<Issue>,
    /// Whether an event's id was searched for; the first row then names the event.
    pub is_direct_hit: bool,
}

/// `GET organizations/{organization}/issues/` with the filter exactly as the list shows it.
pub async fn list_issues(
    organization: &OrganizationSlug,
    filter: &IssueFilter,
    cancel: &Cancel,
) -> Result<IssuePage, ApiError> {
    let answer = Call::api(Method::GET, &["organizations", organization.as_str(), "issues"])
        .query(&filter.api_pairs(Some(PAGE_SIZE)))
        .cancel_with(cancel)
        .send()
        .await?;
    Ok(IssuePage {
        page: answer.read_page()?,
        is_direct_hit: answer.is_direct_hit,
    })
}

/// One issue: `GET issues/{issue}/`.
pub async fn get_issue(issue: &IssueId, cancel: &Cancel) -> Result<Issue, ApiError> {
    Call::api(Method::GET, &["issues", issue.as_str()])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Sets the status of the issues named: `PUT organizations/{organization}/issues/?id=..&id=..`.
pub async fn update_status(
    organization: &OrganizationSlug,
    issues: &[IssueId],
    status: IssueStatus,
) -> Result<(), ApiError> {
    let query: Vec<(String, String)> = issues.iter().map(|id| ("id".to_owned(), id.to_string())).collect();
    Call::api(Method::PUT, &["organizations", organization.as_str(), "issues"])
        .query(&query)
        .body(&UpdateIssue {
            status: Some(status),
            merge: None,
        })
        .send()
        .await
        .map(|_| ())
}

/// The trends of some issues, in no particular order: `GET organizations/{organization}/issues-stats/`.
pub async fn list_stats(
    organization: &OrganizationSlug,
    issues: &[IssueId],
    period: Period,
    cancel: &Cancel,
) -> Result<Vec<IssueStats>, ApiError> {
    let mut query: Vec<(String, String)> = issues
        .iter()
        .take(MOST_TRENDS)
        .map(|id| ("groups".to_owned(), id.to_string()))
        .collect();
    query.push(("statsPeriod".to_owned(), period.as_str().to_owned()));
    let page = Call::api(Method::GET, &["organizations", organization.as_str(), "issues-stats"])
        .query(&query)
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    Ok(page.items)
}

/// Every tag of an issue with all its values: `GET issues/{issue}/tags/`.
pub async fn list_tags(issue: &IssueId, cancel: &Cancel) -> Result<Vec<IssueTag>, ApiError> {
    let page = Call::api(Method::GET, &["issues", issue.as_str(), "tags"])
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    Ok(page.items)
}
