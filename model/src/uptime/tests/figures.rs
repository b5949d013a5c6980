//! Response times, buckets, strips and silences.

use super::given::{DAY, HOUR, MINUTE, answered, at, down, failed, span, spans, up};
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Outcome, Reason, Span, bucket_width, outcome, series, silences, slow_limit, stats};

#[test]
fn percentiles_are_the_nearest_rank() {
    let checks: Vec<Check> = (1..=100).rev().map(|time| answered(time, time as f64)).collect();
    let all = stats(&checks, span(0, 1000)).responses.expect("answers");
    assert_eq!(
        (all.p50, all.p95, all.p99, all.min, all.max),
        (50.0, 95.0, 99.0, 1.0, 100.0)
    );
    assert_eq!((all.average, all.count), (50.5, 100));
    let few = stats(&checks, span(1, 4)).responses.expect("answers");
    assert_eq!((few.p50, few.p95, few.p99), (2.0, 3.0, 3.0));
    let one = stats(&checks, span(7, 8)).responses.expect("an answer");
    assert_eq!((one.p50, one.p99, one.average), (7.0, 7.0, 7.0));
    assert_eq!(stats(&checks, span(500, 600)).responses, None);
}

#[test]
fn failures_are_told_by_reason_and_do_not_count_as_fast() {
    let error_page = Check {
        response_ms: Some(1.0),
        ..failed(4, Some(Reason::WrongStatus))
    };
    let odd = answered(9, f64::NAN);
    let checks = [
        answered(1, 40.0),
        down(2),
        error_page,
        down(3),
        failed(5, None),
        odd,
        down(2000),
    ];
    let stats = stats(&checks, span(0, 1000));
    assert_eq!((stats.checks, stats.failures, stats.timeouts), (6, 4, 2));
    assert_eq!(
        stats.reasons,
        [(Some(Reason::Timeout), 2), (None, 1), (Some(Reason::WrongStatus), 1)]
    );
    assert_eq!(stats.responses.map(|times| (times.count, times.min)), Some((1, 40.0)));
}

#[test]
fn buckets_are_as_long_as_the_window_and_the_interval_ask_for() {
    let now = at(0);
    let width = |length, most, interval| bucket_width(Span::last(length, now), most, interval);
    for (length, most, interval, want) in [
        (HOUR, 120, None, MINUTE),
        (HOUR, 60, Some(MINUTE), 2 * MINUTE),
        (DAY, 96, None, 15 * MINUTE),
        (7 * DAY, 168, None, HOUR),
        (90 * DAY, 180, None, 12 * HOUR),
        (90 * DAY, 90, None, DAY),
        (1000 * DAY, 90, None, 12 * DAY),
        (HOUR, 60, Some(32_767_000), DAY),
        (0, 0, None, MINUTE),
    ] {
        assert_eq!(width(length, most, interval), want, "{length} {most} {interval:?}");
    }
}

#[test]
fn empty_buckets_are_gaps() {
    let checks = [
        answered(12, 7.0),
        answered(3, 30.0),
        answered(1, 10.0),
        answered(2, 20.0),
        down(14),
        down(40),
    ];
    let buckets = series(&checks, span(1, 18), 5 * MINUTE, at(0));
    let told: Vec<_> = buckets
        .iter()
        .map(|bucket| {
            (
                bucket.span,
                bucket.checks,
                bucket.failures,
                bucket.responses.map(|times| times.p50),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (span(0, 5), 3, 0, Some(20.0)),
            (span(5, 10), 0, 0, None),
            (span(10, 15), 2, 1, Some(7.0)),
            (span(15, 20), 0, 0, None),
        ]
    );
    assert_eq!(buckets[2].timeouts, 1);
    // Wherever the anchor lies, and only what was asked for.
    assert_eq!(series(&checks, span(2, 4), 5 * MINUTE, at(1001))[0].span, span(1, 6));
    assert_eq!(series(&checks, span(2, 4), 5 * MINUTE, at(1001))[0].checks, 2);
    assert_eq!(series(&checks, span(4, 4), MINUTE, at(0)), []);
    assert!(series(&checks, span(0, 1_000_000), 0, at(0)).len() <= 20_001);
    let ends = Span::new(Timestamp(i64::MIN), Timestamp(i64::MAX));
    assert!(series(&checks, ends, 1, Timestamp(i64::MIN)).len() <= 20_001);
    assert!(series(&checks, ends, 1, Timestamp(i64::MAX)).len() <= 20_001);
}

#[test]
fn slow_is_what_is_slow_for_this_monitor() {
    let fast = [20.0, 21.0, 22.0, 23.0, 24.0].map(|time| answered(0, time));
    let limit = slow_limit(&fast);
    assert_eq!(limit, Some(122.0));
    assert_eq!(slow_limit(&[500.0; 5].map(|time| answered(0, time))), Some(1000.0));
    assert_eq!(slow_limit(&fast[..4]), None);
    assert_eq!(slow_limit(&[down(1), down(2)]), None);
    for (check, want) in [
        (answered(0, 122.0), Outcome::Up),
        (answered(0, 122.5), Outcome::Slow),
        (down(0), Outcome::TimedOut),
        (failed(0, None), Outcome::Failed),
        (
            Check {
                response_ms: None,
                ..up(0)
            },
            Outcome::Up,
        ),
    ] {
        assert_eq!(outcome(&check, limit), want);
    }
    assert_eq!(outcome(&answered(0, 9999.0), None), Outcome::Up);
}

#[test]
fn silences_are_where_checks_are_missing() {
    let checks: Vec<Check> = [0, 1, 2, 7, 8, 30, 31].map(up).to_vec();
    assert_eq!(silences(&checks, &spans(&[(0, 32)]), MINUTE), spans(&[(3, 7), (9, 30)]));
    // Not where nobody has looked, but up to where somebody has.
    assert_eq!(
        silences(&checks, &spans(&[(0, 9), (30, 60)]), MINUTE),
        spans(&[(3, 7), (32, 60)])
    );
    assert_eq!(silences(&checks, &spans(&[(0, 32)]), 10 * MINUTE), spans(&[]));
    assert_eq!(silences(&[], &spans(&[(0, 32)]), 0), spans(&[]));
}
