//! What is kept, what is still to be asked for, and the way to bytes and back.

use super::given::{MINUTE, answered, at, down, span, spans, up};
use crate::timestamp::Timestamp;
use crate::uptime::{Ask, Check, History, Page, Record, Span, State};
use std::time::Instant;

/// A server that has a check every minute, from one to another, and gives ten at a time.
struct Server {
    first: i64,
    last: i64,
    follows_cursors: bool,
}

impl Server {
    fn page(&self, ask: Ask) -> (Vec<Check>, bool) {
        let before = match ask {
            Ask::Before(time) if self.follows_cursors => (time.0 - at(0).0 + MINUTE - 1).div_euclid(MINUTE),
            Ask::Oldest if self.follows_cursors => self.first + 10,
            _ => self.last + 1,
        };
        let end = before.min(self.last + 1);
        let start = (end - 10).max(self.first);
        ((start..end).rev().map(up).collect(), start > self.first)
    }

    /// Loads a span; how many pages that took.
    fn load(&self, record: &mut Record, wanted: Span, now: i64) -> usize {
        for pages in 0..100 {
            let Some(ask) = record.next_ask(wanted) else {
                return pages;
            };
            self.ask(record, ask, now);
        }
        panic!("it never ends");
    }

    fn ask(&self, record: &mut Record, ask: Ask, now: i64) -> bool {
        let (checks, has_next) = self.page(ask);
        record.add(&Page {
            ask,
            checks: &checks,
            has_next,
            asked_at: at(now),
        })
    }
}

fn server(first: i64, last: i64) -> Server {
    Server {
        first,
        last,
        follows_cursors: true,
    }
}

#[test]
fn what_is_kept_is_asked_for_once() {
    let mut record = Record::default();
    assert_eq!(server(0, 100).load(&mut record, span(75, 101), 101), 3);
    assert_eq!(
        record.loaded().as_slice(),
        [Span::new(at(71), Timestamp(at(100).0 + 1))]
    );
    assert_eq!(record.begins(), None);
    assert_eq!(server(0, 100).load(&mut record, span(75, 101), 101), 0);
    // An hour later: the newest page, and what lies between.
    assert_eq!(record.next_ask(span(75, 160)), Some(Ask::Newest));
    assert_eq!(server(0, 159).load(&mut record, span(75, 160), 160), 6);
    assert_eq!(record.checks_in(span(75, 160)).len(), 85);
    assert_eq!(record.loaded().as_slice().len(), 1);
    // A range in the past needs nothing from now back to there.
    assert_eq!(server(0, 159).load(&mut record, span(20, 30), 160), 1);
    assert_eq!(record.loaded().as_slice().len(), 2);
    assert_eq!(record.missing(span(20, 80)), spans(&[(30, 71)]));
    assert_eq!(record.share_loaded(span(30, 71)), 0.0);
    assert_eq!(
        (record.share_loaded(span(20, 30)), record.share_loaded(span(5, 5))),
        (1.0, 1.0)
    );
}

#[test]
fn what_the_server_keeps_no_more_is_not_asked_for() {
    let mut record = Record::default();
    assert_eq!(server(85, 100).load(&mut record, span(0, 101), 101), 2);
    assert_eq!(record.begins(), Some(at(85)));
    assert!(record.missing(span(-1000, 101)).is_empty());
    // A record that ends with a page of its size shows its end only by an empty page.
    let mut record = Record::default();
    let empty = Page {
        ask: Ask::Before(at(91)),
        checks: &[],
        has_next: true,
        asked_at: at(101),
    };
    server(91, 100).ask(&mut record, Ask::Newest, 101);
    assert!(record.add(&empty));
    assert_eq!(record.begins(), Some(at(91)));
    // A monitor that was never checked.
    let mut record = Record::default();
    let nothing = Page {
        ask: Ask::Newest,
        ..empty
    };
    record.add(&nothing);
    assert_eq!(record.next_ask(span(0, 101)), None);
    assert_eq!(record.next_ask(span(0, 102)), Some(Ask::Newest));
}

#[test]
fn the_oldest_page_tells_where_the_record_begins() {
    let mut record = Record::default();
    server(0, 100).ask(&mut record, Ask::Newest, 101);
    assert!(server(0, 100).ask(&mut record, Ask::Oldest, 101));
    assert_eq!(record.begins(), Some(at(0)));
    assert_eq!(
        record.missing(span(-50, 101)).as_slice(),
        [Span::new(Timestamp(at(9).0 + 1), at(91))]
    );
}

#[test]
fn a_cursor_that_is_not_followed_is_noticed() {
    let deaf = Server {
        follows_cursors: false,
        ..server(0, 100)
    };
    let mut record = Record::default();
    assert!(deaf.ask(&mut record, Ask::Newest, 101));
    let before = record.clone();
    assert!(!deaf.ask(&mut record, Ask::Before(at(91)), 101));
    assert_eq!(record, before);
    let mut other = Record::default();
    server(0, 20).load(&mut other, span(0, 21), 21);
    assert!(!deaf.ask(&mut other, Ask::Oldest, 101));
}

#[test]
fn a_ledger_of_both_lists_speaks_for_what_they_know() {
    let mut history = History::default();
    let page = |ask, checks| Page {
        ask,
        checks,
        has_next: false,
        asked_at: at(100),
    };
    // Never a switch, and nothing but the last answer is known ...
    history.changes.add(&page(Ask::Newest, &[]));
    assert_eq!(history.ledger(at(100), true, &[]).state(), State::Unknown);
    // ... until the oldest check is: nothing has switched since.
    let oldest = [down(10)];
    history.checks.add(&page(Ask::Oldest, &oldest));
    let ledger = history.ledger(at(105), true, &[]);
    assert_eq!((ledger.state(), ledger.since()), (State::Down, Some(at(10))));
    // What was kept speaks for the time at which it came.
    assert_eq!(history.ledger(at(500), false, &[]).state(), State::Unknown);
    assert_eq!(
        history.ledger(at(500), false, &[]).summary(span(0, 500)).down_ms,
        90 * MINUTE
    );
    let since = history.ledger(at(500), false, &[up(480)]);
    assert_eq!((since.state(), since.since()), (State::Up, Some(at(480))));
    // With switches, the state before the first of them is that of the oldest check.
    let switches = [up(50), down(60)];
    let mut history = History::default();
    history.changes.add(&page(Ask::Newest, &switches));
    assert_eq!(history.ledger(at(100), true, &[]).known_from(), Some(at(50)));
    history.checks.add(&page(Ask::Oldest, &oldest));
    assert_eq!(history.ledger(at(100), true, &[]).known_from(), Some(at(10)));
    assert_eq!(history.ledger(at(100), true, &[]).outages().len(), 2);
}

#[test]
fn old_checks_are_forgotten() {
    let mut history = History::default();
    server(0, 100).load(&mut history.checks, span(0, 101), 101);
    history.forget_before(at(90));
    assert_eq!(history.checks.checks().len(), 11);
    assert_eq!(history.checks.loaded().first().map(|first| first.start), Some(at(90)));
}

/// 90 days of checks once a minute, some milliseconds early or late.
fn ninety_days() -> History {
    let checks: Vec<Check> = (0..129_600)
        .map(|minute| Check {
            at: Timestamp(at(minute).0 + minute * 7919 % 61),
            ..if minute % 500 == 0 {
                down(minute)
            } else {
                answered(minute, (minute * 31 % 900) as f64)
            }
        })
        .collect();
    let mut history = History::default();
    history.checks.add(&Page {
        ask: Ask::Newest,
        checks: &checks,
        has_next: true,
        asked_at: at(129_600),
    });
    history
}

#[test]
fn ninety_days_fit_into_a_megabyte_and_are_quickly_read() {
    let history = ninety_days();
    let bytes = history.encode();
    assert!(bytes.len() < 700_000, "{} bytes", bytes.len());
    let started = Instant::now();
    let read = History::decode(&bytes);
    println!("{} bytes in {:?}", bytes.len(), started.elapsed());
    assert!(read == Some(history));
}

#[test]
fn bytes_that_are_not_whole_are_refused() {
    let mut history = History::default();
    server(0, 100).load(&mut history.checks, span(75, 101), 101);
    server(0, 100).ask(&mut history.changes, Ask::Before(at(50)), 101);
    let bytes = history.encode();
    assert_eq!(History::decode(&bytes), Some(history));
    for end in 0..bytes.len() {
        assert_eq!(History::decode(&bytes[..end]), None, "{end}");
    }
    for place in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[place] ^= 0x55;
        assert_eq!(History::decode(&broken), None, "{place}");
    }
    assert_eq!(History::decode(&History::default().encode()), Some(History::default()));
}
