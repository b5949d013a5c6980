//! A stretch of time.

use crate::timestamp::Timestamp;

/// From its start up to, but without, its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first moment in it.
    pub start: Timestamp,
    /// The first moment after it. Not after the start: the span is empty.
    pub end: Timestamp,
}

impl Span {
    /// From one time to another.
    pub fn new(start: Timestamp, end: Timestamp) -> Self {
        Self { start, end }
    }

    /// The last so many milliseconds before a time.
    pub fn last(length_ms: i64, end: Timestamp) -> Self {
        Self::new(Timestamp(end.0.saturating_sub(length_ms)), end)
    }

    /// How long it is, in milliseconds; 0 when it is empty.
    pub fn len_ms(self) -> i64 {
        self.end.0.saturating_sub(self.start.0).max(0)
    }

    /// Whether there is no moment in it.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether a moment is in it.
    pub fn contains(self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }

    /// What is in both, if anything is.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let both = Self::new(self.start.max(other.start), self.end.min(other.end));
        (!both.is_empty()).then_some(both)
    }
}
