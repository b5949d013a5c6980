//! Sparse series made into the bars of a trend (`GET /api/0/organizations/{organization}/issues-stats/`).

use crate::text::{counted, thousands};

/// The period of a trend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// 24 hours, by the hour.
    #[default]
    Day,
    /// 14 days, by the day (UTC).
    Fortnight,
}

impl Period {
    /// The word of the wire (`statsPeriod=24h`) and of the URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "24h",
            Self::Fortnight => "14d",
        }
    }

    /// Reads the word of the wire.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "24h" => Some(Self::Day),
            "14d" => Some(Self::Fortnight),
            _ => None,
        }
    }

    /// How many bars there are.
    pub fn bucket_count(self) -> usize {
        match self {
            Self::Day => 24,
            Self::Fortnight => 14,
        }
    }

    /// How long one bar is, in seconds.
    pub fn bucket_seconds(self) -> i64 {
        match self {
            Self::Day => 3600,
            Self::Fortnight => 86_400,
        }
    }
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// When it begins: milliseconds since the Unix epoch, on a full hour or midnight UTC.
    pub start_ms: i64,
    /// How many events happened in it.
    pub count: u64,
}

/// The bars of one issue, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The period.
    pub period: Period,
    /// As many bars as the period has; the last is the hour or day that is under way.
    pub buckets: Vec<Bucket>,
    /// How many events there are in all bars.
    pub total: u64,
    /// The highest bar.
    pub peak: u64,
}

/// Fills the gaps of a series of `[unix seconds, events]` in any order; points of one bar are added up, points
/// outside the period are left out. When the newest point lies one bar ahead of `now_ms` (the reader's clock is
/// behind), the bars end there.
pub fn fill(series: &[(i64, u64)], period: Period, now_ms: i64) -> Trend {
    let width = period.bucket_seconds();
    let count = i64::try_from(period.bucket_count()).unwrap_or(i64::MAX);
    let this = now_ms.div_euclid(1000).div_euclid(width);
    let ahead = series.iter().any(|&(seconds, _)| seconds.div_euclid(width) == this + 1);
    let first = this + i64::from(ahead) + 1 - count;
    let mut buckets: Vec<Bucket> = (first..first + count)
        .map(|number| Bucket {
            start_ms: (number * width).saturating_mul(1000),
            count: 0,
        })
        .collect();
    for &(seconds, events) in series {
        let place = seconds
            .div_euclid(width)
            .checked_sub(first)
            .and_then(|at| usize::try_from(at).ok());
        if let Some(bucket) = place.and_then(|at| buckets.get_mut(at)) {
            bucket.count = bucket.count.saturating_add(events);
        }
    }
    let total = buckets
        .iter()
        .fold(0_u64, |sum, bucket| sum.saturating_add(bucket.count));
    let peak = buckets.iter().map(|bucket| bucket.count).max().unwrap_or(0);
    Trend {
        period,
        buckets,
        total,
        peak,
    }
}

impl Trend {
    /// What the bars show, for those who do not see them.
    pub fn summary(&self) -> String {
        self.summary_of("event", "events")
    }

    /// The same of a kind of events, by its name for one and for many.
    pub fn summary_of(&self, one: &str, many: &str) -> String {
        let (span, bar) = match self.period {
            Period::Day => ("24 hours", "hour"),
            Period::Fortnight => ("14 days", "day"),
        };
        if self.total == 0 {
            return format!("No {many} in the last {span}");
        }
        let events = counted(self.total, one, many);
        format!(
            "{events} in the last {span}, at most {} in one {bar}",
            thousands(self.peak)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, fill};

    /// 2026-11-23T08:15:11.990Z
    const NOW: i64 = 1_795_421_711_990;
    /// The full hour before.
    const HOUR: i64 = 1_795_420_800;
    const MIDNIGHT: i64 = 1_795_392_000;

    #[test]
    fn gaps_are_filled_and_the_last_bar_is_under_way() {
        let trend = fill(&[(HOUR, 4), (HOUR - 2 * 3600, 1)], Period::Day, NOW);
        assert_eq!(trend.buckets.len(), 24);
        let counts: Vec<u64> = trend.buckets.iter().map(|bucket| bucket.count).collect();
        assert_eq!(counts[21..], [1, 0, 4]);
        assert_eq!(trend.buckets[23].start_ms, HOUR * 1000);
        assert_eq!(trend.buckets[0].start_ms, (HOUR - 23 * 3600) * 1000);
        assert_eq!((trend.total, trend.peak), (5, 4));
    }

    #[test]
    fn days_begin_at_midnight_utc() {
        let trend = fill(
            &[(MIDNIGHT, 2), (MIDNIGHT - 86_400 * 13 + 5, 3)],
            Period::Fortnight,
            NOW,
        );
        assert_eq!(trend.buckets.len(), 14);
        assert_eq!(trend.buckets[13].start_ms, MIDNIGHT * 1000);
        assert_eq!((trend.buckets[0].count, trend.buckets[13].count), (3, 2));
    }

    #[test]
    fn disorder_repetition_and_strangers_do_no_harm() {
        let series = [
            (HOUR, 1),
            (HOUR - 3600, 7),
            (HOUR, 2),
            (HOUR + 10, 4),
            (HOUR - 24 * 3600, 100),
            (HOUR + 2 * 3600, 100),
            (i64::MIN, 9),
            (i64::MAX, 9),
        ];
        let trend = fill(&series, Period::Day, NOW);
        assert_eq!(
            (trend.buckets[23].count, trend.buckets[22].count, trend.total),
            (7, 7, 14)
        );
        let huge = fill(&[(HOUR, u64::MAX), (HOUR, 1), (HOUR - 3600, 1)], Period::Day, NOW);
        assert_eq!((huge.total, huge.peak), (u64::MAX, u64::MAX));
        for now in [i64::MIN, -1, 0, i64::MAX] {
            assert_eq!(fill(&series, Period::Fortnight, now).buckets.len(), 14);
        }
    }

    #[test]
    fn a_clock_that_is_behind_loses_no_events() {
        let trend = fill(&[(HOUR + 3600, 5)], Period::Day, NOW);
        assert_eq!(
            (trend.buckets[23].start_ms, trend.buckets[23].count),
            ((HOUR + 3600) * 1000, 5)
        );
    }

    #[test]
    fn the_summary_tells_what_the_bars_show() {
        assert_eq!(
            fill(&[], Period::Fortnight, NOW).summary(),
            "No events in the last 14 days"
        );
        assert_eq!(
            fill(&[(HOUR, 1)], Period::Day, NOW).summary(),
            "1 event in the last 24 hours, at most 1 in one hour"
        );
        let busy = fill(&[(MIDNIGHT, 4000), (MIDNIGHT - 86_400, 2)], Period::Fortnight, NOW);
        assert_eq!(
            busy.summary().replace('\u{202f}', "_"),
            "4_002 events in the last 14 days, at most 4_000 in one day"
        );
    }

    #[test]
    fn periods_are_spelled_as_on_the_wire() {
        for period in [Period::Day, Period::Fortnight] {
            assert_eq!(Period::parse(period.as_str()), Some(period));
        }
        assert_eq!(Period::parse("30d"), None);
    }
}
