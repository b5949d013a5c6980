//! Events of an issue.

use super::body::Chunks;
use super::client::{Call, Cancel};
use crate::browser::wait::{Turns, yield_now};
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId};
use glint_model::large_event::{LARGE, PIECE, Scanner, read_event};
use glint_model::wire::event::Event;
use gloo_net::http::Method;

/// One event, or the newest when none is named: `GET issues/{issue}/events/{event}/` or `.../latest/`. A large one is
/// read by turns, so that the page goes on meanwhile.
pub async fn get_event(issue: &IssueId, event: Option<&EventId>, cancel: &Cancel) -> Result<Event, ApiError> {
    read(call(issue, event, cancel), cancel).await
}

/// The same event before anybody wants it: a session that has ended is not asked about.
pub async fn get_event_ahead(issue: &IssueId, event: &EventId, cancel: &Cancel) -> Result<Event, ApiError> {
    read(call(issue, Some(event), cancel).ahead(), cancel).await
}

fn call(issue: &IssueId, event: Option<&EventId>, cancel: &Cancel) -> Call {
    let event = event.map_or("latest", EventId::as_str);
    Call::api(Method::GET, &["issues", issue.as_str(), "events", event])
        .cancel_with(cancel)
        .as_bytes()
}

async fn read(call: Call, cancel: &Cancel) -> Result<Event, ApiError> {
    let answer = call.send().await?;
    let bytes = answer.bytes.unwrap_or_default();
    if bytes.length < LARGE {
        return serde_json::from_slice(&bytes.to_vec()).map_err(unreadable);
    }
    read_large(&bytes, cancel).await
}

async fn read_large(chunks: &Chunks, cancel: &Cancel) -> Result<Event, ApiError> {
    // To have taken the bytes over was a turn of its own.
    yield_now().await;
    let turns = Turns::begin();
    let mut scanner = Scanner::new(chunks.length);
    let mut slice = vec![0; PIECE];
    for chunk in &chunks.all {
        let mut start = 0;
        while start < chunk.length() {
            let part = chunk.subarray(start, chunk.length().min(start + PIECE as u32));
            let slice = slice.get_mut(..part.length() as usize).unwrap_or_default();
            part.copy_to(slice);
            scanner.feed(slice).map_err(unreadable)?;
            start += part.length();
            turns.pause().await;
            if cancel.is_cancelled() {
                return Err(ApiError::Offline);
            }
        }
    }
    let outline = scanner.finish().map_err(unreadable)?;
    read_event(&outline, &async |_: usize| turns.pause().await)
        .await
        .map_err(unreadable)
}

fn unreadable(problem: impl ToString) -> ApiError {
    ApiError::Unreadable(problem.to_string())
}
