//! The newest events of issues that were fetched in this tab, so that what a preview has fetched is there when the
//! issue is opened, and the other way round. Only in memory.

use crate::api::client::Cancel;
use crate::api::events::get_event;
use crate::browser::intl::now_ms;
use crate::sign_out::forget_with;
use glint_model::error::ApiError;
use glint_model::id::IssueId;
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::Event;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::sync::Arc;

/// How many are kept.
const MOST_EVENTS: usize = 30;

/// How old they get, in milliseconds.
const KEPT_MS: i64 = 5 * 60_000;

/// For how long one is taken for the newest without asking again, in milliseconds.
const SURE_MS: i64 = 60_000;

/// What has more JSON than this is not kept; in bytes.
const LARGEST: usize = 2_000_000;

struct Kept {
    issue: IssueId,
    event: Arc<Event>,
    at_ms: i64,
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The newest event of an issue: the one that is kept, while it is recent and the issue was not seen after it; else the
/// server is asked, and its answer kept. When that cannot be had for now, what is kept must do. `last_seen` is when the
/// issue was seen last, as far as that is known.
pub async fn newest_event(
    issue: &IssueId,
    last_seen: Option<Timestamp>,
    cancel: &Cancel,
) -> Result<Arc<Event>, ApiError> {
    let sure = KEPT.with_borrow(|kept| {
        find(kept, issue, now_ms())
            .filter(|one| is_sure(one, last_seen, now_ms()))
            .map(|one| Arc::clone(&one.event))
    });
    if let Some(event) = sure {
        return Ok(event);
    }
    let event = match get_event(issue, None, cancel).await {
        Ok(event) => Arc::new(event),
        Err(ApiError::NotFound) => {
            KEPT.with_borrow_mut(|kept| kept.retain(|one| one.issue != *issue));
            return Err(ApiError::NotFound);
        }
        // What was the newest a short while ago is better than nothing.
        Err(error) if error.can_retry() => return peek(issue).ok_or(error),
        Err(error) => return Err(error),
    };
    forget_with(forget);
    Ok(KEPT.with_borrow_mut(|kept| put(kept, issue, event, now_ms())))
}

/// The newest event of an issue, as it was fetched a short while ago.
pub fn peek(issue: &IssueId) -> Option<Arc<Event>> {
    KEPT.with_borrow(|kept| find(kept, issue, now_ms()).map(|one| Arc::clone(&one.event)))
}

/// Forgets everything.
fn forget() {
    KEPT.take();
}

fn find<'a>(kept: &'a [Kept], issue: &IssueId, now_ms: i64) -> Option<&'a Kept> {
    kept.iter()
        .find(|one| one.issue == *issue && now_ms - one.at_ms < KEPT_MS)
}

/// An issue was last seen when the server received its newest event.
fn is_sure(one: &Kept, last_seen: Option<Timestamp>, now_ms: i64) -> bool {
    let received = one.event.date_received.unwrap_or(one.event.date_created);
    now_ms - one.at_ms < SURE_MS && last_seen.is_none_or(|seen| seen <= received)
}

/// Keeps an event as the latest of all. Gives the one that was kept if it is the same, so that what shows it can tell.
fn put(kept: &mut Vec<Kept>, issue: &IssueId, event: Arc<Event>, now_ms: i64) -> Arc<Event> {
    let event = find(kept, issue, now_ms)
        .filter(|one| one.event.id == event.id)
        .map_or(event, |one| Arc::clone(&one.event));
    kept.retain(|one| one.issue != *issue && now_ms - one.at_ms < KEPT_MS);
    if is_light(&event) {
        kept.insert(
            0,
            Kept {
                issue: issue.clone(),
                event: Arc::clone(&event),
                at_ms: now_ms,
            },
        );
        kept.truncate(MOST_EVENTS);
    }
    event
}

/// Whether an event is small enough to be kept. Looks no further than it must: a large one has a hundred thousand values.
fn is_light(event: &Event) -> bool {
    let mut room = Room(LARGEST);
    // A large entry keeps the whole answer in memory, the others keep themselves.
    let entries = &event.entries;
    let answer = entries
        .iter()
        .filter(|entry| entry.data.is_large())
        .map(|entry| entry.data.held_bytes());
    let own = entries
        .iter()
        .filter(|entry| !entry.data.is_large())
        .map(|entry| entry.data.held_bytes());
    let maps = [
        &event.contexts,
        &event.context,
        &event.user,
        &event.packages,
        &event.sdk,
        &event.user_report,
    ];
    room.takes(answer.max().unwrap_or_default())
        && own.into_iter().all(|bytes| room.takes(bytes))
        && maps.into_iter().flatten().all(|map| room.takes_map(map))
        && event.errors.iter().flatten().all(|error| room.takes_value(error))
}

/// How many bytes of JSON there is room for.
struct Room(usize);

impl Room {
    fn takes(&mut self, bytes: usize) -> bool {
        let left = self.0.checked_sub(bytes);
        self.0 = left.unwrap_or_default();
        left.is_some()
    }

    fn takes_map(&mut self, map: &Map<String, Value>) -> bool {
        map.iter()
            .all(|(key, value)| self.takes(key.len()) && self.takes_value(value))
    }

    /// Numbers, words and punctuation count for a few bytes. What was read as a value is not nested deeply.
    fn takes_value(&mut self, value: &Value) -> bool {
        self.takes(8)
            && match value {
                Value::String(text) => self.takes(text.len()),
                Value::Array(items) => items.iter().all(|item| self.takes_value(item)),
                Value::Object(map) => self.takes_map(map),
                Value::Null | Value::Bool(_) | Value::Number(_) => true,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT_MS, Kept, LARGEST, MOST_EVENTS, SURE_MS, find, is_light, is_sure, put};
    use glint_model::id::IssueId;
    use glint_model::timestamp::Timestamp;
    use glint_model::wire::event::Event;
    use serde_json::json;
    use std::sync::Arc;

    const SEEN: &str = "2026-11-23T08:00:01.000Z";

    fn event(id: &str, extra: &str) -> Arc<Event> {
        let event = json!({
            "id": id, "eventID": id, "projectID": 1, "groupID": "105", "type": "error", "platform": null,
            "dateCreated": "2026-11-23T08:00:00.000Z", "dateReceived": SEEN,
            "entries": [{"type": "message", "data": {"formatted": extra}}], "context": {"more": [extra]},
        });
        serde_json::from_str(&event.to_string()).expect("an event")
    }

    #[test]
    fn an_event_is_kept_for_minutes_and_sure_for_one() {
        let mut kept: Vec<Kept> = Vec::new();
        let issue = IssueId::from("1");
        put(&mut kept, &issue, event("a", ""), 1_000);
        let seen = Timestamp::parse(SEEN);
        let later = seen.map(|seen| Timestamp(seen.0 + 1));
        for (age, last_seen, is_kept, sure) in [
            (0, seen, true, true),
            (0, None, true, true),
            (0, later, true, false),
            (SURE_MS - 1, seen, true, true),
            (SURE_MS, seen, true, false),
            (KEPT_MS - 1, seen, true, false),
            (KEPT_MS, seen, false, false),
        ] {
            let now = 1_000 + age;
            let found = find(&kept, &issue, now);
            assert_eq!(found.is_some(), is_kept, "{age}");
            assert_eq!(
                found.is_some_and(|one| is_sure(one, last_seen, now)),
                sure,
                "{age} {last_seen:?}"
            );
        }
        assert!(find(&kept, &IssueId::from("2"), 1_000).is_none());
    }

    #[test]
    fn the_same_event_stays_the_same_and_another_takes_its_place() {
        let mut kept: Vec<Kept> = Vec::new();
        let issue = IssueId::from("1");
        let first = put(&mut kept, &issue, event("a", ""), 0);
        let again = put(&mut kept, &issue, event("a", ""), 60_000);
        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!(kept.iter().map(|one| one.at_ms).collect::<Vec<_>>(), [60_000]);
        let other = put(&mut kept, &issue, event("b", ""), 70_000);
        assert_eq!((other.id.as_str(), kept.len()), ("b", 1));
    }

    #[test]
    fn the_oldest_and_the_largest_are_not_kept() {
        let mut kept: Vec<Kept> = Vec::new();
        for number in 0..40 {
            put(&mut kept, &IssueId::new(number.to_string()), event("a", ""), number);
        }
        assert_eq!(kept.len(), MOST_EVENTS);
        assert!(find(&kept, &IssueId::from("9"), 40).is_none());
        assert!(find(&kept, &IssueId::from("10"), 40).is_some());
        let (half, issue) = ("x".repeat(LARGEST / 2), IssueId::from("39"));
        let large = event("b", &half);
        assert!(!is_light(&large) && is_light(&event("b", &half[50..])));
        put(&mut kept, &issue, large, 41);
        assert!(
            find(&kept, &issue, 41).is_none(),
            "the one before is not the newest any more"
        );
    }
}
