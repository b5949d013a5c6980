//! Events of an issue and of a project.

use crate::call::{Call, not_a_uuid};
use crate::cursor::Key;
use crate::endpoints::{event_json, find, user_reports};
use crate::http::Response;
use crate::page;
use crate::routes::Route;
use crate::seed::issues::IssueSeed;
use crate::seed::{event, event_id};
use glint_model::id::{EventId, IssueId};
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::Event;
use serde_json::Value;
use std::cmp::Reverse;
use std::sync::Arc;

/// Events.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/issues/{issue_id}/events/", list),
    Route::new("GET", "/api/0/issues/{issue_id}/events/latest/", latest),
    Route::new("GET", "/api/0/issues/{issue_id}/events/{event_id}/", detail),
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/issues/{issue_id}/events/{event_id}/json/",
        raw,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/events/",
        list_of_project,
    ),
    Route::new(
        "GET",
        "/api/0/projects/{organization_slug}/{project_slug}/events/{event_id}/",
        detail_of_project,
    ),
];

/// One event: its issue, its number there, and when it happened.
#[derive(Clone, Debug)]
pub struct Place {
    /// The issue it came in with.
    pub issue: Arc<IssueSeed>,
    /// Its number in that issue, from 0.
    pub n: u64,
    /// When it happened.
    pub time: Timestamp,
}

/// The events of an issue and of what was merged into it, the newest first.
pub fn of_issue(call: &Call<'_>, issue: &Arc<IssueSeed>) -> Vec<Place> {
    let mut places: Vec<_> = call.family(issue).iter().flat_map(places).collect();
    places.sort_by(|a, b| b.time.cmp(&a.time).then(b.n.cmp(&a.n)));
    places
}

fn places(issue: &Arc<IssueSeed>) -> impl Iterator<Item = Place> {
    (0..issue.count).map(|n| Place {
        issue: Arc::clone(issue),
        n,
        time: issue.event_time(n),
    })
}

/// An unknown issue has an empty list, and the names are in snake case at the top level.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let id = call.number("issue_id")?;
    let rows = find::visible_issue(call, id)
        .map(|issue| of_issue(call, &issue))
        .unwrap_or_default();
    page::list(
        call,
        &rows,
        true,
        |place| Key::Time(place.time),
        |place| snake(row(call, place, id)),
    )
}

fn latest(call: &mut Call<'_>) -> Result<Response, Response> {
    let issue = find::issue(call)?;
    let places = of_issue(call, &issue);
    Ok(Response::json(
        200,
        &whole(call, &issue, &places, 0).ok_or_else(Response::not_found)?,
    ))
}

fn detail(call: &mut Call<'_>) -> Result<Response, Response> {
    let (issue, places, index) = wanted(call)?;
    Ok(Response::json(
        200,
        &whole(call, &issue, &places, index).ok_or_else(Response::not_found)?,
    ))
}

fn raw(call: &mut Call<'_>) -> Result<Response, Response> {
    let (issue, places, index) = wanted(call)?;
    Ok(Response::json(
        200,
        &event_json::value(&issue, &bare(call, &places[index], issue.id)),
    ))
}

/// The issue in the path, its events, and which of them the path means.
fn wanted(call: &Call<'_>) -> Result<(Arc<IssueSeed>, Vec<Place>, usize), Response> {
    let id =
        event_id::normalize(call.param("event_id")).ok_or_else(|| not_a_uuid("event_id", call.param("event_id")))?;
    let issue = find::issue(call)?;
    let (origin, n) = called(call, &id).ok_or_else(Response::not_found)?;
    let places = of_issue(call, &issue);
    let index = places.iter().position(|place| place.issue.id == origin && place.n == n);
    Ok((issue, places, index.ok_or_else(Response::not_found)?))
}

/// The issue that an event came in with, and the event's number there, by its id in lower-case digits.
fn called(call: &Call<'_>, id: &str) -> Option<(i64, u64)> {
    call.world.changes.event(&call.demo.seed, id)
}

/// An event without its neighbours.
fn bare(call: &Call<'_>, place: &Place, issue: i64) -> Event {
    let mut event = event::build(&call.demo.seed, &place.issue, place.n);
    event.project_id = call.directory().project_of(&place.issue).id;
    event.group_id = IssueId::new(issue.to_string());
    event
}

/// An event with its neighbours and what the user wrote about it.
fn whole(call: &Call<'_>, issue: &Arc<IssueSeed>, places: &[Place], index: usize) -> Option<Event> {
    let id = |place: &Place| EventId::new(place.issue.event_id(place.n));
    let mut event = bare(call, places.get(index)?, issue.id);
    event.next_event_id = index.checked_sub(1).and_then(|newer| places.get(newer)).map(id);
    event.previous_event_id = places.get(index + 1).map(id);
    event.user_report = user_reports::of_event(call, issue, &event.event_id);
    Some(event)
}

/// An event as lists send it: without neighbours and report.
pub fn row(call: &Call<'_>, place: &Place, issue: i64) -> Value {
    let mut value = serde_json::to_value(bare(call, place, issue)).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        for name in ["userReport", "nextEventID", "previousEventID"] {
            fields.remove(name);
        }
    }
    value
}

/// The spelling of an issue's list: snake case at the top level.
fn snake(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        for (camel, snake) in SNAKE_NAMES {
            let moved = fields.remove(*camel).unwrap_or_default();
            fields.insert((*snake).to_owned(), moved);
        }
    }
    value
}

const SNAKE_NAMES: &[(&str, &str)] = &[
    ("eventID", "event_id"),
    ("projectID", "project_id"),
    ("groupID", "group_id"),
    ("dateCreated", "date_created"),
    ("dateReceived", "date_received"),
];

fn list_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let rows = of_project(call);
    page::list(
        call,
        &rows,
        true,
        |place| Key::Time(place.time),
        |place| row(call, place, place.issue.id),
    )
}

fn detail_of_project(call: &mut Call<'_>) -> Result<Response, Response> {
    let id =
        event_id::normalize(call.param("event_id")).ok_or_else(|| not_a_uuid("event_id", call.param("event_id")))?;
    let places = of_project(call);
    let found =
        called(call, &id).and_then(|(issue, n)| places.iter().find(|place| place.issue.id == issue && place.n == n));
    let place = found.ok_or_else(Response::not_found)?;
    let siblings = of_issue(call, &place.issue);
    let index = siblings
        .iter()
        .position(|it| it.issue.id == place.issue.id && it.n == place.n);
    let event = index.and_then(|index| whole(call, &place.issue, &siblings, index));
    Ok(Response::json(200, &event.ok_or_else(Response::not_found)?))
}

fn of_project(call: &Call<'_>) -> Vec<Place> {
    let Some(project) = find::project(call) else {
        return Vec::new();
    };
    let own = call
        .issues()
        .filter(|issue| call.directory().project_of(issue).id == project.id);
    let mut places: Vec<_> = own
        .filter(|issue| call.world.changes.is_listed(issue.id))
        .flat_map(places)
        .collect();
    places.sort_by_key(|place| Reverse(place.time));
    places
}
