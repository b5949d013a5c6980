//! How much is different since the reader last looked, in words.

use super::Mark;
use crate::text::thousands;

/// How many issues have which mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Issues that were not there.
    pub new: usize,
    /// Issues that were resolved and are not any more.
    pub regressed: usize,
    /// Issues with many more events.
    pub grown: usize,
}

impl Tally {
    /// How many issues are marked at all.
    pub fn sum(self) -> usize {
        self.new + self.regressed + self.grown
    }

    /// The counts in words: `3 new, 1 regressed, 2 grown`; empty when nothing is marked.
    pub fn label(self) -> String {
        [(self.new, "new"), (self.regressed, "regressed"), (self.grown, "grown")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{} {word}", thousands(count as u64)))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

impl FromIterator<Mark> for Tally {
    fn from_iter<T: IntoIterator<Item = Mark>>(marks: T) -> Self {
        marks.into_iter().fold(Self::default(), |mut tally, mark| {
            match mark {
                Mark::New => tally.new += 1,
                Mark::Regressed => tally.regressed += 1,
                Mark::Grown(_) => tally.grown += 1,
            }
            tally
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Tally};

    #[test]
    fn marks_are_counted_and_named() {
        let tally = |marks: &[Mark]| marks.iter().copied().collect::<Tally>();
        for (marks, label) in [
            (vec![], ""),
            (vec![Mark::New], "1 new"),
            (vec![Mark::Regressed, Mark::New, Mark::New], "2 new, 1 regressed"),
            (vec![Mark::Grown(2), Mark::Grown(9)], "2 grown"),
            (
                vec![Mark::Grown(2), Mark::New, Mark::Regressed],
                "1 new, 1 regressed, 1 grown",
            ),
        ] {
            assert_eq!(tally(&marks).label(), label);
            assert_eq!(tally(&marks).sum(), marks.len());
        }
    }
}
