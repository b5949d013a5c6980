//! How often the monitors of an organization are asked for while no page shows them. Every answer brings the last checks of
//! a hundred monitors along, so the more there are, the less often.

/// The shortest rest between two rounds, in milliseconds.
const SHORTEST_MS: i64 = 60_000;
/// How much a page of a hundred monitors adds, in milliseconds.
const PER_PAGE_MS: i64 = 20_000;
/// The longest rest, in milliseconds.
const LONGEST_MS: i64 = 10 * 60_000;
/// A server that takes long gets so many times that long to rest.
const REST_OF_ROUND: i64 = 20;

/// How long to rest after a round that asked for so many pages and took so long; longer when that many rounds in a row
/// have failed. Milliseconds, one minute to ten.
pub fn rest_ms(pages: usize, took_ms: i64, failures: u32) -> i64 {
    let pages = i64::try_from(pages).unwrap_or(i64::MAX);
    let by_size = pages.saturating_mul(PER_PAGE_MS);
    let by_time = took_ms.max(0).saturating_mul(REST_OF_ROUND);
    let rest = by_size.max(by_time).max(SHORTEST_MS);
    rest.saturating_mul(1 << failures.min(4)).min(LONGEST_MS)
}
