//! When the events of an issue happened, worked out from their number alone; those that arrived say it themselves.

use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use glint_model::timestamp::Timestamp;

impl IssueSeed {
    /// When event number `n` (from 0, the oldest) happened.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a month in ms fits a double"
    )]
    pub fn event_time(&self, n: u64) -> Timestamp {
        if let Some(arrived) = self.arrived(n) {
            return arrived.time;
        }
        if n == 0 {
            return self.first_seen;
        }
        if n + 1 >= self.laid_out {
            return self.laid_out_until;
        }
        let jitter = Dice::new(&[self.first_seen.0 as u64, n]).below(900) as f64 / 1000.0;
        let share = (n as f64 + jitter) / self.laid_out as f64;
        let place = match self.rhythm {
            0 => share,
            1 => share.sqrt(),
            2 => share * share,
            _ => burst(share),
        };
        Timestamp(self.first_seen.0 + (place * (self.laid_out_until.0 - self.first_seen.0) as f64) as i64)
    }
}

/// Three bursts with little in between; rises from 0 to 1 all the way.
fn burst(share: f64) -> f64 {
    let third = (share * 3.0).floor().min(2.0);
    let within = share * 3.0 - third;
    (third + within.powi(6)) / 3.0
}

#[cfg(test)]
mod tests {
    use crate::seed::Seed;
    use glint_model::timestamp::Timestamp;

    #[test]
    fn events_come_in_the_order_of_their_numbers() {
        for issue in &Seed::new(Timestamp(1_795_000_000_000)).issues {
            let times: Vec<_> = (0..issue.count).map(|n| issue.event_time(n)).collect();
            assert!(times.is_sorted(), "{}", issue.title);
            assert_eq!(times.first(), Some(&issue.first_seen), "{}", issue.title);
            assert_eq!(times.last(), Some(&issue.last_seen), "{}", issue.title);
        }
    }
}
