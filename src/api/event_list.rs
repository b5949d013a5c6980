//! The list of an issue's events, page by page.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId};
use glint_model::link::{Hits, Page};
use glint_model::wire::event_row::EventRow;
use gloo_net::http::Method;

/// Rows of a page: each is a whole event of some 15 kB.
pub const PAGE_SIZE: u32 = 20;

/// Where the list ends: the page before the beginning of time (`r=1&p=1970-01-01 00:00:00+00:00`), in the spelling of
/// the cursors that the server gives itself (`contract/server-notes.md`, section 3). It is not documented, so what comes
/// of it has to be checked.
const END: &str = "cj0xJnA9MTk3MC0wMS0wMSswMCUzQTAwJTNBMDAlMkIwMCUzQTAw";

/// A page of `GET issues/{issue}/events/`, the newest first; without a cursor the first.
pub async fn list_events(issue: &IssueId, cursor: Option<&str>, cancel: &Cancel) -> Result<Page<EventRow>, ApiError> {
    call(issue, PAGE_SIZE, cursor, cancel).send().await?.read_page()
}

/// Which event is the newest, and how many are stored, as far as the server counts: the list with a single row. Nobody is
/// asked for a password.
pub async fn count_events(issue: &IssueId, cancel: &Cancel) -> Result<(Option<EventId>, Option<Hits>), ApiError> {
    let answer = call(issue, 1, None, cancel).answer().await?;
    if !(200..300).contains(&answer.status) {
        return Err(answer.error());
    }
    let page: Page<EventRow> = answer.read_page()?;
    Ok((page.items.into_iter().next().map(|row| row.event_id), page.hits))
}

/// Which event is the last of the list, if the server takes a cursor of our own making. Whether none is older, that event
/// itself says.
pub async fn last_event(issue: &IssueId, cancel: &Cancel) -> Result<Option<EventId>, ApiError> {
    let page: Page<EventRow> = call(issue, 1, Some(END), cancel).send().await?.read_page()?;
    Ok(page.items.into_iter().next_back().map(|row| row.event_id))
}

fn call(issue: &IssueId, rows: u32, cursor: Option<&str>, cancel: &Cancel) -> Call {
    let mut query = vec![("limit".to_owned(), rows.to_string())];
    query.extend(cursor.map(|cursor| ("cursor".to_owned(), cursor.to_owned())));
    Call::api(Method::GET, &["issues", issue.as_str(), "events"])
        .query(&query)
        .cancel_with(cancel)
}
