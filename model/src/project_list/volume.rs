//! How many events came in from a project.

use crate::timestamp::Timestamp;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Events that came in from a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Volume {
    /// In the last 24 hours.
    pub day: u64,
    /// In the last 7 days.
    pub week: u64,
}

impl Volume {
    /// Adds up counts by the hour.
    pub fn of(counts: &[(Timestamp, u64)], now: Timestamp) -> Self {
        let since = now.0 - DAY_MS;
        counts.iter().fold(Self::default(), |sum, (at, count)| Self {
            day: sum.day.saturating_add(if at.0 > since { *count } else { 0 }),
            week: sum.week.saturating_add(*count),
        })
    }
}

/// The 7 days until now, in whole hours: where they begin and end. The hour that has just begun counts as one.
pub fn week_until(now: Timestamp) -> (Timestamp, Timestamp) {
    let hour = now.0.div_euclid(HOUR_MS) * HOUR_MS;
    (Timestamp(hour + HOUR_MS - 7 * DAY_MS), Timestamp(hour + HOUR_MS))
}
