//! Checks by stretches of the same length, for charts.

use super::check::Check;
use super::span::Span;
use super::stats::{Responses, Tally};
use crate::timestamp::Timestamp;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 1440 * MINUTE_MS;
/// Lengths that an hour or a day has a whole number of: minutes.
const WIDTHS: [i64; 13] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];
/// More buckets than this are never made.
const MOST_BUCKETS: i64 = 20_000;

/// The checks of one stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Bucket {
    /// The stretch: the first and the last may reach beyond what was asked for.
    pub span: Span,
    /// How many checks there are; none is a gap.
    pub checks: usize,
    /// How many failed.
    pub failures: usize,
    /// How many of those had no answer in time.
    pub timeouts: usize,
    /// How fast the others were answered.
    pub responses: Option<Responses>,
}

/// How long a bucket ought to be, in milliseconds, so that a span has no more than `most` of them (but for the one more
/// that begins before it), and so that a monitor that is checked every `interval_ms` leaves none of them empty: at least
/// two checks long. Minutes, hours or days.
pub fn bucket_width(span: Span, most: usize, interval_ms: Option<i64>) -> i64 {
    let most = i64::try_from(most).unwrap_or(i64::MAX).max(1);
    let least = ceil(span.len_ms(), most).max(interval_ms.unwrap_or(0).saturating_mul(2));
    let fitting = WIDTHS
        .iter()
        .map(|minutes| minutes * MINUTE_MS)
        .find(|width| *width >= least);
    fitting.unwrap_or_else(|| ceil(least, DAY_MS).saturating_mul(DAY_MS))
}

/// All buckets of a span, the oldest first, of checks in any order. One of them begins at `anchor`, which may lie
/// anywhere: the reader's midnight makes days begin there. Buckets that would be more than 20 000 are wider.
pub fn series(checks: &[Check], span: Span, width_ms: i64, anchor: Timestamp) -> Vec<Bucket> {
    if span.is_empty() {
        return Vec::new();
    }
    let width = width_ms.max(ceil(span.len_ms(), MOST_BUCKETS)).max(1);
    let number = |at: Timestamp| at.0.saturating_sub(anchor.0).div_euclid(width);
    let first = number(span.start);
    let last = number(Timestamp(span.end.0 - 1));
    let mut tallies: Vec<Tally> = (first..=last).map(|_| Tally::default()).collect();
    for check in checks.iter().filter(|check| span.contains(check.at)) {
        let place = usize::try_from(number(check.at) - first).ok();
        if let Some(tally) = place.and_then(|at| tallies.get_mut(at)) {
            tally.add(check);
        }
    }
    let start = |number: i64| Timestamp(number.saturating_mul(width).saturating_add(anchor.0));
    (first..=last)
        .zip(tallies)
        .map(|(number, tally)| {
            let stats = tally.stats();
            Bucket {
                span: Span::new(start(number), start(number + 1)),
                checks: stats.checks,
                failures: stats.failures,
                timeouts: stats.timeouts,
                responses: stats.responses,
            }
        })
        .collect()
}

/// A division whose result is rounded up; nothing here is below zero.
fn ceil(number: i64, by: i64) -> i64 {
    number / by + i64::from(number % by > 0)
}
