//! What came in over the last days, by category: hours as the server counts them, added up to the reader's days.

use crate::chart::{BarSeries, Chart, Clock, Ink, Step, Unit, buckets};
use crate::local_time::LocalTime;
use crate::timestamp::Timestamp;
use crate::wire::event_counts::EventCounts;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// So many hours are asked for at once. The server takes 1 000, and adds up to two of its own.
const HOURS_AT_ONCE: i64 = 960;

/// How far back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HistoryRange {
    /// 7 days.
    Week,
    /// 30 days.
    #[default]
    Month,
    /// 90 days.
    Quarter,
}

impl HistoryRange {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// How the URL spells it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Week => "7d",
            Self::Month => "30d",
            Self::Quarter => "90d",
        }
    }

    /// Reads it; anything else is a month.
    pub fn parse(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|range| range.word() == word)
            .unwrap_or_default()
    }

    /// How many days, today included.
    pub fn days(self) -> i64 {
        match self {
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 90,
        }
    }
}

/// A time of whole days of the reader, and what was asked for and counted in it.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    from_ms: i64,
    to_ms: i64,
    now_ms: i64,
}

impl History {
    /// The range that ends with today.
    pub fn new(range: HistoryRange, now: Timestamp, clock: &Clock) -> Self {
        let today = (clock.local)(now).day().0.wall_ms();
        let midnight = |days: i64| {
            let local = LocalTime::from_wall_ms(today + days * DAY_MS);
            (clock.instant)(local).map_or(now.0, |at| at.0)
        };
        Self {
            from_ms: midnight(1 - range.days()),
            to_ms: midnight(1),
            now_ms: now.0,
        }
    }

    /// From when to when the server is asked, piece by piece.
    pub fn pieces(&self) -> Vec<(Timestamp, Timestamp)> {
        let mut pieces = Vec::new();
        let mut from = self.from_ms.div_euclid(HOUR_MS) * HOUR_MS;
        let end = self.to_ms.min(self.now_ms);
        while from < end {
            let to = (from + HOURS_AT_ONCE * HOUR_MS).min(end);
            pieces.push((Timestamp(from), Timestamp(to)));
            from = to;
        }
        pieces
    }

    /// The hours of a piece: the server sends one or two more, which belong to the next.
    pub fn hours_of(piece: (Timestamp, Timestamp), counts: &EventCounts) -> Vec<(Timestamp, u64)> {
        let mut hours = counts.counts();
        hours.retain(|(at, _)| (piece.0..piece.1).contains(at));
        hours
    }

    /// A bar for each day: errors, and transactions upon them.
    pub fn chart(&self, errors: &[(Timestamp, u64)], transactions: &[(Timestamp, u64)], clock: &Clock) -> Chart {
        let days = buckets::divide(self.from_ms, self.to_ms, Step::Days(1), clock);
        let series = |name: &str, ink: Ink, hours: &[(Timestamp, u64)]| {
            let mut sums = vec![0_u64; days.len()];
            for (at, count) in hours {
                // Where the clock is half an hour off, the first hour begins before the first day does.
                let place = buckets::place(&days, at.0.max(self.from_ms));
                if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
                    *sum = sum.saturating_add(*count);
                }
            }
            BarSeries {
                name: name.to_owned(),
                ink,
                values: sums.into_iter().map(|sum| Some(sum as f64)).collect(),
            }
        };
        let unit = Unit::Count {
            one: "event",
            many: "events",
        };
        let stacks = vec![
            series("Errors", Ink::One, errors),
            series("Transactions", Ink::Two, transactions),
        ];
        Chart::bars("Events by day", unit, days.clone(), stacks)
    }
}

#[cfg(test)]
mod tests {
    use super::{History, HistoryRange};
    use crate::chart::{Clock, Marks};
    use crate::local_time::LocalTime;
    use crate::timestamp::Timestamp;
    use crate::wire::event_counts::EventCounts;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a time")
    }

    const NOW: &str = "2026-11-23T08:40:00Z";

    #[test]
    fn ranges_are_read_as_they_are_written() {
        for range in HistoryRange::ALL {
            assert_eq!(HistoryRange::parse(range.word()), range);
        }
        assert_eq!(HistoryRange::parse("a year"), HistoryRange::Month);
    }

    #[test]
    fn pieces_follow_upon_one_another_and_are_small_enough() {
        for range in HistoryRange::ALL {
            let pieces = History::new(range, at(NOW), &Clock::UTC).pieces();
            assert_eq!(pieces.last().map(|piece| piece.1), Some(at(NOW)));
            assert!(pieces.windows(2).all(|two| two[0].1 == two[1].0));
            assert!(pieces.iter().all(|(from, to)| (to.0 - from.0) / 3_600_000 <= 960));
        }
        let pieces = History::new(HistoryRange::Quarter, at(NOW), &Clock::UTC).pieces();
        assert_eq!((pieces.len(), pieces[0].0), (3, at("2026-08-26")));
    }

    #[test]
    fn no_hour_counts_twice() {
        let counts: EventCounts = serde_json::from_str(
            r#"{"intervals": ["2026-11-22T23:00:00+00:00", "2026-11-23T00:00:00+00:00", "2026-11-23T01:00:00+00:00"],
                "groups": [{"series": {"sum(quantity)": [1, 2, 4]}}]}"#,
        )
        .expect("counts");
        let hours = History::hours_of((at("2026-11-22T23:00:00Z"), at("2026-11-23T00:00:00Z")), &counts);
        assert_eq!(hours, [(at("2026-11-22T23:00:00Z"), 1)]);
    }

    #[test]
    fn hours_are_added_up_to_the_days_of_the_reader() {
        // India: midnight is at 18:30 UTC.
        let clock = Clock {
            local: |at| LocalTime::at(at, 330),
            instant: |local| Some(Timestamp(local.wall_ms() - 330 * 60_000)),
            label: Clock::UTC.label,
        };
        let history = History::new(HistoryRange::Week, at(NOW), &clock);
        assert_eq!(history.pieces()[0].0, at("2026-11-16T18:00:00Z"));
        let errors = [
            (at("2026-11-16T18:00:00Z"), 1),
            (at("2026-11-16T19:00:00Z"), 2),
            (at("2026-11-22T18:00:00Z"), 4),
            (at("2026-11-22T19:00:00Z"), 8),
        ];
        let chart = history.chart(&errors, &[], &clock);
        let Marks::Bars { buckets, stacks } = chart.marks else {
            panic!("bars are drawn");
        };
        assert_eq!(buckets.len(), 7);
        let values: Vec<f64> = stacks[0].values.iter().flatten().copied().collect();
        assert_eq!(values, [3.0, 0.0, 0.0, 0.0, 0.0, 4.0, 8.0]);
        assert!(stacks[1].values.iter().all(|value| *value == Some(0.0)));
    }
}
