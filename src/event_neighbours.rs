//! Events that were shown or fetched ahead in this tab, by id, so that walking from one to the next shows it at once. Only
//! in memory.

use crate::browser::intl::now_ms;
use crate::sign_out::forget_with;
use glint_model::id::{EventId, IssueId};
use glint_model::wire::event::Event;
use std::cell::RefCell;
use std::sync::Arc;

/// How many are kept.
const MOST_EVENTS: usize = 16;

/// How old they get, in milliseconds.
const KEPT_MS: i64 = 5 * 60_000;

/// For how long one that was the newest is believed to be that, in milliseconds.
const NEWEST_MS: i64 = 30_000;

/// What has entries with more JSON than this is not kept; in bytes.
const LARGEST: usize = 1_000_000;

struct Kept {
    issue: IssueId,
    event: Arc<Event>,
    at_ms: i64,
}

impl Kept {
    fn is(&self, issue: &IssueId, event: &EventId) -> bool {
        self.event.event_id == *event && self.issue == *issue
    }

    fn is_fresh(&self, now_ms: i64) -> bool {
        let age = now_ms - self.at_ms;
        age < KEPT_MS && (self.event.next_event_id.is_some() || age < NEWEST_MS)
    }
}

thread_local! {
    /// The one that was used last comes first.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// An event of an issue, if it was fetched a short while ago.
pub fn recall(issue: &IssueId, event: &EventId) -> Option<Arc<Event>> {
    KEPT.with_borrow_mut(|kept| take_out(kept, issue, event, now_ms()))
}

/// Whether an event is there.
pub fn is_kept(issue: &IssueId, event: &EventId) -> bool {
    KEPT.with_borrow(|kept| kept.iter().any(|one| one.is(issue, event) && one.is_fresh(now_ms())))
}

/// Keeps an event, and gives it back. Not for the answer to `latest`, which may soon be that of another.
pub fn keep(issue: &IssueId, event: Arc<Event>) -> Arc<Event> {
    if !is_large(&event) {
        forget_with(forget);
        KEPT.with_borrow_mut(|kept| put(kept, issue, &event, now_ms()));
    }
    event
}

/// Whether the event is so large that its neighbours are better not fetched ahead.
pub fn is_large(event: &Event) -> bool {
    event.entries.iter().map(|entry| entry.data.get().len()).sum::<usize>() > LARGEST
}

/// Forgets everything.
fn forget() {
    KEPT.take();
}

fn take_out(kept: &mut Vec<Kept>, issue: &IssueId, event: &EventId, now_ms: i64) -> Option<Arc<Event>> {
    kept.retain(|one| one.is_fresh(now_ms));
    let at = kept.iter().position(|one| one.is(issue, event))?;
    let used = kept.remove(at);
    let event = Arc::clone(&used.event);
    kept.insert(0, used);
    Some(event)
}

fn put(kept: &mut Vec<Kept>, issue: &IssueId, event: &Arc<Event>, now_ms: i64) {
    kept.retain(|one| one.is_fresh(now_ms) && !one.is(issue, &event.event_id));
    kept.insert(
        0,
        Kept {
            issue: issue.clone(),
            event: Arc::clone(event),
            at_ms: now_ms,
        },
    );
    kept.truncate(MOST_EVENTS);
}

#[cfg(test)]
mod tests {
    use super::{KEPT_MS, Kept, LARGEST, MOST_EVENTS, NEWEST_MS, is_large, put, take_out};
    use glint_model::id::{EventId, IssueId};
    use glint_model::wire::event::Event;
    use serde_json::json;
    use std::sync::Arc;

    fn event(id: &str, newer: Option<&str>, text: &str) -> Arc<Event> {
        let event = json!({
            "id": id, "eventID": id, "projectID": 1, "groupID": "105", "type": "error", "platform": null,
            "dateCreated": "2026-11-23T08:00:00.000Z", "nextEventID": newer,
            "entries": [{"type": "message", "data": {"formatted": text}}],
        });
        serde_json::from_str(&event.to_string()).expect("an event")
    }

    #[test]
    fn an_event_is_kept_for_minutes_and_the_newest_for_less() {
        let issue = IssueId::from("1");
        for (newer, age, want) in [
            (Some("b"), KEPT_MS - 1, true),
            (Some("b"), KEPT_MS, false),
            (None, NEWEST_MS - 1, true),
            (None, NEWEST_MS, false),
        ] {
            let mut kept: Vec<Kept> = Vec::new();
            put(&mut kept, &issue, &event("a", newer, ""), 1_000);
            let found = take_out(&mut kept, &issue, &EventId::from("a"), 1_000 + age);
            assert_eq!(found.is_some(), want, "{newer:?} {age}");
        }
        let mut kept: Vec<Kept> = Vec::new();
        put(&mut kept, &issue, &event("a", None, ""), 0);
        assert!(take_out(&mut kept, &IssueId::from("2"), &EventId::from("a"), 0).is_none());
    }

    #[test]
    fn those_that_were_used_last_stay() {
        let issue = IssueId::from("1");
        let mut kept: Vec<Kept> = Vec::new();
        for number in 0..MOST_EVENTS {
            put(&mut kept, &issue, &event(&number.to_string(), Some("x"), ""), 0);
        }
        let first = take_out(&mut kept, &issue, &EventId::from("0"), 1);
        assert!(first.is_some());
        put(&mut kept, &issue, &event("new", Some("x"), ""), 1);
        assert_eq!(kept.len(), MOST_EVENTS);
        assert!(take_out(&mut kept, &issue, &EventId::from("0"), 1).is_some());
        assert!(take_out(&mut kept, &issue, &EventId::from("1"), 1).is_none());
        put(&mut kept, &issue, &event("new", Some("y"), ""), 2);
        assert_eq!(kept.len(), MOST_EVENTS, "it took its own place");
        let again = take_out(&mut kept, &issue, &EventId::from("new"), 2);
        assert_eq!(
            again.and_then(|event| event.next_event_id.clone()),
            Some(EventId::from("y"))
        );
    }

    #[test]
    fn a_large_event_is_known_by_its_entries() {
        assert!(is_large(&event("a", None, &"x".repeat(LARGEST))));
        assert!(!is_large(&event("a", None, &"x".repeat(LARGEST / 2))));
    }
}
