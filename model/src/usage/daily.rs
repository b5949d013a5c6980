//! Usage day by day (`GET .../events_count/daily/`), and what it comes to when it goes on like this.

use super::counts::{Counts, Kind};
use crate::chart::{BarSeries, Bucket, Chart, Clock, Ink, Unit};
use crate::local_time::LocalTime;
use crate::timestamp::{Timestamp, civil_from_days, days_from_civil};
use crate::wire::billing::DailyUsage;
use std::collections::BTreeMap;

const DAY_MS: i64 = 86_400_000;

/// What goes on is told by so many whole days, and not by fewer than the second number.
const LOOKED_AT: i64 = 7;
const FEWEST: usize = 3;

/// More days than this are not drawn.
const MOST: i64 = 400;

/// Usage by day.
#[derive(Clone, Debug, PartialEq)]
pub struct Daily {
    /// A bar for each day, in events as plans count them, with what is to be expected.
    pub chart: Chart,
    /// What all of it, files included, comes to at the end of the period; none while there are too few days to tell.
    pub expected: Option<u64>,
    /// Where the period ends.
    pub ends: Timestamp,
}

/// Puts the days in order; none when there are none. They are the server's days, and so are today and the ends of the period,
/// wherever the reader is: `clock` only says where on the reader's axis a day is drawn. The period is the plan's, or else the
/// calendar month; `files` are the events that files count as in it, which no day names.
pub fn daily(
    usage: &DailyUsage,
    is_weighed: bool,
    files: u64,
    period: Option<(Timestamp, Timestamp)>,
    now: Timestamp,
    clock: &Clock,
) -> Option<Daily> {
    let rows: BTreeMap<i64, Counts> = usage
        .data
        .iter()
        .filter_map(|row| {
            let at = Timestamp::parse(&row.date)?;
            Some((at.0.div_euclid(DAY_MS), Counts::from(row)))
        })
        .collect();
    let (first, last) = (*rows.keys().next()?, *rows.keys().next_back()?);
    let day_of = |at: Timestamp| at.0.div_euclid(DAY_MS);
    let today = day_of(now);
    let (begins, ends) = period.map_or_else(|| month(today), |(from, to)| (day_of(from), day_of(to)));
    let sum = |counts: &Counts| -> u64 { kinds().map(|kind| counts.events(kind, is_weighed)).sum() };

    let whole: Vec<u64> = rows
        .range(today - LOOKED_AT..today)
        .map(|(_, counts)| sum(counts))
        .collect();
    let is_told = whole.len() >= FEWEST && today < ends;
    let a_day = is_told.then(|| whole.iter().sum::<u64>() as f64 / whole.len() as f64);
    let so_far: u64 = rows
        .range(begins.min(today)..=today)
        .map(|(_, counts)| sum(counts))
        .sum();
    let of_today = rows.get(&today).map_or(0, sum);
    let rest = |day: i64| -> Option<f64> {
        let a_day = a_day?;
        match day - today {
            ..0 => None,
            0 => Some((a_day - of_today as f64).max(0.0)),
            _ => (day < ends).then_some(a_day),
        }
    };
    // Files go on as they have in the days of the period so far.
    let of_files = files as f64 * (ends - today - 1) as f64 / (today - begins + 1).max(1) as f64;
    let expected = a_day.map(|_| {
        let rest = (today..ends).filter_map(rest).sum::<f64>() + of_files.max(0.0);
        so_far + files + rest.round() as u64
    });

    let end = if is_told { ends.max(last + 1) } else { last + 1 };
    let first = first.max(end - MOST);
    let at = |day: i64| {
        let midnight = LocalTime::from_wall_ms(day * DAY_MS);
        (clock.instant)(midnight).map_or(day * DAY_MS, |at| at.0)
    };
    let days: Vec<i64> = (first..end).collect();
    let buckets = days.iter().map(|day| Bucket {
        from_ms: at(*day),
        to_ms: at(day + 1),
    });
    let of_kind = |kind: Kind| BarSeries {
        name: kind.name().to_owned(),
        ink: kind.ink(),
        values: days
            .iter()
            .map(|day| rows.get(day).map(|counts| counts.events(kind, is_weighed) as f64))
            .collect(),
    };
    let is_drawn =
        |one: &BarSeries| one.ink == Kind::Issues.ink() || one.values.iter().flatten().any(|value| *value > 0.0);
    let mut stacks: Vec<BarSeries> = kinds().map(of_kind).filter(is_drawn).collect();
    if is_told {
        stacks.push(BarSeries {
            name: "Expected".to_owned(),
            ink: Ink::Quiet,
            values: days.iter().map(|day| rest(*day)).collect(),
        });
    }
    let unit = Unit::Count {
        one: "event",
        many: "events",
    };
    Some(Daily {
        chart: Chart::bars("Usage by day", unit, buckets.collect(), stacks),
        expected,
        ends: Timestamp(at(ends)),
    })
}

/// The kinds that are known by day.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Files)
}

/// The first day of a day's month, and of the next one.
fn month(day: i64) -> (i64, i64) {
    let (year, month, _) = civil_from_days(day);
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    (days_from_civil(year, month, 1), days_from_civil(next.0, next.1, 1))
}

#[cfg(test)]
mod tests {
    use super::{Daily, daily};
    use crate::chart::{Clock, Marks};
    use crate::local_time::LocalTime;
    use crate::timestamp::Timestamp;
    use crate::wire::billing::{DailyUsage, DailyUsageEntry};

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a time")
    }

    fn days(from: i64, to: i64) -> DailyUsage {
        let row = |day: i64| DailyUsageEntry {
            date: format!("2026-11-{day:02}"),
            event_count: 8,
            transaction_event_count: 0,
            uptime_check_event_count: 20,
            log_event_count: 0,
        };
        DailyUsage {
            data: (from..=to).map(row).collect(),
        }
    }

    fn found(
        usage: &DailyUsage,
        files: u64,
        period: Option<(Timestamp, Timestamp)>,
        now: &str,
        clock: &Clock,
    ) -> Daily {
        daily(usage, false, files, period, at(now), clock).expect("days")
    }

    fn series(daily: &Daily) -> Vec<(String, Vec<Option<f64>>)> {
        let Marks::Bars { stacks, .. } = &daily.chart.marks else {
            return Vec::new();
        };
        stacks
            .iter()
            .map(|one| (one.name.clone(), one.values.clone()))
            .collect()
    }

    #[test]
    fn the_month_is_gone_on_with() {
        let found = found(&days(1, 23), 0, None, "2026-11-23T12:00:00Z", &Clock::UTC);
        // 23 days of ten, and seven more.
        assert_eq!(found.expected, Some(300));
        assert_eq!(found.ends, at("2026-12-01"));
        let series = series(&found);
        let names: Vec<&str> = series.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Issue events", "Uptime checks", "Expected"]);
        assert_eq!(series[0].1.len(), 30);
        assert_eq!(series[2].1[22..24], [Some(0.0), Some(10.0)]);
        assert_eq!(series[0].1[29], None);
    }

    #[test]
    fn the_period_of_a_plan_goes_before_the_month() {
        let period = Some((at("2026-11-20"), at("2026-11-25")));
        let found = found(&days(1, 23), 0, period, "2026-11-23T12:00:00Z", &Clock::UTC);
        assert_eq!(found.expected, Some(50));
    }

    #[test]
    fn days_are_the_servers_wherever_the_reader_is() {
        // Late in the evening in New York it is the next day already for the server.
        let now = "2026-11-23T02:00:00Z";
        let period = Some((at("2026-11-20"), at("2026-11-25")));
        const WEST: Clock = Clock {
            local: |at| LocalTime::at(at, -5 * 60),
            instant: |local| Some(Timestamp(local.wall_ms() + 5 * 3_600_000)),
            ..Clock::UTC
        };
        const EAST: Clock = Clock {
            local: |at| LocalTime::at(at, 9 * 60),
            instant: |local| Some(Timestamp(local.wall_ms() - 9 * 3_600_000)),
            ..Clock::UTC
        };
        for (name, hours, clock) in [("west", -5, WEST), ("east", 9, EAST)] {
            for period in [None, period] {
                let here = found(&days(1, 23), 0, period, now, &Clock::UTC);
                let there = found(&days(1, 23), 0, period, now, &clock);
                assert_eq!(there.expected, here.expected, "{name}");
                assert_eq!(series(&there), series(&here), "{name}");
                // Midnight there of the same day.
                assert_eq!(there.ends.0, here.ends.0 - hours * 3_600_000, "{name}");
            }
        }
    }

    #[test]
    fn files_are_expected_to_go_on_as_well() {
        // 46 in 23 days, and so 14 in the seven that are left.
        let found = found(&days(1, 23), 46, None, "2026-11-23T12:00:00Z", &Clock::UTC);
        assert_eq!(found.expected, Some(300 + 46 + 14));
    }

    #[test]
    fn too_few_days_tell_nothing() {
        let found = daily(&days(22, 23), true, 0, None, at("2026-11-23T12:00:00Z"), &Clock::UTC).expect("days");
        assert_eq!(found.expected, None);
        assert_eq!(series(&found).len(), 2);
        assert_eq!(
            daily(&DailyUsage::default(), false, 0, None, Timestamp(0), &Clock::UTC),
            None
        );
    }

    #[test]
    fn days_that_are_no_days_are_left_out() {
        let mut usage = days(19, 23);
        usage.data[0].date = "soon".to_owned();
        let found = found(&usage, 0, None, "2026-11-23T12:00:00Z", &Clock::UTC);
        assert_eq!(series(&found)[0].1.first(), Some(&Some(8.0)));
        assert_eq!(found.expected, Some(40 + 70));
    }

    #[test]
    fn a_period_that_is_over_expects_nothing() {
        let period = Some((at("2026-10-01"), at("2026-11-01")));
        let found = found(&days(1, 23), 0, period, "2026-11-23T12:00:00Z", &Clock::UTC);
        assert_eq!(found.expected, None);
    }

    #[test]
    fn december_is_followed_by_january() {
        assert_eq!(
            super::month(at("2026-12-31").0 / super::DAY_MS).1 * super::DAY_MS,
            at("2027-01-01").0
        );
    }
}
