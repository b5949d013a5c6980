//! Counting tests.

use std::fmt;
use std::ops::AddAssign;

/// How many tests there were, by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    /// A single test.
    pub fn one(passed: bool) -> Self {
        Self {
            passed: u64::from(passed),
            failed: u64::from(!passed),
            skipped: 0,
        }
    }

    /// What a line such as `test result: ok. 5 passed; 0 failed; 1 ignored; ...` says; nothing for other lines.
    pub fn of_cargo(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count = |what: &str| {
            let part = counts.split(';').find(|part| part.trim().ends_with(what))?;
            part.split_whitespace().next()?.parse().ok()
        };
        Some(Self {
            passed: count("passed")?,
            failed: count("failed")?,
            skipped: count("ignored")?,
        })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cargo_says() {
        let line = "test result: FAILED. 22 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.14s";
        assert_eq!(
            Tally::of_cargo(line),
            Some(Tally {
                passed: 22,
                failed: 3,
                skipped: 1
            })
        );
        assert_eq!(Tally::of_cargo("running 22 tests"), None);
    }

    #[test]
    fn the_closing_line() {
        let mut total = Tally::one(true);
        total += Tally {
            passed: 3,
            failed: 1,
            skipped: 0,
        };
        assert_eq!(total.to_string(), "4 passed, 1 failed");
        total += Tally {
            skipped: 2,
            ..Tally::default()
        };
        assert_eq!(total.to_string(), "4 passed, 1 failed, 2 skipped");
    }
}
