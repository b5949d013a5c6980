//! Outages, states and figures of records made by hand.

use super::given::{HOUR, MINUTE, at, down, failed, span, spans, up};
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Knowledge, Ledger, Reason, Span, State};

/// The ledger of a record without a gap, from minute 0 to minute 1000.
fn ledger(checks: &[Check]) -> Ledger {
    Ledger::new(checks, &Knowledge::since(at(0), at(1000)), at(1000))
}

fn told(ledger: &Ledger, span: Span) -> String {
    let letter = |state| match state {
        State::Up => "up",
        State::Down => "down",
        State::Unknown => "unknown",
    };
    let minutes = |time: Timestamp| (time.0 - at(0).0) / MINUTE;
    let words: Vec<String> = ledger
        .segments(span)
        .iter()
        .map(|one| {
            format!(
                "{} {}-{}",
                letter(one.state),
                minutes(one.span.start),
                minutes(one.span.end)
            )
        })
        .collect();
    words.join(", ")
}

#[test]
fn before_the_first_check_it_is_unknown() {
    let ledger = ledger(&[up(100), down(200), up(230)]);
    assert_eq!(
        told(&ledger, span(-50, 1100)),
        "unknown -50-100, up 100-200, down 200-230, up 230-1000, unknown 1000-1100"
    );
    assert_eq!(ledger.known_from(), Some(at(100)));
    assert_eq!((ledger.state(), ledger.since()), (State::Up, Some(at(230))));
}

#[test]
fn nothing_known_is_never_up() {
    let empty = ledger(&[]);
    assert_eq!(
        (empty.state(), empty.since(), empty.known_from()),
        (State::Unknown, None, None)
    );
    let summary = empty.summary(span(0, 1000));
    assert_eq!((summary.share(), summary.percent().as_str()), (None, "unknown"));
    assert_eq!(summary.unknown_ms, 1000 * MINUTE);
    // Checks without a record that they belong to say nothing.
    let stray = Ledger::new(&[up(5), down(9)], &Knowledge::default(), at(20));
    assert_eq!((stray.state(), stray.outages().len()), (State::Unknown, 0));
}

#[test]
fn what_is_said_again_changes_nothing() {
    let ledger = ledger(&[
        up(0),
        up(10),
        failed(20, None),
        down(30),
        failed(40, Some(Reason::Ssl)),
        up(50),
        up(60),
    ]);
    assert_eq!(told(&ledger, span(0, 1000)), "up 0-20, down 20-50, up 50-1000");
    let outage = ledger.outages()[0];
    assert_eq!((outage.start, outage.end), (at(20), Some(at(50))));
    assert_eq!(outage.reason, Some(Reason::Timeout));
    assert_eq!(outage.length_ms(), 30 * MINUTE);
    assert!(!outage.began_before && !outage.is_open);
}

#[test]
fn an_open_outage_counts_to_now() {
    let ledger = ledger(&[up(0), down(940)]);
    let outage = ledger.outages()[0];
    assert_eq!((outage.end, outage.until, outage.is_open), (None, at(1000), true));
    assert_eq!(outage.length_ms(), HOUR);
    assert_eq!((ledger.state(), ledger.since()), (State::Down, Some(at(940))));
    assert_eq!(ledger.summary(span(0, 1000)).mttr_ms, None);
}

#[test]
fn a_record_that_begins_with_an_outage_says_at_least() {
    let ledger = ledger(&[down(10), up(20), down(30), up(40)]);
    let began_before: Vec<bool> = ledger.outages().iter().map(|outage| outage.began_before).collect();
    assert_eq!(began_before, [true, false]);
    let summary = ledger.summary(span(0, 1000));
    assert_eq!((summary.outages, summary.mttr_ms), (2, Some(10 * MINUTE)));
}

#[test]
fn a_gap_of_the_record_is_not_bridged() {
    let knowledge = Knowledge {
        known: spans(&[(0, 100), (200, 300)]),
        ..Knowledge::default()
    };
    let ledger = Ledger::new(&[up(0), down(50), down(250), up(260)], &knowledge, at(300));
    assert_eq!(
        told(&ledger, span(0, 300)),
        "up 0-50, down 50-100, unknown 100-250, down 250-260, up 260-300"
    );
    let first = ledger.outages()[0];
    assert_eq!((first.end, first.until, first.is_open), (None, at(100), false));
    assert!(ledger.outages()[1].began_before);
    // The record ends before now.
    let old = Ledger::new(&[up(0)], &Knowledge::since(at(0), at(100)), at(300));
    assert_eq!(old.state(), State::Unknown);
}

#[test]
fn a_silence_is_unknown_and_what_was_so_goes_on_after_it() {
    let knowledge = Knowledge {
        silent: spans(&[(100, 150), (420, 480)]),
        ..Knowledge::since(at(0), at(1000))
    };
    let ledger = Ledger::new(&[up(0), down(400), up(500)], &knowledge, at(1000));
    assert_eq!(
        told(&ledger, span(0, 1000)),
        "up 0-100, unknown 100-150, up 150-400, down 400-420, unknown 420-480, down 480-500, up 500-1000"
    );
    let [first, second] = ledger.outages() else {
        panic!("two outages")
    };
    assert_eq!(
        (first.end, first.is_open, second.began_before, second.end),
        (None, false, true, Some(at(500)))
    );
}

#[test]
fn of_two_at_once_the_one_that_failed_counts() {
    for checks in [[up(0), up(10), down(10)], [down(10), up(10), up(0)]] {
        assert_eq!(told(&ledger(&checks), span(0, 1000)), "up 0-10, down 10-1000");
    }
    let twice = ledger(&[up(0), failed(10, Some(Reason::Ssl)), failed(10, Some(Reason::Timeout))]);
    assert_eq!(twice.outages()[0].reason, Some(Reason::Timeout));
}

#[test]
fn a_clock_that_is_ahead_does_not_reach_into_the_future() {
    let skewed = ledger(&[up(0), down(1003)]);
    assert_eq!(told(&skewed, span(0, 1000)), "up 0-1000");
    assert_eq!((skewed.state(), skewed.since()), (State::Down, Some(at(1000))));
    let outage = skewed.outages()[0];
    assert_eq!((outage.length_ms(), outage.is_open), (0, true));
    let over = ledger(&[up(0), down(1003), up(1004)]);
    assert_eq!((over.state(), over.outages().len()), (State::Up, 0));
}

#[test]
fn figures_count_the_parts_in_the_window() {
    let ledger = ledger(&[up(0), down(100), up(120), down(200), up(240), down(990)]);
    let whole = ledger.summary(span(0, 1000));
    assert_eq!(
        (whole.up_ms, whole.down_ms, whole.unknown_ms),
        (930 * MINUTE, 70 * MINUTE, 0)
    );
    assert_eq!((whole.outages, whole.longest_ms), (3, Some(40 * MINUTE)));
    assert_eq!((whole.mttr_ms, whole.mtbf_ms), (Some(30 * MINUTE), Some(310 * MINUTE)));
    assert_eq!((whole.share(), whole.percent().as_str()), (Some(0.93), "93.00%"));
    // An outage that reaches into the window counts with its part; its repair is as long as the whole of it.
    let part = ledger.summary(span(110, 210));
    assert_eq!(
        (part.down_ms, part.outages, part.longest_ms),
        (20 * MINUTE, 2, Some(10 * MINUTE))
    );
    assert_eq!((part.mttr_ms, part.mtbf_ms), (Some(20 * MINUTE), Some(80 * MINUTE)));
    // Outages only touch what they have a part in.
    assert_eq!(ledger.summary(span(120, 200)).outages, 0);
    assert_eq!(ledger.summary(span(120, 200)).percent(), "100%");
    assert_eq!(ledger.outages_in(span(119, 201)).len(), 2);
}

#[test]
fn the_ends_of_time_do_no_harm() {
    let ends = [i64::MIN, -1, 0, 1, i64::MAX].map(Timestamp);
    for start in ends {
        for end in ends {
            let checks = ends.map(|at| Check { at, ..down(0) });
            let ledger = Ledger::new(&checks, &Knowledge::since(start, end), Timestamp(0));
            let summary = ledger.summary(Span::new(start, end));
            assert!(summary.down_ms >= 0 && summary.unknown_ms >= 0);
            let _ = ledger.segments(Span::new(start, end));
        }
    }
}
