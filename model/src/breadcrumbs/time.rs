//! When a breadcrumb was, seen from the event or by the reader's clock.

use crate::local_time::LocalTime;
use crate::timestamp::Timestamp;

/// How long before the event: `−12.3 s`, `−3 min 12 s`; with a plus when it was after it, by the sender's clock.
pub fn distance(at: Timestamp, event: Timestamp) -> String {
    let ms = at.0.saturating_sub(event.0);
    let sign = match ms {
        0 => return "0 s".to_owned(),
        ms if ms < 0 => '\u{2212}',
        _ => '+',
    };
    let ms = ms.unsigned_abs();
    let (seconds, minutes, hours) = (ms / 1000, ms / 60_000, ms / 3_600_000);
    match ms {
        under if under < 1000 => format!("{sign}{ms} ms"),
        under if under < 60_000 => format!("{sign}{seconds}.{} s", ms / 100 % 10),
        under if under < 3_600_000 => format!("{sign}{minutes} min {} s", seconds % 60),
        under if under < 86_400_000 => format!("{sign}{hours} h {} min", minutes % 60),
        _ => format!("{sign}{} d {} h", hours / 24, hours % 24),
    }
}

/// What the reader's clock showed, to the millisecond: `14:00:12.345`, and the day where it is not that of the event.
/// `at` is the moment that `local` tells.
pub fn clock(local: LocalTime, at: Timestamp, event: LocalTime) -> String {
    // Zones are apart by whole minutes, so that these digits are the same in all of them.
    let iso = at.to_iso();
    let seconds = iso.rfind(':').and_then(|colon| iso.get(colon..)).unwrap_or_default();
    let minutes = if local.is_same_day(event) {
        local.clock()
    } else {
        local.label(event)
    };
    format!("{minutes}{}", seconds.trim_end_matches('Z'))
}

#[cfg(test)]
mod tests {
    use super::{clock, distance};
    use crate::local_time::LocalTime;
    use crate::timestamp::Timestamp;

    #[test]
    fn distances_are_short_and_exact() {
        for (ms, want) in [
            (0, "0 s"),
            (-1, "−1 ms"),
            (-999, "−999 ms"),
            (-1000, "−1.0 s"),
            (-12_390, "−12.3 s"),
            (200, "+200 ms"),
            (59_999, "+59.9 s"),
            (-60_000, "−1 min 0 s"),
            (-3_599_999, "−59 min 59 s"),
            (-7_500_000, "−2 h 5 min"),
            (-90_000_000, "−1 d 1 h"),
            (i64::MAX, "+106751991167 d 7 h"),
            (i64::MIN, "−106751991167 d 7 h"),
        ] {
            assert_eq!(distance(Timestamp(ms), Timestamp(0)), want, "{ms}");
        }
        assert_eq!(
            distance(Timestamp(i64::MIN), Timestamp(i64::MAX)),
            "−106751991167 d 7 h"
        );
    }

    #[test]
    fn the_clock_shows_milliseconds_and_another_day() {
        let at = |text: &str| Timestamp::parse(text).expect("a time");
        let event = LocalTime::at(at("2026-11-23T08:15:11.990Z"), 330);
        for (text, want) in [
            ("2026-11-23T08:15:01.007Z", "13:45:01.007"),
            ("2026-11-22T18:29:59.999Z", "22 Nov 23:59:59.999"),
            ("2025-11-23T08:15:00Z", "23 Nov 2025 13:45:00.000"),
        ] {
            assert_eq!(clock(LocalTime::at(at(text), 330), at(text), event), want);
        }
    }
}
