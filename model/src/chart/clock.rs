//! The reader's clock, calendar and language, as functions: here nobody knows a zone.

use crate::local_time::LocalTime;
use crate::timestamp::{Timestamp, civil_from_days};

/// How much of a point in time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `14:03:20`.
    Second,
    /// `14:03`.
    Minute,
    /// `3 Nov`.
    Day,
    /// `Nov 2026`.
    Month,
    /// `2026`.
    Year,
    /// `3 Nov 2026`.
    Date,
    /// `3 Nov 2026, 14:03:20`.
    Full,
}

/// The reader's clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// What it shows at a point in time.
    pub local: fn(Timestamp) -> LocalTime,
    /// When it shows this. What it skips is somewhere behind the jump; what it shows twice is the first time.
    pub instant: fn(LocalTime) -> Option<Timestamp>,
    /// How a point in time is written.
    pub label: fn(Timestamp, Precision) -> String,
}

impl Clock {
    /// A clock in UTC that writes English: for tests, and where there is no browser.
    pub const UTC: Self = Self {
        local: |at| LocalTime::at(at, 0),
        instant: |local| Some(Timestamp(local.wall_ms())),
        label: |at, precision| english(LocalTime::at(at, 0), precision),
    };

    /// Milliseconds that the clock is past the epoch as it shows it.
    pub(super) fn wall_ms(self, at_ms: i64) -> i64 {
        (self.local)(Timestamp(at_ms)).wall_ms()
    }

    /// When the clock shows this.
    pub(super) fn instant_ms(self, wall_ms: i64) -> Option<i64> {
        (self.instant)(LocalTime::from_wall_ms(wall_ms)).map(|at| at.0)
    }

    /// How a point in time is written.
    pub(super) fn text(self, at_ms: i64, precision: Precision) -> String {
        (self.label)(Timestamp(at_ms), precision)
    }

    /// From one time to another, the day only once: `3 Nov 2026, 14:00:00 – 15:00:00`.
    pub fn span_text(self, from_ms: i64, to_ms: i64) -> String {
        let is_same_day = (self.local)(Timestamp(from_ms)).is_same_day((self.local)(Timestamp(to_ms)));
        let end = if is_same_day {
            Precision::Second
        } else {
            Precision::Full
        };
        format!("{} – {}", self.text(from_ms, Precision::Full), self.text(to_ms, end))
    }
}

const DAY_MS: i64 = 86_400_000;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// What a clock shows, in English.
pub(super) fn english(local: LocalTime, precision: Precision) -> String {
    let wall = local.wall_ms();
    let (year, month, day) = civil_from_days(wall.div_euclid(DAY_MS));
    let month = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at));
    let month = month.copied().unwrap_or_default();
    let seconds = wall.rem_euclid(DAY_MS) / 1000;
    let clock = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    match precision {
        Precision::Second => format!("{clock}:{:02}", seconds % 60),
        Precision::Minute => clock,
        Precision::Day => format!("{day} {month}"),
        Precision::Month => format!("{month} {year}"),
        Precision::Year => year.to_string(),
        Precision::Date => format!("{day} {month} {year}"),
        Precision::Full => format!("{day} {month} {year}, {clock}:{:02}", seconds % 60),
    }
}

#[cfg(test)]
pub(super) mod berlin {
    //! The clock of Berlin in 2026, made by hand: summer from 29 March to 25 October, each at 01:00 UTC.

    use super::{Clock, Precision, english};
    use crate::local_time::LocalTime;
    use crate::timestamp::Timestamp;

    const SPRING: i64 = 1_774_746_000_000;
    const AUTUMN: i64 = 1_792_890_000_000;
    const HOUR: i64 = 3_600_000;

    fn local(at: Timestamp) -> LocalTime {
        let is_summer = (SPRING..AUTUMN).contains(&at.0);
        LocalTime::at(at, if is_summer { 120 } else { 60 })
    }

    fn instant(shown: LocalTime) -> Option<Timestamp> {
        let summer = Timestamp(shown.wall_ms() - 2 * HOUR);
        let is_summer = (SPRING..AUTUMN).contains(&summer.0);
        Some(if is_summer {
            summer
        } else {
            Timestamp(shown.wall_ms() - HOUR)
        })
    }

    fn label(at: Timestamp, precision: Precision) -> String {
        english(local(at), precision)
    }

    pub const CLOCK: Clock = Clock { local, instant, label };

    pub fn ms(text: &str) -> i64 {
        Timestamp::parse(text).expect("a time").0
    }
}

#[cfg(test)]
mod tests {
    use super::berlin::{CLOCK, ms};
    use super::{Clock, Precision};

    #[test]
    fn every_precision_is_written() {
        let at = ms("2026-11-03T13:03:20Z");
        for (precision, want) in [
            (Precision::Second, "14:03:20"),
            (Precision::Minute, "14:03"),
            (Precision::Day, "3 Nov"),
            (Precision::Month, "Nov 2026"),
            (Precision::Year, "2026"),
            (Precision::Date, "3 Nov 2026"),
            (Precision::Full, "3 Nov 2026, 14:03:20"),
        ] {
            assert_eq!(CLOCK.text(at, precision), want);
        }
        assert_eq!(Clock::UTC.text(at, Precision::Minute), "13:03");
    }

    #[test]
    fn a_span_names_its_day_once() {
        let from = ms("2026-11-03T13:00:00Z");
        assert_eq!(
            CLOCK.span_text(from, from + 3_600_000),
            "3 Nov 2026, 14:00:00 – 15:00:00"
        );
        assert_eq!(
            CLOCK.span_text(from, from + 36_000_000),
            "3 Nov 2026, 14:00:00 – 4 Nov 2026, 00:00:00"
        );
    }
}
