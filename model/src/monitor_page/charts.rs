//! The charts of a monitor's checks: how long the answers took, and how the checks ended.

use super::figures::Figures;
use super::shading::shading;
use crate::chart::{self, BarSeries, Chart, Ink, Point, Series, Threshold, Unit};
use crate::timestamp::Timestamp;
use crate::uptime::{Bucket, Check, Ledger, Outcome, Responses, Source, Span, bucket_width, outcome, series};

/// Up to so many checks each is drawn; of more than that, the figures of stretches of time.
const MOST_CHECKS: usize = 400;
/// So many stretches at most: lines, and bars.
const MOST_POINTS: usize = 288;
const MOST_BARS: usize = 72;
/// The line breaks where nothing came for so many intervals.
const GAP: f64 = 2.5;
/// The axis goes at least so high, so that noise looks like noise: milliseconds.
const LEAST_TOP_MS: f64 = 20.0;

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The time on the axis.
    pub span: Span,
    /// Seconds between two checks.
    pub interval_s: i64,
    /// A midnight of the reader: stretches of days begin there.
    pub midnight: Timestamp,
    /// Where reasons come from.
    pub source: Source,
}

impl View {
    fn interval_ms(self) -> i64 {
        self.interval_s.max(1).saturating_mul(1000)
    }
}

/// Response times: each check as long as there are few, then percentiles of stretches of time. Times at which the monitor
/// was down are shaded, and so are those of which nothing is known. `checks` are those of the span, the oldest first.
pub fn response_chart(checks: &[Check], ledger: &Ledger, figures: &Figures, view: View) -> Chart {
    let (from, to) = (view.span.start.0, view.span.end.0);
    let lines = if checks.len() <= MOST_CHECKS {
        each_check(checks, figures, view)
    } else {
        percentiles(checks, view)
    };
    let chart = Chart::lines("Response time", Unit::Milliseconds, from, to, lines)
        .with_spans(shading(ledger, view.span, view.source))
        .with_least_top(LEAST_TOP_MS);
    let slow = figures.slow_limit.filter(|_| figures.slow > 0);
    chart.with_thresholds(
        slow.map(|value| Threshold {
            value,
            label: "Slow".to_owned(),
        })
        .into_iter()
        .collect(),
    )
}

fn each_check(checks: &[Check], figures: &Figures, view: View) -> Vec<Series> {
    let points = |fits: &dyn Fn(&Check) -> bool| -> Vec<Point> {
        let point = |check: &Check| Point {
            at_ms: check.at.0,
            value: check.response_ms.filter(|_| fits(check)),
        };
        checks.iter().map(point).collect()
    };
    let is = |check: &Check, wanted| outcome(check, figures.slow_limit) == wanted;
    let all = [
        ("Answered", Ink::One, points(&|check| check.is_up)),
        ("Slow answers", Ink::Warning, points(&|check| is(check, Outcome::Slow))),
        ("Failed checks", Ink::Bad, points(&|check| !check.is_up)),
    ];
    all.into_iter()
        .enumerate()
        // The first stays, so that there is something that can be empty.
        .filter(|(at, (.., points))| *at == 0 || points.iter().any(|point| point.value.is_some()))
        .map(|(_, (name, ink, points))| Series::line(name, ink, points).with_gap(view.interval_ms(), GAP))
        .collect()
}

fn percentiles(checks: &[Check], view: View) -> Vec<Series> {
    let width = bucket_width(view.span, MOST_POINTS, Some(view.interval_ms()));
    let buckets = series(checks, view.span, width, view.midnight);
    let points = |of: fn(&Responses) -> f64| -> Vec<Point> {
        let point = |bucket: &Bucket| Point {
            at_ms: bucket.span.start.0 + width / 2,
            value: bucket.responses.as_ref().map(of),
        };
        buckets.iter().map(point).collect()
    };
    let p95 = points(|responses| responses.p95);
    vec![
        Series::range(
            "Fastest to p95",
            Ink::One,
            points(|responses| responses.min),
            p95.clone(),
        ),
        Series::line("p50", Ink::One, points(|responses| responses.p50)),
        Series::line("p95", Ink::Two, p95),
        Series::line("p99", Ink::Three, points(|responses| responses.p99)),
        Series::line("Average", Ink::Four, points(|responses| responses.average)),
    ]
}

/// How the checks ended, as bars upon one another; of a heartbeat, whether it came.
pub fn outcome_chart(checks: &[Check], figures: &Figures, view: View) -> Chart {
    let is_heartbeat = view.source == Source::Heartbeat;
    let width = bucket_width(view.span, MOST_BARS, Some(view.interval_ms()));
    let stretches = series(checks, view.span, width, view.midnight);
    let first = stretches
        .first()
        .map_or(view.span.start.0, |bucket| bucket.span.start.0);
    let mut counts = vec![[0_u32; 4]; stretches.len()];
    for check in checks {
        let place = usize::try_from((check.at.0 - first).div_euclid(width.max(1))).ok();
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            let kind = match outcome(check, figures.slow_limit) {
                Outcome::Up => 0,
                Outcome::Slow => 1,
                Outcome::TimedOut => 2,
                Outcome::Failed => 3,
            };
            if let Some(count) = count.get_mut(kind) {
                *count += 1;
            }
        }
    }
    let kinds: &[(&str, Ink)] = if is_heartbeat {
        &[("Received", Ink::Good), ("Not received", Ink::Bad)]
    } else {
        &[
            ("Up", Ink::Good),
            ("Slow", Ink::Warning),
            ("Timed out", Ink::Six),
            ("Failed", Ink::Bad),
        ]
    };
    let stacks = kinds.iter().enumerate().map(|(at, &(name, ink))| {
        let values = stretches.iter().zip(&counts).map(|(stretch, count)| {
            let own = match (is_heartbeat, at) {
                (true, 0) => count.iter().take(2).sum(),
                (true, _) => count.iter().skip(2).sum(),
                (false, at) => count.get(at).copied().unwrap_or_default(),
            };
            (stretch.checks > 0).then(|| f64::from(own))
        });
        BarSeries {
            name: name.to_owned(),
            ink,
            values: values.collect(),
        }
    });
    // What never happened needs no place in the legend.
    let stacks = stacks.enumerate().filter(|(at, stack)| {
        let happened = stack.values.iter().flatten().any(|value| *value > 0.0);
        *at == 0 || happened
    });
    let stacks = stacks.map(|(_, stack)| stack).collect();
    let buckets = stretches
        .iter()
        .map(|stretch| chart::Bucket {
            from_ms: stretch.span.start.0,
            to_ms: stretch.span.end.0,
        })
        .collect();
    let (title, unit) = if is_heartbeat {
        (
            "Heartbeats",
            Unit::Count {
                one: "heartbeat",
                many: "heartbeats",
            },
        )
    } else {
        (
            "Checks",
            Unit::Count {
                one: "check",
                many: "checks",
            },
        )
    };
    Chart::bars(title, unit, buckets, stacks)
}
