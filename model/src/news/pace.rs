//! How long to wait before asking again: the less there is to tell, the longer.

/// The first wait: milliseconds.
const FIRST_MS: u32 = 30_000;
/// The longest wait while there is nothing new.
const LONGEST_QUIET_MS: u32 = 5 * 60_000;
/// The longest wait while asking fails.
const LONGEST_FAILED_MS: u32 = 10 * 60_000;

/// The wait until the next time of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    wait_ms: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { wait_ms: FIRST_MS }
    }
}

impl Pace {
    /// How long to wait: milliseconds.
    pub fn next_ms(self) -> u32 {
        self.wait_ms
    }

    /// There was nothing new.
    pub fn quiet(&mut self) {
        self.wait_ms = (self.wait_ms + self.wait_ms / 2).min(LONGEST_QUIET_MS);
    }

    /// Asking failed.
    pub fn failed(&mut self) {
        self.wait_ms = (self.wait_ms * 2).min(LONGEST_FAILED_MS);
    }

    /// There were news, or the reader has come back to the tab.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Pace;

    #[test]
    fn the_wait_grows_to_its_end_and_begins_anew() {
        let mut pace = Pace::default();
        let mut waits = vec![pace.next_ms()];
        for _ in 0..8 {
            pace.quiet();
            waits.push(pace.next_ms());
        }
        assert_eq!(
            waits,
            [
                30_000, 45_000, 67_500, 101_250, 151_875, 227_812, 300_000, 300_000, 300_000
            ]
        );
        pace.failed();
        assert_eq!(pace.next_ms(), 600_000);
        pace.failed();
        assert_eq!(pace.next_ms(), 600_000);
        pace.quiet();
        assert_eq!(pace.next_ms(), 300_000);
        pace.reset();
        assert_eq!(pace, Pace::default());
        pace.failed();
        assert_eq!(pace.next_ms(), 60_000);
    }
}
