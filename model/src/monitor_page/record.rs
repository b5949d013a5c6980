//! The ledger of all that was loaded of a monitor, and whether its list of switches is still the newest.

use crate::timestamp::Timestamp;
use crate::uptime::{History, Ledger, Span, silences};

/// How the record is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordState {
    /// The moment.
    pub now: Timestamp,
    /// Whether the monitor was asked just now, so that the record speaks up to this moment.
    pub is_current: bool,
    /// Seconds between two checks; none for heartbeats, which come when they like.
    pub interval_s: Option<i64>,
}

/// The ledger. Where no check was made although one was due, it says unknown; and where the list of switches is whole, it
/// goes back to the oldest check that the server has, in front of the first switch.
pub fn known_ledger(history: &History, state: RecordState) -> Ledger {
    let RecordState { now, is_current, .. } = state;
    let mut knowledge = history.knowledge(now, is_current);
    if let Some(before) = before_first_change(history, state) {
        knowledge.known.add(before);
    }
    if let Some(interval_s) = state.interval_s {
        let loaded = history.checks.known(now, is_current);
        knowledge.silent = silences(history.checks.checks(), &loaded, interval_s.saturating_mul(1000));
    }
    Ledger::new(&history.statements(), &knowledge, now)
}

/// From the oldest check of the server to the first switch, or to when the switches were asked for if there are none.
fn before_first_change(history: &History, state: RecordState) -> Option<Span> {
    let oldest = history.checks.begins()?;
    history.checks.checks().iter().find(|check| check.at == oldest)?;
    let changes = &history.changes;
    // Only a list that was paged to its end has no switch in front of the first.
    changes.begins()?;
    let asked_at = changes.asked_at()?;
    let end = match changes.loaded().first() {
        Some(first) => first.start,
        None if state.is_current => state.now,
        None => asked_at,
    };
    let before = Span::new(oldest, end.min(state.now));
    (!before.is_empty()).then_some(before)
}

/// When the monitor last went up or down, as far as its switches were loaded.
pub fn last_known_change(history: &History) -> Option<Timestamp> {
    history.changes.checks().last().map(|check| check.at)
}

/// Whether a monitor that says when it last changed has not done so since its switches were loaded.
pub fn is_confirmed(history: &History, last_change: Option<Timestamp>) -> bool {
    history.changes.asked_at().is_some() && last_change <= last_known_change(history)
}

#[cfg(test)]
mod tests {
    use super::{RecordState, is_confirmed, known_ledger};
    use crate::timestamp::Timestamp;
    use crate::uptime::{Ask, Check, History, Page, Span, State};

    const MINUTE: i64 = 60_000;

    fn check(minute: i64, is_up: bool) -> Check {
        Check {
            at: Timestamp(minute * MINUTE),
            is_up,
            reason: None,
            response_ms: None,
        }
    }

    fn page(ask: Ask, checks: &[Check], has_next: bool) -> Page<'_> {
        Page {
            ask,
            checks,
            has_next,
            asked_at: Timestamp(1000 * MINUTE),
        }
    }

    fn state(is_current: bool) -> RecordState {
        RecordState {
            now: Timestamp(1001 * MINUTE),
            is_current,
            interval_s: Some(60),
        }
    }

    fn whole(history: &History) -> (i64, i64, i64) {
        let summary = known_ledger(history, state(true)).summary(Span::new(Timestamp(0), Timestamp(1001 * MINUTE)));
        (
            summary.up_ms / MINUTE,
            summary.down_ms / MINUTE,
            summary.unknown_ms / MINUTE,
        )
    }

    #[test]
    fn a_monitor_that_never_changed_is_known_from_its_oldest_check() {
        let mut history = History::default();
        let newest: Vec<Check> = (990..=1000).map(|minute| check(minute, true)).collect();
        history.checks.add(&page(Ask::Newest, &newest, true));
        history.changes.add(&page(Ask::Newest, &[], false));
        // Its newest checks tell nothing about what was before.
        assert_eq!(whole(&history), (11, 0, 990));
        let oldest: Vec<Check> = (100..=110).map(|minute| check(minute, true)).collect();
        history.checks.add(&page(Ask::Oldest, &oldest, false));
        assert_eq!(whole(&history), (901, 0, 100));
    }

    #[test]
    fn in_front_of_the_first_switch_it_was_the_other_way_round() {
        let mut history = History::default();
        history.checks.add(&page(Ask::Newest, &[check(1000, true)], true));
        let switches = [check(200, false), check(210, true)];
        history.changes.add(&page(Ask::Newest, &switches, false));
        assert_eq!(whole(&history), (791, 10, 200));
        history.checks.add(&page(Ask::Oldest, &[check(100, true)], false));
        assert_eq!(whole(&history), (891, 10, 100));
    }

    #[test]
    fn switches_that_are_not_all_loaded_say_nothing_about_before() {
        let mut history = History::default();
        history.checks.add(&page(Ask::Oldest, &[check(100, true)], false));
        let switches = [check(200, false), check(210, true)];
        history.changes.add(&page(Ask::Newest, &switches, true));
        let ledger = known_ledger(&history, state(true));
        let gap = Span::new(Timestamp(101 * MINUTE), Timestamp(200 * MINUTE));
        let states: Vec<State> = ledger.segments(gap).iter().map(|segment| segment.state).collect();
        assert_eq!(states, [State::Unknown]);
    }

    #[test]
    fn a_change_that_is_newer_than_the_list_is_noticed() {
        let mut history = History::default();
        assert!(!is_confirmed(&history, None));
        history.changes.add(&page(Ask::Newest, &[], false));
        assert!(is_confirmed(&history, None));
        assert!(!is_confirmed(&history, Some(Timestamp(5))));
        history.changes.add(&page(Ask::Newest, &[check(5, false)], false));
        assert!(is_confirmed(&history, Some(Timestamp(5 * MINUTE))));
        assert!(!is_confirmed(&history, Some(Timestamp(5 * MINUTE + 1))));
    }
}
