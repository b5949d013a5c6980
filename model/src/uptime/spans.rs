//! Several stretches of time.

use super::span::Span;

/// Spans in their order that neither touch nor overlap; none is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Adds a span; what it touches becomes one with it.
    pub fn add(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        let from = self.0.partition_point(|one| one.end < span.start);
        let to = self.0.partition_point(|one| one.start <= span.end).max(from);
        let touched = self.0.get(from..to).unwrap_or_default();
        let start = touched.first().map_or(span.start, |one| one.start.min(span.start));
        let end = touched.last().map_or(span.end, |one| one.end.max(span.end));
        self.0.splice(from..to, [Span::new(start, end)]);
    }

    /// Adds all spans of others.
    pub fn add_all(&mut self, others: &Self) {
        for span in &others.0 {
            self.add(*span);
        }
    }

    /// What is left when others are taken out.
    pub fn without(&self, others: &Self) -> Self {
        let mut left = Vec::new();
        for span in &self.0 {
            let mut rest = *span;
            for other in others.touching(*span) {
                let before = Span::new(rest.start, other.start.min(rest.end));
                if !before.is_empty() {
                    left.push(before);
                }
                rest.start = other.end;
            }
            if !rest.is_empty() {
                left.push(rest);
            }
        }
        Self(left)
    }

    /// The parts within a span.
    pub fn within(&self, span: Span) -> Self {
        Self(self.touching(span).iter().filter_map(|one| one.overlap(span)).collect())
    }

    /// Whether the whole of a span is in one of them.
    pub fn cover(&self, span: Span) -> bool {
        self.touching(span)
            .iter()
            .any(|one| one.start <= span.start && span.end <= one.end)
    }

    /// The spans, the oldest first.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// The oldest.
    pub fn first(&self) -> Option<Span> {
        self.0.first().copied()
    }

    /// The newest.
    pub fn last(&self) -> Option<Span> {
        self.0.last().copied()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long they are together, in milliseconds.
    pub fn len_ms(&self) -> i64 {
        self.0.iter().fold(0, |sum, span| sum.saturating_add(span.len_ms()))
    }

    /// Those that share a moment with a span.
    fn touching(&self, span: Span) -> &[Span] {
        let from = self.0.partition_point(|one| one.end <= span.start);
        let to = self.0.partition_point(|one| one.start < span.end);
        self.0.get(from..to).unwrap_or_default()
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut all = Self::default();
        for span in spans {
            all.add(span);
        }
        all
    }
}
