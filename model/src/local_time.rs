//! Times as the clock on the reader's wall shows them: what is typed into a field and read in a label. Which zone the
//! clock hangs in, and how it is converted, is the browser's business.

use crate::timestamp::Timestamp;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A date and time without a zone; kept as the point in time at which a clock in UTC shows the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime(Timestamp);

impl LocalTime {
    /// What a clock shows that is this many minutes ahead of UTC.
    pub fn at(at: Timestamp, ahead_minutes: i64) -> Self {
        Self(Timestamp(at.0 + ahead_minutes * MINUTE_MS))
    }

    /// Reads the value of a `datetime-local` field: `2026-11-03T14:00`, with seconds where the field has them. A text
    /// with a zone is none.
    pub fn parse(text: &str) -> Option<Self> {
        let clock = text.get(11..)?;
        let has_no_zone = clock.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'));
        has_no_zone.then(|| Timestamp::parse(text)).flatten().map(Self)
    }

    /// The value for a `datetime-local` field, to the minute: `2026-11-03T14:00`.
    pub fn field_text(self) -> String {
        let mut text = self.0.to_iso();
        text.truncate(text.rfind(':').unwrap_or(text.len()));
        text
    }

    /// How many milliseconds the clock is past 1970-01-01 00:00 as it shows it. For reckoning with what a clock shows.
    pub(crate) fn wall_ms(self) -> i64 {
        self.0.0
    }

    /// The other way round.
    pub(crate) fn from_wall_ms(ms: i64) -> Self {
        Self(Timestamp(ms))
    }

    /// The first and the last minute of its day: 00:00 and 23:59.
    pub fn day(self) -> (Self, Self) {
        let midnight = self.0.0.div_euclid(DAY_MS) * DAY_MS;
        (
            Self(Timestamp(midnight)),
            Self(Timestamp(midnight + DAY_MS - MINUTE_MS)),
        )
    }

    /// Whether both are on the same day.
    pub fn is_same_day(self, other: Self) -> bool {
        self.day() == other.day()
    }

    /// `3 Nov 14:00`, or `3 Nov 2025 14:00` when `now` is in another year.
    pub fn label(self, now: Self) -> String {
        let (text, clock) = (self.field_text(), self.clock());
        let mut parts = text.split(['-', 'T']);
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return text;
        };
        let month = month
            .parse::<usize>()
            .ok()
            .and_then(|month| MONTHS.get(month.checked_sub(1)?));
        let (month, day) = (month.copied().unwrap_or_default(), day.trim_start_matches('0'));
        if now.field_text().split('-').next() == Some(year) {
            format!("{day} {month} {clock}")
        } else {
            format!("{day} {month} {year} {clock}")
        }
    }

    /// Minutes since midnight, 0 to 1 439.
    pub fn minute_of_day(self) -> u16 {
        u16::try_from(self.0.0.rem_euclid(DAY_MS) / MINUTE_MS).unwrap_or_default()
    }

    /// The day of the week: 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        u8::try_from((self.0.0.div_euclid(DAY_MS) + 3).rem_euclid(7)).unwrap_or_default()
    }

    /// Hours and minutes: `14:00`.
    pub fn clock(self) -> String {
        let text = self.field_text();
        text.split_once('T').map(|(_, clock)| clock.to_owned()).unwrap_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::LocalTime;
    use crate::testing::texts;
    use crate::timestamp::Timestamp;

    fn local(text: &str) -> LocalTime {
        LocalTime::parse(text).expect("a local time")
    }

    #[test]
    fn fields_are_read_as_they_are_written() {
        for text in [
            "2026-11-03T14:00",
            "2024-02-29T00:00",
            "1999-12-31T23:59",
            "0002-01-01T08:05",
        ] {
            assert_eq!(local(text).field_text(), text);
        }
        assert_eq!(local("2026-11-03T14:00:59").field_text(), "2026-11-03T14:00");
        assert_eq!(local("2026-11-03T14:00:59.999").field_text(), "2026-11-03T14:00");
    }

    #[test]
    fn what_is_no_local_time_is_refused() {
        for text in [
            "",
            "2026-11-03",
            "2026-11-03T",
            "2026-11-03T1",
            "2026-11-03T14:00Z",
            "2026-11-03T14:00+01:00",
            "2026-11-03T14:00-05:00",
            "2026-02-30T14:00",
            "2026-11-03T24:00",
            "12026-11-03T14:00",
            "now",
        ] {
            assert_eq!(LocalTime::parse(text), None, "{text}");
        }
        for text in texts(2000) {
            let _ = LocalTime::parse(&format!("2026-11-03T{text}"));
            let _ = LocalTime::parse(&text);
        }
    }

    #[test]
    fn the_zone_is_added_to_utc() {
        let at = Timestamp::parse("2026-11-03T23:30:00Z").expect("a time");
        for (ahead, want) in [
            (0, "2026-11-03T23:30"),
            (60, "2026-11-04T00:30"),
            (345, "2026-11-04T05:15"),
            (-480, "2026-11-03T15:30"),
        ] {
            assert_eq!(LocalTime::at(at, ahead).field_text(), want);
        }
    }

    #[test]
    fn a_day_is_from_midnight_to_its_last_minute() {
        for (text, first, last) in [
            ("2026-11-03T14:00", "2026-11-03T00:00", "2026-11-03T23:59"),
            ("2026-11-03T00:00", "2026-11-03T00:00", "2026-11-03T23:59"),
            ("1969-12-31T23:59", "1969-12-31T00:00", "1969-12-31T23:59"),
        ] {
            assert_eq!(local(text).day(), (local(first), local(last)));
        }
        assert!(local("2026-11-03T00:00").is_same_day(local("2026-11-03T23:59")));
        assert!(!local("2026-11-03T23:59").is_same_day(local("2026-11-04T00:00")));
    }

    #[test]
    fn days_of_the_week_and_minutes_are_counted() {
        for (text, weekday, minute) in [
            ("1970-01-01T00:00", 3, 0),
            ("1969-12-31T23:59", 2, 1439),
            ("2026-11-23T08:15", 0, 495),
            ("2026-11-29T23:00", 6, 1380),
        ] {
            assert_eq!(
                (local(text).weekday(), local(text).minute_of_day()),
                (weekday, minute),
                "{text}"
            );
        }
    }

    #[test]
    fn the_year_is_named_when_it_is_another() {
        let now = local("2026-11-23T08:00");
        assert_eq!(local("2026-11-03T14:00").label(now), "3 Nov 14:00");
        assert_eq!(local("2026-01-30T09:05").label(now), "30 Jan 09:05");
        assert_eq!(local("2025-12-10T00:00").label(now), "10 Dec 2025 00:00");
        assert_eq!(local("2027-05-01T00:00").label(now), "1 May 2027 00:00");
    }
}
