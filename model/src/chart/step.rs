//! Even steps of the reader's clock and calendar, from a part of a second to years.

use super::clock::Clock;
use crate::timestamp::{civil_from_days, days_from_civil};

const SECOND_MS: i64 = 1000;
const MINUTE_MS: i64 = 60 * SECOND_MS;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// The last point in time that a browser's `Date` knows, and with a minus the first.
const LAST_MS: i64 = 8_640_000_000_000_000;

/// More steps than this are never made.
const MOST: usize = 20_000;

/// A step of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many milliseconds, which divide an hour.
    Fixed(i64),
    /// So many hours, which divide a day. One hour is real time; longer steps follow the clock over a change of it.
    Hours(i64),
    /// So many days from midnight to midnight, which are 23 or 25 hours when the clock changes.
    Days(i64),
    /// So many weeks from a Monday.
    Weeks(i64),
    /// So many months, which divide a year.
    Months(i64),
    /// So many years.
    Years(i64),
}

const LADDER: [Step; 28] = [
    Step::Fixed(10),
    Step::Fixed(100),
    Step::Fixed(SECOND_MS),
    Step::Fixed(2 * SECOND_MS),
    Step::Fixed(5 * SECOND_MS),
    Step::Fixed(10 * SECOND_MS),
    Step::Fixed(15 * SECOND_MS),
    Step::Fixed(30 * SECOND_MS),
    Step::Fixed(MINUTE_MS),
    Step::Fixed(2 * MINUTE_MS),
    Step::Fixed(5 * MINUTE_MS),
    Step::Fixed(10 * MINUTE_MS),
    Step::Fixed(15 * MINUTE_MS),
    Step::Fixed(30 * MINUTE_MS),
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
];

impl Step {
    /// The smallest step of which about `most` are in a span of time: a quarter more rather than far too few.
    pub fn for_span(from_ms: i64, to_ms: i64, most: usize) -> Self {
        let least = (to_ms.saturating_sub(from_ms) as f64 / most.max(1) as f64 * 0.8).ceil() as i64;
        if let Some(step) = LADDER.into_iter().find(|step| step.shortest_ms() >= least) {
            return step;
        }
        let mut years = 1_i64;
        while Self::Years(years).shortest_ms() < least {
            years = if years.to_string().starts_with('2') {
                years / 2 * 5
            } else {
                years * 2
            };
        }
        Self::Years(years)
    }

    /// How long it is at least.
    pub(super) fn shortest_ms(self) -> i64 {
        match self {
            Self::Fixed(ms) => ms,
            Self::Hours(hours) => hours * HOUR_MS,
            // A fortnight of days or a month of weeks is not missed for the hour that a clock skips.
            Self::Days(days) => days * DAY_MS,
            Self::Weeks(weeks) => weeks * 7 * DAY_MS,
            Self::Months(months) => months * 28 * DAY_MS,
            Self::Years(years) => years.saturating_mul(365 * DAY_MS),
        }
    }

    /// Every beginning of a step from one time to another, both included, in milliseconds.
    pub(super) fn starts(self, from_ms: i64, to_ms: i64, clock: Clock) -> Vec<i64> {
        let (from_ms, to_ms) = (from_ms.clamp(-LAST_MS, LAST_MS), to_ms.clamp(-LAST_MS, LAST_MS));
        match self {
            Self::Fixed(ms) => fixed(ms, from_ms, to_ms, clock),
            Self::Hours(1) => fixed(HOUR_MS, from_ms, to_ms, clock),
            _ => self.by_the_clock(from_ms, to_ms, clock),
        }
    }

    fn by_the_clock(self, from_ms: i64, to_ms: i64, clock: Clock) -> Vec<i64> {
        let mut starts: Vec<i64> = Vec::new();
        // One step back, because a change of the clock may lie between.
        let first = self.place_of(clock.wall_ms(from_ms)) - 1;
        for place in (first..).take(MOST) {
            let wall = self.wall_of(place);
            let Some(at) = clock.instant_ms(wall) else { continue };
            if at > to_ms {
                break;
            }
            // What the clock skips has no beginning; a day begins all the same, an hour later.
            let is_there = clock.wall_ms(at) == wall || !matches!(self, Self::Hours(_));
            if is_there && at >= from_ms && starts.last().is_none_or(|last| *last < at) {
                starts.push(at);
            }
        }
        starts
    }

    /// Which step since the epoch a time of the clock is in.
    fn place_of(self, wall_ms: i64) -> i64 {
        let days = wall_ms.div_euclid(DAY_MS);
        let (year, month, _) = civil_from_days(days);
        match self {
            Self::Fixed(ms) => wall_ms.div_euclid(ms.max(1)),
            Self::Hours(hours) => wall_ms.div_euclid(hours.max(1) * HOUR_MS),
            Self::Days(count) => days.div_euclid(count.max(1)),
            // The epoch was a Thursday.
            Self::Weeks(count) => (days + 3).div_euclid(7 * count.max(1)),
            Self::Months(count) => (year * 12 + month - 1).div_euclid(count.max(1)),
            Self::Years(count) => year.div_euclid(count.max(1)),
        }
    }

    /// When a step begins by the clock.
    fn wall_of(self, place: i64) -> i64 {
        let day = match self {
            Self::Fixed(ms) => return place * ms.max(1),
            Self::Hours(hours) => return place * hours.max(1) * HOUR_MS,
            Self::Days(count) => place * count.max(1),
            Self::Weeks(count) => place * 7 * count - 3,
            Self::Months(count) => {
                let months = place * count.max(1);
                days_from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, 1)
            }
            Self::Years(count) => days_from_civil(place * count.max(1), 1, 1),
        };
        day * DAY_MS
    }
}

/// Steps of real time that are even on the reader's clock: its distance from UTC need not be full hours.
fn fixed(ms: i64, from_ms: i64, to_ms: i64, clock: Clock) -> Vec<i64> {
    let ms = ms.max(1);
    let ahead = clock.wall_ms(from_ms) - from_ms;
    let first = (from_ms + ahead + ms - 1).div_euclid(ms) * ms - ahead;
    let count = to_ms.saturating_sub(first).div_euclid(ms) + 1;
    let count = usize::try_from(count).unwrap_or(0).min(MOST);
    (0..count).map(|at| first + ms * at as i64).collect()
}

#[cfg(test)]
mod tests {
    use super::super::clock::berlin::{CLOCK, ms};
    use super::super::clock::{Clock, Precision};
    use super::{DAY_MS, HOUR_MS, LADDER, Step};
    use crate::testing::random;

    fn clocks(step: Step, from: &str, to: &str) -> Vec<String> {
        let starts = step.starts(ms(from), ms(to), CLOCK);
        starts.into_iter().map(|at| CLOCK.text(at, Precision::Minute)).collect()
    }

    #[test]
    fn the_hour_that_is_skipped_is_left_out() {
        // 29 March: 02:00 to 03:00 does not exist.
        let (from, to) = ("2026-03-28T23:00:00Z", "2026-03-29T06:00:00Z");
        assert_eq!(
            clocks(Step::Hours(1), from, to),
            ["00:00", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00", "08:00"]
        );
        assert_eq!(clocks(Step::Hours(2), from, to), ["00:00", "04:00", "06:00", "08:00"]);
        assert_eq!(clocks(Step::Hours(3), from, to), ["00:00", "03:00", "06:00"]);
    }

    #[test]
    fn the_hour_that_comes_twice_is_there_twice() {
        // 25 October: 02:00 to 03:00 comes twice.
        let (from, to) = ("2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z");
        assert_eq!(
            clocks(Step::Hours(1), from, to),
            ["00:00", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00"]
        );
        assert_eq!(clocks(Step::Hours(2), from, to), ["00:00", "02:00", "04:00"]);
    }

    #[test]
    fn days_have_as_many_hours_as_they_have() {
        for (from, hours) in [
            ("2026-03-27T23:00:00Z", [24, 23, 24]),
            ("2026-10-23T22:00:00Z", [24, 25, 24]),
        ] {
            let starts = Step::Days(1).starts(ms(from), ms(from) + 3 * DAY_MS + HOUR_MS, CLOCK);
            let lengths: Vec<i64> = starts.windows(2).map(|two| (two[1] - two[0]) / HOUR_MS).collect();
            assert_eq!(lengths, hours);
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_months_on_their_first() {
        let dates = |step: Step| -> Vec<String> {
            let starts = step.starts(ms("2026-10-20T00:00:00Z"), ms("2027-01-20T00:00:00Z"), CLOCK);
            starts.into_iter().map(|at| CLOCK.text(at, Precision::Date)).collect()
        };
        assert_eq!(dates(Step::Months(1)), ["1 Nov 2026", "1 Dec 2026", "1 Jan 2027"]);
        assert_eq!(dates(Step::Weeks(1))[..3], ["26 Oct 2026", "2 Nov 2026", "9 Nov 2026"]);
        assert_eq!(dates(Step::Weeks(2))[..2], ["2 Nov 2026", "16 Nov 2026"]);
        assert_eq!(dates(Step::Years(1)), ["1 Jan 2027"]);
    }

    #[test]
    fn a_clock_off_the_full_hour_still_shows_full_hours() {
        const KATHMANDU: Clock = Clock {
            local: |at| crate::local_time::LocalTime::at(at, 345),
            instant: |local| Some(crate::timestamp::Timestamp(local.wall_ms() - 345 * 60_000)),
            ..Clock::UTC
        };
        for step in [Step::Hours(1), Step::Hours(3), Step::Fixed(30 * 60_000)] {
            for at in step.starts(ms("2026-03-01T00:00:00Z"), ms("2026-03-02T00:00:00Z"), KATHMANDU) {
                assert_eq!(KATHMANDU.wall_ms(at) % step.shortest_ms(), 0);
            }
        }
    }

    #[test]
    fn steps_of_any_span_are_in_order_inside_and_few() {
        let mut next = random(3);
        for _ in 0..3000 {
            let from = ms("2026-01-01T00:00:00Z") + next(365 * 86_400_000) as i64;
            let exponent = next(13) as u32;
            let to = from + 1 + next(10_u64.pow(exponent)) as i64;
            let most = 1 + next(12) as usize;
            let step = Step::for_span(from, to, most);
            for clock in [CLOCK, Clock::UTC] {
                let starts = step.starts(from, to, clock);
                assert!(
                    starts.len() <= most * 5 / 4 + 3,
                    "{step:?} {from} {to}: {}",
                    starts.len()
                );
                assert!(starts.is_sorted_by(|a, b| a < b));
                assert!(starts.iter().all(|at| (from..=to).contains(at)));
            }
        }
    }

    #[test]
    fn no_time_is_too_far_away() {
        for step in LADDER {
            for (from, to) in [
                (i64::MIN, i64::MAX),
                (i64::MAX, i64::MIN),
                (i64::MAX - 1, i64::MAX),
                (0, 0),
            ] {
                assert!(step.starts(from, to, Clock::UTC).len() <= super::MOST);
            }
        }
        let _ = Step::for_span(i64::MIN, i64::MAX, 5);
    }
}
