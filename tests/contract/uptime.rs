//! The figures of `glint_model::uptime` over recorded checks of real monitors.

use crate::recording::{self, Recording};
use glint_model::link::PageLinks;
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{
    Ask, Check, History, Knowledge, Ledger, Page, Reason, Record, Span, State, cursor_before, cursor_time, stats,
};
use serde::Deserialize;

/// One check of `/checks/`, as far as the figures need it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    is_up: bool,
    start_check: Timestamp,
    reason: Option<i64>,
    response_time: Option<f64>,
}

impl From<Row> for Check {
    fn from(row: Row) -> Self {
        Self {
            at: row.start_check,
            is_up: row.is_up,
            reason: row.reason.map(Reason::from_code),
            response_ms: row.response_time,
        }
    }
}

fn checks(recording: &Recording) -> Vec<Check> {
    let rows: Vec<Row> = serde_json::from_str(&recording.body_text()).expect("a list of checks");
    rows.into_iter().map(Check::from).collect()
}

/// Every recorded page of checks; nothing where this clone has none.
fn pages() -> Vec<(Recording, Vec<Check>)> {
    let recordings = recording::all().unwrap_or_default();
    let pages: Vec<_> = recordings
        .into_iter()
        .filter(|recording| recording.is_answer() && recording.path.ends_with("/checks/"))
        .map(|recording| {
            let checks = checks(&recording);
            (recording, checks)
        })
        .collect();
    println!("{} recorded pages of checks", pages.len());
    pages
}

fn times(checks: &[Check]) -> (Timestamp, Timestamp) {
    let (newest, oldest) = (checks.first().expect("a check"), checks.last().expect("a check"));
    (oldest.at, newest.at)
}

#[test]
fn recorded_checks_add_up() {
    for (recording, checks) in pages() {
        let name = &recording.name;
        let (oldest, newest) = times(&checks);
        let now = Timestamp(newest.0 + 60_000);
        let ledger = Ledger::new(&checks, &Knowledge::since(oldest, now), now);
        let day = Span::last(86_400_000, now);
        let summary = ledger.summary(day);
        assert_eq!(
            summary.up_ms + summary.down_ms + summary.unknown_ms,
            day.len_ms(),
            "{name}"
        );
        assert_eq!(summary.known_ms(), now.0 - oldest.0, "{name}");
        assert_eq!(
            ledger.state() == State::Up,
            checks.first().is_some_and(|check| check.is_up),
            "{name}"
        );
        let always_down = checks.iter().all(|check| !check.is_up);
        assert_eq!(summary.percent() == "0%", always_down, "{name}: {}", summary.percent());
        let stats = stats(&checks, day);
        assert_eq!(stats.checks, checks.len(), "{name}");
        assert_eq!(always_down, stats.failures == checks.len(), "{name}");
    }
}

#[test]
fn every_recorded_switch_is_one() {
    for (recording, checks) in pages() {
        if recording.query("is_change") != Some("true") {
            continue;
        }
        let (oldest, newest) = times(&checks);
        let ledger = Ledger::new(&checks, &Knowledge::since(oldest, newest), newest);
        let downs = checks.iter().filter(|check| !check.is_up).count();
        assert_eq!(ledger.outages().len(), downs, "{}", recording.name);
        assert!(ledger.outages().iter().all(|outage| outage.reason.is_some()));
    }
}

#[test]
fn a_cursor_made_from_the_oldest_check_is_the_servers_own_to_the_millisecond() {
    for (recording, checks) in pages() {
        let header = recording.header("link").expect("a link");
        let next = PageLinks::parse(header).next.expect("an older page");
        let (oldest, _) = times(&checks);
        assert_eq!(cursor_time(&next), Some(oldest), "{}", recording.name);
        let made = cursor_before(oldest);
        assert_eq!(cursor_time(&made), Some(oldest), "{}", recording.name);
        // Only the microseconds and what follows them differ.
        let same = made.bytes().zip(next.bytes()).take_while(|(one, other)| one == other);
        assert!(same.count() >= 38, "{made} {next}");
        assert_eq!(made.len(), next.len());
    }
}

#[test]
fn recorded_checks_are_kept_as_they_came() {
    for (recording, checks) in pages() {
        let mut record = Record::default();
        let (oldest, newest) = times(&checks);
        let page = Page {
            ask: Ask::Newest,
            checks: &checks,
            has_next: true,
            asked_at: newest,
        };
        assert!(record.add(&page));
        assert!(
            record.missing(Span::new(oldest, newest)).is_empty(),
            "{}",
            recording.name
        );
        assert!(record.checks().iter().rev().eq(checks.iter()), "{}", recording.name);
        let history = History {
            checks: record.clone(),
            changes: record,
        };
        assert_eq!(History::decode(&history.encode()), Some(history), "{}", recording.name);
    }
}
