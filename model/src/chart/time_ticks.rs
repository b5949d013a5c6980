//! The axis of time: which times have a mark, and what stands there.

use super::clock::{Clock, Precision};
use super::step::Step;

/// A mark on the axis of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimeTick {
    /// Milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// What stands there: `14:00`, `3 Nov`, `Nov 2026`.
    pub label: String,
    /// Whether a day begins between smaller marks, or a year.
    pub is_strong: bool,
}

/// About `most` marks at even times of the reader's clock. Where a day begins among hours, its date stands in place of 00:00;
/// where a year begins among days, the year stands there too.
pub(super) fn time_ticks(from_ms: i64, to_ms: i64, most: usize, clock: Clock) -> Vec<TimeTick> {
    let step = Step::for_span(from_ms, to_ms, most);
    let mut year = clock.text(from_ms, Precision::Year);
    let starts = step.starts(from_ms, to_ms, clock).into_iter();
    let ticks = starts.map(|at_ms| {
        let is_midnight = clock.wall_ms(at_ms).rem_euclid(86_400_000) == 0;
        let this_year = clock.text(at_ms, Precision::Year);
        let is_new_year = this_year != year;
        year = this_year;
        let (precision, is_strong) = match step {
            Step::Fixed(ms) if ms < 60_000 && !is_midnight => (Precision::Second, false),
            Step::Fixed(_) | Step::Hours(_) if is_midnight => (Precision::Day, true),
            Step::Fixed(_) | Step::Hours(_) => (Precision::Minute, false),
            Step::Days(_) | Step::Weeks(_) if is_new_year => (Precision::Date, true),
            Step::Days(_) | Step::Weeks(_) => (Precision::Day, false),
            Step::Months(_) => (Precision::Month, is_new_year),
            Step::Years(_) => (Precision::Year, false),
        };
        TimeTick {
            at_ms,
            label: clock.text(at_ms, precision),
            is_strong,
        }
    });
    ticks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::clock::berlin::{CLOCK, ms};
    use super::time_ticks;

    fn labels(from: &str, to: &str, most: usize) -> Vec<String> {
        let ticks = time_ticks(ms(from), ms(to), most, CLOCK);
        ticks
            .into_iter()
            .map(|tick| {
                if tick.is_strong {
                    format!("*{}", tick.label)
                } else {
                    tick.label
                }
            })
            .collect()
    }

    #[test]
    fn from_seconds_to_years() {
        for (from, to, want) in [
            (
                "2026-11-03T13:00:10Z",
                "2026-11-03T13:00:50Z",
                vec!["14:00:10", "14:00:20", "14:00:30", "14:00:40", "14:00:50"],
            ),
            (
                "2026-11-03T13:00:00Z",
                "2026-11-03T14:00:00Z",
                vec!["14:00", "14:15", "14:30", "14:45", "15:00"],
            ),
            (
                "2026-11-03T13:00:00Z",
                "2026-11-04T13:00:00Z",
                vec!["18:00", "*4 Nov", "06:00", "12:00"],
            ),
            (
                "2026-11-01T12:00:00Z",
                "2026-11-08T12:00:00Z",
                vec!["3 Nov", "5 Nov", "7 Nov"],
            ),
            (
                "2026-12-15T12:00:00Z",
                "2027-01-12T12:00:00Z",
                vec!["21 Dec", "28 Dec", "*4 Jan 2027", "11 Jan"],
            ),
            (
                "2026-10-15T12:00:00Z",
                "2026-11-24T12:00:00Z",
                vec!["19 Oct", "2 Nov", "16 Nov"],
            ),
            (
                "2026-09-15T12:00:00Z",
                "2027-02-12T12:00:00Z",
                vec!["Nov 2026", "*Jan 2027"],
            ),
            (
                "2021-09-15T12:00:00Z",
                "2026-02-12T12:00:00Z",
                vec!["2022", "2023", "2024", "2025", "2026"],
            ),
        ] {
            assert_eq!(labels(from, to, 4), want, "{from}");
        }
    }

    #[test]
    fn the_day_on_which_the_clock_changes_is_told_as_the_clock_shows_it() {
        assert_eq!(
            labels("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 8),
            [
                "*29 Mar", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "*30 Mar"
            ]
        );
        assert_eq!(
            labels("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 8),
            [
                "*25 Oct", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "*26 Oct"
            ]
        );
    }
}
