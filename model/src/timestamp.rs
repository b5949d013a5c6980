//! Points in time as GlitchTip writes them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A point in time: milliseconds since the Unix epoch, UTC. On the wire ISO 8601 (`2026-11-23T08:15:11.990Z`,
/// also with microseconds or `+00:00`); finer digits than milliseconds are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

const DAY_MS: i64 = 86_400_000;

impl Timestamp {
    /// Reads ISO 8601 with a date, optionally a time, a fraction and a zone (`Z`, `+hh:mm`; none means UTC).
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if !text.is_ascii() || bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(&text[0..4])?;
        let month = digits(&text[5..7])?;
        let day = digits(&text[8..10])?;
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        let midnight = days_from_civil(year, month, day) * DAY_MS;
        let rest = &text[10..];
        if rest.is_empty() {
            return Some(Self(midnight));
        }
        let clock = rest.strip_prefix(['T', ' '])?;
        let zone_at = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
        let (clock, zone) = clock.split_at(zone_at);
        Some(Self(midnight + clock_ms(clock)? - zone_ms(zone)?))
    }

    /// The ISO 8601 text the server itself writes: UTC, milliseconds, `Z`.
    pub fn to_iso(self) -> String {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY_MS));
        let ms = self.0.rem_euclid(DAY_MS);
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:03}Z",
            ms / 3_600_000,
            ms / 60_000 % 60,
            ms / 1000 % 60,
            ms % 1000
        )
    }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// `hh:mm[:ss[.fraction]]` in milliseconds.
fn clock_ms(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, ':');
    let hours = digits(parts.next()?)?;
    let minutes = digits(parts.next()?)?;
    let (seconds, fraction) = match parts.next() {
        None => (0, 0),
        Some(rest) => match rest.split_once('.') {
            None => (digits(rest)?, 0),
            Some((whole, part)) => {
                let three: String = part.chars().chain("00".chars()).take(3).collect();
                (digits(whole)?, digits(&three)?)
            }
        },
    };
    if hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction)
}

/// A zone's distance from UTC in milliseconds.
fn zone_ms(text: &str) -> Option<i64> {
    if text.is_empty() || text == "Z" || text == "z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits_only: String = text[1..].chars().filter(|c| *c != ':').collect();
    if digits_only.len() != 4 {
        return None;
    }
    let number = digits(&digits_only)?;
    Some(sign * (number / 100 * 60 + number % 100) * 60_000)
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a proleptic Gregorian date.
pub(crate) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The date that lies this many days after 1970-01-01.
pub(crate) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 {
        month_index + 3
    } else {
        month_index - 9
    };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_iso())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_iso())
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not an ISO 8601 time"))
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn reads_every_spelling_the_server_uses() {
        let want = Some(Timestamp(1_795_421_711_990));
        assert_eq!(Timestamp::parse("2026-11-23T08:15:11.990Z"), want);
        assert_eq!(Timestamp::parse("2026-11-23T08:15:11.990123Z"), want);
        assert_eq!(Timestamp::parse("2026-11-23T08:15:11.990123+00:00"), want);
        assert_eq!(Timestamp::parse("2026-11-23T10:15:11.99+02:00"), want);
        assert_eq!(Timestamp::parse("2026-11-23"), Some(Timestamp(1_795_392_000_000)));
    }

    #[test]
    fn writes_what_it_reads() {
        for ms in [
            0,
            -1,
            951_782_400_000,
            1_795_421_711_990,
            4_107_542_399_999,
            -62_135_596_800_000,
        ] {
            assert_eq!(Timestamp::parse(&Timestamp(ms).to_iso()), Some(Timestamp(ms)), "{ms}");
        }
        assert_eq!(Timestamp(951_782_400_000).to_iso(), "2000-02-29T00:00:00.000Z");
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            "now",
            "2026-13-01",
            "2026-02-30",
            "2026-11-23T25:00:00Z",
            "2026-11-23X",
            "２026-11-23",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
