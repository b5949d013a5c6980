//! How long to wait before a list of monitors is asked for again: as long as the monitors themselves wait, and longer when the
//! server is slow or gone.

/// Nothing is asked for more often: milliseconds.
const SHORTEST_MS: i64 = 15_000;
/// What is shown is asked for at least as often, as long as there are answers: milliseconds.
const LONGEST_MS: i64 = 5 * 60_000;
/// The longest wait while asking fails: milliseconds.
const LONGEST_FAILED_MS: i64 = 10 * 60_000;
/// The server rests so many times as long as it took to answer.
const REST: i64 = 8;
/// More failures in a row make the wait no longer.
const MOST_FAILURES: u32 = 6;

/// The wait until the next time of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    own_ms: i64,
    took_ms: i64,
    failures: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            own_ms: 60_000,
            took_ms: 0,
            failures: 0,
        }
    }
}

impl Pace {
    /// Takes over the intervals of what is shown, in seconds: the shortest counts.
    pub fn follow(&mut self, intervals_s: impl IntoIterator<Item = i64>) {
        if let Some(shortest) = intervals_s.into_iter().min() {
            self.own_ms = shortest.saturating_mul(1000).clamp(SHORTEST_MS, LONGEST_MS);
        }
    }

    /// How long to wait: milliseconds.
    pub fn next_ms(self) -> i64 {
        let calm = self.own_ms.max(self.took_ms.saturating_mul(REST)).min(LONGEST_MS);
        match self.failures {
            0 => calm,
            failures => calm
                .saturating_mul(1 << failures.min(MOST_FAILURES))
                .min(LONGEST_FAILED_MS),
        }
    }

    /// There was an answer, after so many milliseconds.
    pub fn answered(&mut self, took_ms: i64) {
        self.took_ms = took_ms.max(0);
        self.failures = 0;
    }

    /// There was none.
    pub fn failed(&mut self) {
        self.failures = self.failures.saturating_add(1);
    }
}

/// How old data is, in words that do not change every second: `just now`, `25 s ago`, `3 min ago`, `2 h ago`.
pub fn age_text(age_ms: i64) -> String {
    let seconds = age_ms.max(0) / 1000;
    match seconds {
        0..5 => "just now".to_owned(),
        5..60 => format!("{} s ago", seconds / 5 * 5),
        60..3600 => format!("{} min ago", seconds / 60),
        3600..86_400 => format!("{} h ago", seconds / 3600),
        _ => format!("{} d ago", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, age_text};

    #[test]
    fn the_shortest_interval_sets_the_pace_within_reason() {
        let pace = |intervals: &[i64]| {
            let mut pace = Pace::default();
            pace.follow(intervals.iter().copied());
            pace.next_ms()
        };
        assert_eq!(pace(&[]), 60_000);
        assert_eq!(pace(&[300, 30, 60]), 30_000);
        assert_eq!(pace(&[1]), 15_000);
        assert_eq!(pace(&[-5]), 15_000);
        assert_eq!(pace(&[32_767]), 300_000);
        assert_eq!(pace(&[i64::MAX]), 300_000);
    }

    #[test]
    fn a_slow_server_is_asked_less_often() {
        let mut pace = Pace::default();
        pace.follow([15]);
        pace.answered(500);
        assert_eq!(pace.next_ms(), 15_000);
        pace.answered(10_000);
        assert_eq!(pace.next_ms(), 80_000);
        pace.answered(1_000_000);
        assert_eq!(pace.next_ms(), 300_000);
        pace.answered(-1);
        assert_eq!(pace.next_ms(), 15_000);
    }

    #[test]
    fn failures_double_the_wait_until_an_answer_comes() {
        let mut pace = Pace::default();
        pace.follow([30]);
        let waits: Vec<i64> = (0..6)
            .map(|_| {
                pace.failed();
                pace.next_ms()
            })
            .collect();
        assert_eq!(waits, [60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
        for _ in 0..1000 {
            pace.failed();
        }
        assert_eq!(pace.next_ms(), 600_000);
        pace.answered(100);
        assert_eq!(pace.next_ms(), 30_000);
    }

    #[test]
    fn ages_are_told_in_steps() {
        let all = [-1, 4_999, 5_000, 29_999, 60_000, 3_599_000, 3_600_000, 90_000_000].map(age_text);
        assert_eq!(
            all,
            [
                "just now",
                "just now",
                "5 s ago",
                "25 s ago",
                "1 min ago",
                "59 min ago",
                "1 h ago",
                "1 d ago"
            ]
        );
    }
}
