//! How long ago something was, or how far ahead it is.

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// A mean month of the Gregorian calendar.
const MONTH: i64 = DAY * 146_097 / 4800;
const YEAR: i64 = 12 * MONTH;

/// What a distance in time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Under a minute.
    Second,
    /// Under an hour.
    Minute,
    /// Under a day.
    Hour,
    /// Under a month.
    Day,
    /// Under a year.
    Month,
    /// A year and more.
    Year,
}

impl Unit {
    /// The name that `Intl.RelativeTimeFormat` takes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    fn short(self) -> &'static str {
        match self {
            Self::Second => "s",
            Self::Minute => "min",
            Self::Hour => "h",
            Self::Day => "d",
            Self::Month => "mo",
            Self::Year => "y",
        }
    }
}

/// The distance from now in whole units, towards zero, for `Intl.RelativeTimeFormat`: negative for what is
/// past. Under a minute ahead is 0 seconds, since it is the reader's clock that is behind.
pub fn relative(from_ms: i64, now_ms: i64) -> (i64, Unit) {
    let distance = from_ms.saturating_sub(now_ms);
    let (length, unit) = match distance.unsigned_abs() {
        under if under < MINUTE.unsigned_abs() => (SECOND, Unit::Second),
        under if under < HOUR.unsigned_abs() => (MINUTE, Unit::Minute),
        under if under < DAY.unsigned_abs() => (HOUR, Unit::Hour),
        under if under < MONTH.unsigned_abs() => (DAY, Unit::Day),
        under if under < YEAR.unsigned_abs() => (MONTH, Unit::Month),
        _ => (YEAR, Unit::Year),
    };
    match (distance / length, unit) {
        (ahead, Unit::Second) if ahead > 0 => (0, Unit::Second),
        distance => distance,
    }
}

/// The distance in a few characters for a column: `now` (under a minute), `2 min`, `3 h`, `5 d`, `4 mo`,
/// `2 y`; `in 3 h` for what is ahead.
pub fn compact(from_ms: i64, now_ms: i64) -> String {
    match relative(from_ms, now_ms) {
        (_, Unit::Second) => "now".to_owned(),
        (ahead, unit) if ahead > 0 => format!("in {ahead} {}", unit.short()),
        (past, unit) => format!("{} {}", past.unsigned_abs(), unit.short()),
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, HOUR, MINUTE, MONTH, SECOND, Unit, YEAR, compact, relative};

    #[test]
    fn distances_are_cut_towards_zero() {
        let now = 1_795_421_711_990;
        for (distance, want, short) in [
            (0, (0, Unit::Second), "now"),
            (-999, (0, Unit::Second), "now"),
            (-59 * SECOND, (-59, Unit::Second), "now"),
            (-MINUTE, (-1, Unit::Minute), "1 min"),
            (-59 * MINUTE - 59 * SECOND, (-59, Unit::Minute), "59 min"),
            (-HOUR, (-1, Unit::Hour), "1 h"),
            (-23 * HOUR, (-23, Unit::Hour), "23 h"),
            (-DAY, (-1, Unit::Day), "1 d"),
            (-30 * DAY, (-30, Unit::Day), "30 d"),
            (-31 * DAY, (-1, Unit::Month), "1 mo"),
            (-4 * MONTH, (-4, Unit::Month), "4 mo"),
            (-YEAR + 1, (-11, Unit::Month), "11 mo"),
            (-YEAR, (-1, Unit::Year), "1 y"),
            (-25 * YEAR, (-25, Unit::Year), "25 y"),
        ] {
            assert_eq!(relative(now + distance, now), want, "{distance}");
            assert_eq!(compact(now + distance, now), short, "{distance}");
        }
    }

    #[test]
    fn a_clock_that_is_behind_gives_now_and_a_real_future_says_so() {
        assert_eq!(relative(59_999, 0), (0, Unit::Second));
        assert_eq!(compact(59_999, 0), "now");
        assert_eq!(relative(3 * HOUR, 0), (3, Unit::Hour));
        assert_eq!(compact(3 * HOUR, 0), "in 3 h");
    }

    #[test]
    fn the_ends_of_time_do_not_overflow() {
        for (from, now) in [(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (i64::MIN, 0), (0, i64::MIN)] {
            assert_eq!(relative(from, now).1, Unit::Year);
            assert!(compact(from, now).ends_with(" y"));
        }
        assert_eq!(Unit::Month.as_str(), "month");
    }
}
