//! Uptime monitors and their checks.

use super::client::{Call, Cancel};
use super::one_page::{read_page, read_page_of};
use glint_model::error::ApiError;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::link::Page;
use glint_model::wire::monitor::{Monitor, MonitorCheck, WriteMonitor};
use gloo_net::http::Method;
use serde::de::IgnoredAny;

/// Monitors of one page; each brings up to 60 checks.
const ROWS: u32 = 100;
/// Checks of one page: the most that the server gives.
const CHECKS: u32 = 100;

/// A page of monitors: `GET organizations/{organization}/monitors/`. Every page is some 500 kB when all have 60 checks.
pub async fn list_monitors(
    organization: &OrganizationSlug,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<Monitor>, ApiError> {
    read_page(&all(organization), ROWS, cursor, cancel).await
}

/// The same while nobody waits for it: when the session is gone, the password is not asked for.
pub async fn poll_monitors(
    organization: &OrganizationSlug,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<Monitor>, ApiError> {
    polled(organization, cursor, cancel).send().await?.read_page()
}

/// The same as the server's text, and the cursor of the next page.
pub async fn poll_monitors_text(
    organization: &OrganizationSlug,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<(String, Option<String>), ApiError> {
    let answer = polled(organization, cursor, cancel).send().await?;
    let next = answer.read_page::<IgnoredAny>()?.next;
    Ok((answer.body, next))
}

/// One monitor as the server's text, behind the reader's back.
pub async fn poll_monitor_text(
    organization: &OrganizationSlug,
    monitor: MonitorId,
    cancel: &Cancel,
) -> Result<String, ApiError> {
    let call = one(Method::GET, organization, monitor).cancel_with(cancel).ahead();
    Ok(call.send().await?.body)
}

/// One monitor, its checks with response times: `GET organizations/{organization}/monitors/{monitor}/`.
pub async fn get_monitor(
    organization: &OrganizationSlug,
    monitor: MonitorId,
    cancel: &Cancel,
) -> Result<Monitor, ApiError> {
    one(Method::GET, organization, monitor)
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

/// A page of checks, the newest first: `GET organizations/{organization}/monitors/{monitor}/checks/`. With `only_changes` those
/// at which the monitor went up or down.
pub async fn list_checks(
    organization: &OrganizationSlug,
    monitor: MonitorId,
    only_changes: bool,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<MonitorCheck>, ApiError> {
    let mut query = vec![("limit".to_owned(), CHECKS.to_string())];
    if only_changes {
        query.push(("is_change".to_owned(), "true".to_owned()));
    }
    query.extend(cursor.map(|cursor| ("cursor".to_owned(), cursor)));
    let monitor = monitor.to_string();
    let segments = ["organizations", organization.as_str(), "monitors", &monitor, "checks"];
    read_page_of(&segments, &query, cancel).await
}

/// Creates a monitor: `POST organizations/{organization}/monitors/`. Gives it as the server has it.
pub async fn create_monitor(organization: &OrganizationSlug, monitor: &WriteMonitor) -> Result<Monitor, ApiError> {
    Call::api(Method::POST, &all(organization))
        .body(monitor)
        .send()
        .await?
        .read()
}

/// Changes all of a monitor: `PUT organizations/{organization}/monitors/{monitor}/`. Gives it as the server has it.
pub async fn update_monitor(
    organization: &OrganizationSlug,
    monitor: MonitorId,
    to: &WriteMonitor,
) -> Result<Monitor, ApiError> {
    one(Method::PUT, organization, monitor).body(to).send().await?.read()
}

/// Deletes a monitor for good, with all its checks: `DELETE organizations/{organization}/monitors/{monitor}/`.
pub async fn delete_monitor(organization: &OrganizationSlug, monitor: MonitorId) -> Result<(), ApiError> {
    one(Method::DELETE, organization, monitor).send().await.map(|_| ())
}

/// The same while the page is going away: nobody hears the answer.
pub fn delete_monitor_at_last(organization: &OrganizationSlug, monitor: MonitorId) {
    one(Method::DELETE, organization, monitor).send_last();
}

/// A page that is asked for behind the reader's back.
fn polled(organization: &OrganizationSlug, cursor: Option<String>, cancel: &Cancel) -> Call {
    let mut query = vec![("limit".to_owned(), ROWS.to_string())];
    query.extend(cursor.map(|cursor| ("cursor".to_owned(), cursor)));
    Call::api(Method::GET, &all(organization))
        .query(&query)
        .cancel_with(cancel)
        .ahead()
}

fn all(organization: &OrganizationSlug) -> [&str; 3] {
    ["organizations", organization.as_str(), "monitors"]
}

fn one(method: Method, organization: &OrganizationSlug, monitor: MonitorId) -> Call {
    Call::api(
        method,
        &["organizations", organization.as_str(), "monitors", &monitor.to_string()],
    )
}
