//! The checks of a monitor, and the call of a heartbeat.

use crate::call::{Call, invalid, not_a_uuid};
use crate::cursor::{Cursor, Key};
use crate::endpoints::{find, monitor_json};
use crate::http::{Request, Response};
use crate::page;
use crate::routes::{Access, Route};
use crate::seed::event_id;
use crate::seed::monitors::Kind;
use crate::uptime::record::{Check, Record};
use crate::uptime::{Effect, endpoint_id};
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};

/// Checks.
pub const ROUTES: &[Route] = &[
    Route::new(
        "GET",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/checks/",
        list,
    ),
    Route::new(
        "POST",
        "/api/0/organizations/{organization_slug}/heartbeat_check/{endpoint_id}/",
        beat,
    )
    .access(Access::Open),
];

/// The checks, the newest first; `is_change=true` leaves only those that found a change. An unknown monitor has none.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let only_changes = is_change(call)?;
    let monitor = find::monitor(call)?;
    let limit = page::limit(call)?;
    let place = place(call)?;
    let record = monitor.as_deref().map(|monitor| monitor_json::record(call, monitor));
    let all = |before: Timestamp| -> Box<dyn Iterator<Item = Check> + '_> {
        match &record {
            None => Box::new(std::iter::empty()),
            Some(record) if only_changes => Box::new(record.changes_before(before)),
            Some(record) => Box::new(record.checks_before(before)),
        }
    };
    let everything = || all(Timestamp(i64::MAX));
    let (rows, has_newer, has_older) = match &place {
        None => {
            let rows: Vec<_> = everything().take(limit).collect();
            let has_older = everything().nth(limit).is_some();
            (rows, false, has_older)
        }
        Some(place) => cut(&everything, &all, place, limit),
    };
    let cursor = |check: &Check, is_reverse: bool| {
        let cursor = Cursor {
            position: Some(Key::Time(check.time).print()),
            offset: 0,
            is_reverse,
        };
        cursor.encode()
    };
    let previous = rows.first().filter(|_| has_newer).map(|check| cursor(check, true));
    let next = rows.last().filter(|_| has_older).map(|check| cursor(check, false));
    let items: Vec<_> = rows
        .iter()
        .filter_map(|check| record.as_ref().map(|record| wire(record, check)))
        .collect();
    Ok(page::answer(
        call,
        &items,
        previous,
        next,
        everything().take(page::MAX_HITS).count(),
    ))
}

/// A moment that a page starts or ends at.
struct Place {
    time: Timestamp,
    /// Whether the page has what is newer.
    is_reverse: bool,
}

/// The moment that the cursor of a request stands for.
fn place(call: &Call<'_>) -> Result<Option<Place>, Response> {
    let Some(cursor) = page::cursor(call)? else {
        return Ok(None);
    };
    let time = cursor.position.as_deref().and_then(Timestamp::parse);
    Ok(Some(Place {
        time: time.ok_or_else(page::bad_cursor)?,
        is_reverse: cursor.is_reverse,
    }))
}

/// The rows older (or, in reverse, newer) than a place, and whether there are newer and older ones than those.
fn cut<'a>(
    everything: &dyn Fn() -> Box<dyn Iterator<Item = Check> + 'a>,
    before: &dyn Fn(Timestamp) -> Box<dyn Iterator<Item = Check> + 'a>,
    place: &Place,
    limit: usize,
) -> (Vec<Check>, bool, bool) {
    if place.is_reverse {
        let mut newer: Vec<_> = everything().take_while(|check| check.time > place.time).collect();
        let rows = newer.split_off(newer.len().saturating_sub(limit));
        return (rows, !newer.is_empty(), true);
    }
    let mut rows: Vec<_> = before(place.time).take(limit + 1).collect();
    let has_older = rows.len() > limit;
    rows.truncate(limit);
    (rows, true, has_older)
}

fn wire(record: &Record<'_>, check: &Check) -> monitor_json::CheckWire {
    monitor_json::check_wire(record, check, true)
}

fn is_change(call: &Call<'_>) -> Result<bool, Response> {
    match call.get("is_change").map(str::to_lowercase).as_deref() {
        None | Some("false" | "0" | "no" | "off" | "f" | "n") => Ok(false),
        Some("true" | "1" | "yes" | "on" | "t" | "y") => Ok(true),
        Some(_) => {
            let message = "Input should be a valid boolean, unable to interpret input";
            Err(invalid(
                json!([{"type": "bool_parsing", "loc": ["query", "is_change"], "msg": message}]),
            ))
        }
    }
}

/// Needs no session: whoever knows the address is the service. Its answer is spelled with underscores.
fn beat(call: &mut Call<'_>) -> Result<Response, Response> {
    let asked = call.param("endpoint_id");
    if event_id::normalize(asked).is_none() {
        return Err(not_a_uuid("endpoint_id", asked));
    }
    let id = endpoint_id::decode(&call.world.name, asked).ok_or_else(Response::not_found)?;
    let slug = call.param("organization_slug");
    let organization = call.directory().organization(slug).map(|organization| organization.id);
    let monitor = call.world.uptime.find(&call.demo.seed, id);
    let is_its =
        |it: &crate::seed::monitors::Monitor| it.kind == Kind::Heartbeat && organization == Some(it.organization);
    if !monitor.is_some_and(|monitor| is_its(monitor)) {
        return Err(Response::not_found());
    }
    let time = call.world.uptime.mark(id, call.now, Effect::Beat);
    let body = json!({"is_up": true, "start_check": time, "reason": Value::Null});
    Ok(Response::json(200, &body))
}

/// The world whose heartbeat a request calls: services do not send the cookie that picks one.
pub fn world_of(request: &Request, names: &[String]) -> Option<String> {
    let rest = request.path.strip_prefix("/api/0/organizations/")?;
    let (_, id) = rest.split_once("/heartbeat_check/")?;
    let id = id.trim_end_matches('/');
    names
        .iter()
        .find(|name| endpoint_id::decode(name, id).is_some())
        .cloned()
}
