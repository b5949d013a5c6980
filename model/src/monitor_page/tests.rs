//! The figures, the shading and the charts of checks.

use super::{Figures, View, outcome_chart, response_chart};
use crate::chart::{Ink, Marks, SpanKind};
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Knowledge, Ledger, Reason, Source, Span};

const MINUTE: i64 = 60_000;

fn check(minute: i64, result: Result<f64, Reason>) -> Check {
    Check {
        at: Timestamp(minute * MINUTE),
        is_up: result.is_ok(),
        reason: result.err(),
        response_ms: match result {
            Ok(ms) => Some(ms),
            Err(Reason::WrongStatus) => Some(12.0),
            Err(_) => None,
        },
    }
}

/// An hour with one slow answer, a timeout and two wrong codes.
fn hour() -> Vec<Check> {
    let result = |minute| match minute {
        10 => Ok(900.0),
        20 => Err(Reason::Timeout),
        40 | 41 => Err(Reason::WrongStatus),
        _ => Ok(40.0),
    };
    (0..60).map(|minute| check(minute, result(minute))).collect()
}

fn view(minutes: i64, source: Source) -> View {
    View {
        span: Span::new(Timestamp(0), Timestamp(minutes * MINUTE)),
        interval_s: 60,
        midnight: Timestamp(0),
        source,
    }
}

fn ledger(checks: &[Check], minutes: i64) -> Ledger {
    let end = Timestamp(minutes * MINUTE);
    Ledger::new(checks, &Knowledge::since(Timestamp(0), end), end)
}

#[test]
fn timeouts_failures_and_slow_answers_are_told_apart() {
    let checks = hour();
    let figures = Figures::of(&checks, view(60, Source::Other).span);
    assert_eq!(
        figures.text(Source::Other),
        "60 checks: 1 timeout, 2 other failures, 1 slow answer (over 140 ms)"
    );
    let chart = response_chart(&checks, &ledger(&checks, 60), &figures, view(60, Source::Other));
    let legend: Vec<_> = chart
        .legend()
        .into_iter()
        .map(|entry| (entry.name, entry.ink))
        .collect();
    assert_eq!(
        legend,
        [
            ("Answered".to_owned(), Ink::One),
            ("Slow answers".to_owned(), Ink::Warning),
            ("Failed checks".to_owned(), Ink::Bad),
        ]
    );
    let shades: Vec<_> = chart.spans.iter().map(|span| span.label.as_str()).collect();
    assert_eq!(shades, ["Down 1 min: Timeout", "Down 2 min: Wrong status code"]);
    assert_eq!(chart.thresholds.len(), 1);
}

#[test]
fn nothing_wrong_is_said_shortly() {
    let checks: Vec<Check> = (0..60).map(|minute| check(minute, Ok(40.0))).collect();
    let figures = Figures::of(&checks, view(60, Source::Other).span);
    assert_eq!(figures.text(Source::Other), "60 checks, all well");
    assert_eq!(Figures::default().text(Source::Other), "No checks");
    assert_eq!(figures.percentiles().map(|(_, text)| text), ["40 ms"; 4]);
    assert_eq!(Figures::default().percentiles().map(|(_, text)| text), ["–"; 4]);
    let chart = outcome_chart(&checks, &figures, view(60, Source::Other));
    assert_eq!(chart.legend().len(), 1);
}

#[test]
fn many_checks_are_drawn_as_percentiles() {
    let checks: Vec<Check> = (0..1440).map(|minute| check(minute, Ok(40.0))).collect();
    let figures = Figures::of(&checks, view(1440, Source::Other).span);
    let chart = response_chart(&checks, &ledger(&checks, 1440), &figures, view(1440, Source::Other));
    let names: Vec<_> = chart.legend().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["Fastest to p95", "p50", "p95", "p99", "Average"]);
    assert!(!chart.is_empty());
}

#[test]
fn outages_too_close_to_be_told_apart_are_one_shade_and_before_the_record_is_unknown() {
    // Of 10 000 minutes, the last 5 000 are flapping.
    let switches: Vec<Check> = (0..1000)
        .map(|at| check(5000 + at * 5, if at % 2 == 0 { Err(Reason::Network) } else { Ok(1.0) }))
        .collect();
    let now = Timestamp(10_000 * MINUTE);
    let ledger = Ledger::new(&switches, &Knowledge::since(Timestamp(5000 * MINUTE), now), now);
    let shades = response_chart(&[], &ledger, &Figures::default(), view(10_000, Source::Other)).spans;
    let kinds: Vec<_> = shades.iter().map(|shade| shade.kind).collect();
    assert_eq!(kinds, [SpanKind::Unknown, SpanKind::Down]);
    assert!(
        shades
            .last()
            .is_some_and(|shade| shade.label.starts_with("500 outages, down ")),
        "{shades:?}"
    );
}

#[test]
fn heartbeats_come_or_do_not() {
    let checks: Vec<Check> = (0..60)
        .map(|minute| Check {
            at: Timestamp(minute * MINUTE),
            is_up: minute != 30,
            reason: None,
            response_ms: None,
        })
        .collect();
    let view = view(60, Source::Heartbeat);
    let figures = Figures::of(&checks, view.span);
    assert_eq!(figures.text(Source::Heartbeat), "60 checks: 1 not received");
    let chart = outcome_chart(&checks, &figures, view);
    let Marks::Bars { stacks, .. } = &chart.marks else {
        unreachable!("bars were asked for");
    };
    let sums: Vec<f64> = stacks.iter().map(|stack| stack.values.iter().flatten().sum()).collect();
    assert_eq!(sums, [59.0, 1.0]);
}
