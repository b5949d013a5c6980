//! Where checks should have been made, and were not.

use super::check::Check;
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;

/// How many intervals may pass without a check, and how many milliseconds more.
const INTERVALS: i64 = 3;
const SLACK_MS: i64 = 60_000;

/// Where a monitor that is asked every `interval_ms` was not: the server's worker stood still. `checks` are all that there
/// are in the spans that are loaded, the oldest first. A check speaks for one interval. Not for heartbeats, which come
/// when they like.
pub fn silences(checks: &[Check], loaded: &Spans, interval_ms: i64) -> Spans {
    let interval = interval_ms.max(1);
    let longest = interval.saturating_mul(INTERVALS).saturating_add(SLACK_MS);
    let mut silent = Vec::new();
    for span in loaded.as_slice() {
        let from = checks.partition_point(|check| check.at < span.start);
        let to = checks.partition_point(|check| check.at < span.end).max(from);
        let times = checks.get(from..to).unwrap_or_default().iter().map(|check| check.at);
        let ends = times.clone().skip(1).chain([span.end]);
        let gaps = times.zip(ends).map(|(start, end)| Span::new(start, end));
        silent.extend(gaps.filter(|gap| gap.len_ms() > longest).map(|gap| Span {
            start: Timestamp(gap.start.0.saturating_add(interval)),
            ..gap
        }));
    }
    Spans::from_iter(silent)
}
