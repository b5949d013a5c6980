//! How often somebody did something lately.

use glint_model::timestamp::Timestamp;
use std::collections::HashMap;

/// What each account did within the last five minutes.
#[derive(Debug, Default)]
pub struct Throttle(HashMap<i64, Vec<Timestamp>>);

impl Throttle {
    const ALLOWED: usize = 50;
    const WINDOW_MS: i64 = 300_000;

    /// Notes that an account does it once more. When it did so too often, it is told after how many seconds it may
    /// again, and nothing is noted.
    pub fn count(&mut self, user: i64, now: Timestamp) -> Result<(), i64> {
        let times = self.0.entry(user).or_default();
        times.retain(|time| now.0 - time.0 < Self::WINDOW_MS);
        if times.len() < Self::ALLOWED {
            times.push(now);
            return Ok(());
        }
        let oldest = times.first().map_or(now.0, |time| time.0);
        Err((oldest + Self::WINDOW_MS - now.0 + 999) / 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::Throttle;
    use glint_model::timestamp::Timestamp;

    #[test]
    fn fifty_in_five_minutes_are_enough() {
        let mut throttle = Throttle::default();
        for second in 0..50 {
            assert_eq!(throttle.count(1, Timestamp(second * 1000)), Ok(()));
        }
        assert_eq!(throttle.count(1, Timestamp(60_000)), Err(240));
        assert_eq!(throttle.count(2, Timestamp(60_000)), Ok(()));
        assert_eq!(throttle.count(1, Timestamp(300_000)), Ok(()));
    }
}
