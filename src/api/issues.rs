//! Issues: lists, one, changes, trends, tags.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::link::{Hits, Page};
use glint_model::news::told;
use glint_model::trend::Period;
use glint_model::wire::commit::Commit;
use glint_model::wire::issue::{Issue, UpdateIssue};
use glint_model::wire::stats::IssueStats;
use glint_model::wire::tag::IssueTag;
use gloo_net::http::Method;
use serde::de::IgnoredAny;
use std::sync::Arc;

/// Rows of one page of the issue list. `boot.js` asks for the same number.
pub const PAGE_SIZE: u32 = 50;

/// Rows of a page where many are looked through: the most that the server gives.
const LARGE_PAGE: u32 = 100;

/// The most issues that one call for trends takes.
pub const MOST_TRENDS: usize = 200;

/// The most issues that one change names, so that its URL stays short enough for any server in between. A merge has to
/// be one call, so this is the most that are merged at once.
pub const MOST_IDS: usize = 100;

/// A page of the issue list.
#[derive(Clone, Debug, Default)]
pub struct IssuePage {
    /// The rows and where the neighbouring pages are.
    pub page: Page<Arc<Issue>>,
    /// Whether an event's id was searched for; the first row then names the event.
    pub is_direct_hit: bool,
}

/// `GET organizations/{organization}/issues/` with the filter exactly as the list shows it.
pub async fn list_issues(
    organization: &OrganizationSlug,
    filter: &IssueFilter,
    cancel: &Cancel,
) -> Result<IssuePage, ApiError> {
    list_page(organization, filter, PAGE_SIZE, cancel).await
}

/// The same, with as many rows as the server gives at a time: for looking through many.
pub async fn list_many_issues(
    organization: &OrganizationSlug,
    filter: &IssueFilter,
    cancel: &Cancel,
) -> Result<IssuePage, ApiError> {
    list_page(organization, filter, LARGE_PAGE, cancel).await
}

/// How many issues such a query finds, as far as the server counts: the list with a single row.
pub async fn count_issues(
    organization: &OrganizationSlug,
    query: &[(String, String)],
    cancel: &Cancel,
) -> Result<Hits, ApiError> {
    let mut query = query.to_vec();
    query.push(("limit".to_owned(), "1".to_owned()));
    let page: Page<IgnoredAny> = Call::api(Method::GET, &["organizations", organization.as_str(), "issues"])
        .query(&query)
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    page.hits
        .ok_or_else(|| ApiError::Unreadable("it does not say how many there are".to_owned()))
}

async fn list_page(
    organization: &OrganizationSlug,
    filter: &IssueFilter,
    rows: u32,
    cancel: &Cancel,
) -> Result<IssuePage, ApiError> {
    let answer = list_call(organization, filter, rows, cancel).send().await?;
    Ok(IssuePage {
        page: answer.read_page()?.map(Arc::new),
        is_direct_hit: answer.is_direct_hit,
    })
}

/// The list behind the reader's back: nobody is asked for a password. Beside the page the text that tells it to other tabs.
pub async fn poll_issues(
    organization: &OrganizationSlug,
    filter: &IssueFilter,
    cancel: &Cancel,
) -> Result<(Page<Issue>, String), ApiError> {
    let answer = list_call(organization, filter, PAGE_SIZE, cancel).answer().await?;
    if !(200..300).contains(&answer.status) {
        return Err(answer.error());
    }
    let page = answer.read_page()?;
    let text = told::to_text(&page, &answer.body);
    Ok((page, text))
}

fn list_call(organization: &OrganizationSlug, filter: &IssueFilter, rows: u32, cancel: &Cancel) -> Call {
    Call::api(Method::GET, &["organizations", organization.as_str(), "issues"])
        .query(&filter.api_pairs(Some(rows)))
        .cancel_with(cancel)
}

/// One issue: `GET issues/{issue}/`.
pub async fn get_issue(issue: &IssueId, cancel: &Cancel) -> Result<Issue, ApiError> {
    Call::api(Method::GET, &["issues", issue.as_str()])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// Which issues a change is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The issues named.
    Ids(Vec<IssueId>),
    /// All that the filter lists, on this page and on the others: exactly those, since the same pairs are sent.
    Matching(IssueFilter),
}

/// What is done with issues.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Status, assignee, release, or merging.
    Update(UpdateIssue),
    /// Deleting, which cannot be undone.
    Delete,
}

/// A part of a change that the server refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The issues that are as they were; none named when it was about all that match.
    pub ids: Vec<IssueId>,
    /// Why.
    pub error: ApiError,
}

/// Changes issues: `PUT` or `DELETE organizations/{organization}/issues/`, a call for each hundred of those named. Gives
/// what was refused; nothing when all went well.
pub async fn change_issues(organization: &OrganizationSlug, target: &Target, change: &Change) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (ids, call) in calls(organization, target, change) {
        if let Err(error) = call.send().await {
            refusals.push(Refusal { ids, error });
        }
    }
    refusals
}

/// The same while the page is going away: nobody hears the answer.
pub fn change_issues_at_last(organization: &OrganizationSlug, target: &Target, change: &Change) {
    for (_, call) in calls(organization, target, change) {
        call.send_last();
    }
}

/// Changes one issue: `PUT organizations/{organization}/issues/{issue}/`. Unlike a change of several it says when the
/// issue is no longer there. The newer servers want the status beside whatever else is set.
pub async fn update_issue(
    organization: &OrganizationSlug,
    issue: &IssueId,
    update: &UpdateIssue,
) -> Result<(), ApiError> {
    let segments = ["organizations", organization.as_str(), "issues", issue.as_str()];
    Call::api(Method::PUT, &segments).body(update).send().await.map(|_| ())
}

fn calls(organization: &OrganizationSlug, target: &Target, change: &Change) -> Vec<(Vec<IssueId>, Call)> {
    let call = |pairs: &[(String, String)]| {
        let segments = ["organizations", organization.as_str(), "issues"];
        match change {
            Change::Update(update) => Call::api(Method::PUT, &segments).query(pairs).body(update),
            Change::Delete => Call::api(Method::DELETE, &segments).query(pairs),
        }
    };
    match target {
        Target::Matching(filter) => vec![(Vec::new(), call(&filter.bulk_pairs()))],
        Target::Ids(ids) => ids
            .chunks(MOST_IDS)
            .map(|ids| {
                let pairs: Vec<(String, String)> = ids.iter().map(|id| ("id".to_owned(), id.to_string())).collect();
                (ids.to_vec(), call(&pairs))
            })
            .collect(),
    }
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

/// The tags of an issue with all their values: `GET issues/{issue}/tags/`. All of a busy issue are 100 kB and more, so
/// `key` asks for one of them.
pub async fn list_tags(issue: &IssueId, key: Option<&str>, cancel: &Cancel) -> Result<Vec<IssueTag>, ApiError> {
    let query: Vec<(String, String)> = key.map(|key| ("key".to_owned(), key.to_owned())).into_iter().collect();
    let page = Call::api(Method::GET, &["issues", issue.as_str(), "tags"])
        .query(&query)
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    Ok(page.items)
}

/// The commits of the release in which an issue was first seen (6.1): `GET issues/{issue}/commits/`.
pub async fn list_commits(issue: &IssueId, cancel: &Cancel) -> Result<Vec<Commit>, ApiError> {
    let page = Call::api(Method::GET, &["issues", issue.as_str(), "commits"])
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    Ok(page.items)
}
