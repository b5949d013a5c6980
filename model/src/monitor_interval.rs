//! How often a monitor looks, in words, and what that adds up to.

use crate::text::counted;

/// The longest interval that a server stores, in seconds: more is a 500 (`contract/server-notes.md`, section 8).
pub const LONGEST_S: i64 = 32_767;

/// Intervals that are offered, in seconds.
pub const USUAL_S: [i64; 7] = [30, 60, 300, 900, 1800, 3600, 21_600];

/// Seconds of thirty days.
const MONTH_S: i64 = 30 * 24 * 3600;

/// The interval for people: `every 5 minutes`, `every 1 hour 30 minutes`, `every second`.
pub fn interval_text(seconds: i64) -> String {
    let parts = parts(seconds);
    match parts.as_slice() {
        [(1, _, one, _)] => format!("every {one}"),
        _ => {
            let words: Vec<String> = parts
                .iter()
                .map(|(count, _, one, many)| counted(count.unsigned_abs(), one, many))
                .collect();
            format!("every {}", words.join(" "))
        }
    }
}

/// The interval where there is little room: `30 s`, `5 min`, `1 h 30 min`.
pub fn short_interval(seconds: i64) -> String {
    let words: Vec<String> = parts(seconds)
        .iter()
        .map(|(count, short, ..)| format!("{count} {short}"))
        .collect();
    words.join(" ")
}

/// How many checks that makes in thirty days.
pub fn checks_a_month(seconds: i64) -> u64 {
    MONTH_S.checked_div(seconds).unwrap_or_default().unsigned_abs()
}

/// The parts that are not zero, the largest first: how many, its short sign, its name, its name for many.
fn parts(seconds: i64) -> Vec<(i64, &'static str, &'static str, &'static str)> {
    let all = [
        (seconds / 3600, "h", "hour", "hours"),
        (seconds / 60 % 60, "min", "minute", "minutes"),
        (seconds % 60, "s", "second", "seconds"),
    ];
    let some: Vec<_> = all.into_iter().filter(|(count, ..)| *count != 0).collect();
    if some.is_empty() {
        vec![(0, "s", "second", "seconds")]
    } else {
        some
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_S, USUAL_S, checks_a_month, interval_text, short_interval};

    #[test]
    fn intervals_are_told_in_fitting_units() {
        for (seconds, long, short) in [
            (1, "every second", "1 s"),
            (30, "every 30 seconds", "30 s"),
            (60, "every minute", "1 min"),
            (90, "every 1 minute 30 seconds", "1 min 30 s"),
            (300, "every 5 minutes", "5 min"),
            (3600, "every hour", "1 h"),
            (5400, "every 1 hour 30 minutes", "1 h 30 min"),
            (21_600, "every 6 hours", "6 h"),
            (LONGEST_S, "every 9 hours 6 minutes 7 seconds", "9 h 6 min 7 s"),
            (0, "every 0 seconds", "0 s"),
        ] {
            assert_eq!(interval_text(seconds), long);
            assert_eq!(short_interval(seconds), short);
        }
    }

    #[test]
    fn what_is_offered_can_be_stored() {
        assert!(USUAL_S.iter().all(|seconds| (1..=LONGEST_S).contains(seconds)));
    }

    #[test]
    fn a_month_has_thirty_days() {
        assert_eq!(checks_a_month(60), 43_200);
        assert_eq!(checks_a_month(300), 8_640);
        assert_eq!(checks_a_month(0), 0);
    }
}
