//! Values over time.

/// A value at a point in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// None where it is known that there is none.
    pub value: Option<f64>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line.
    Line,
    /// A line with the area below it filled.
    Area,
    /// The area between two values of each time.
    Range,
}

/// Which colour, dashes and hatching. The first six tell series apart; the others mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The first series.
    One,
    /// The second.
    Two,
    /// The third.
    Three,
    /// The fourth.
    Four,
    /// The fifth.
    Five,
    /// The sixth.
    Six,
    /// As it should be.
    Good,
    /// Not as it should be, but still working.
    Warning,
    /// Not working.
    Bad,
    /// Not known, or of little weight.
    Quiet,
}

impl Ink {
    /// The class that colours it.
    pub fn class(self) -> &'static str {
        match self {
            Self::One => "ink-1",
            Self::Two => "ink-2",
            Self::Three => "ink-3",
            Self::Four => "ink-4",
            Self::Five => "ink-5",
            Self::Six => "ink-6",
            Self::Good => "ink-good",
            Self::Warning => "ink-warning",
            Self::Bad => "ink-bad",
            Self::Quiet => "ink-quiet",
        }
    }

    /// Its dashes, as in `stroke-dasharray`: told apart without a colour.
    pub fn dash(self) -> &'static str {
        match self {
            Self::One | Self::Good => "none",
            Self::Two | Self::Warning => "7 3",
            Self::Three | Self::Bad => "2 3",
            Self::Four => "9 3 2 3",
            Self::Five => "4 2",
            Self::Six | Self::Quiet => "1 4",
        }
    }

    /// Its colour on white, for files.
    pub(super) fn literal(self) -> &'static str {
        match self {
            Self::One => "#4f46c9",
            Self::Two => "#b45309",
            Self::Three => "#0f766e",
            Self::Four => "#be185d",
            Self::Five => "#0369a1",
            Self::Six => "#4d7c0f",
            Self::Good => "#3d9163",
            Self::Warning => "#b87a12",
            Self::Bad => "#c0262d",
            Self::Quiet => "#7b7f8a",
        }
    }
}

/// A series of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the legend calls it.
    pub name: String,
    /// How it looks.
    pub ink: Ink,
    /// How it is drawn.
    pub shape: Shape,
    points: Vec<Point>,
    lows: Vec<Option<f64>>,
    gap_ms: Option<i64>,
}

impl Series {
    /// A line. The points may come in any order; what is no number is a gap.
    pub fn line(name: impl Into<String>, ink: Ink, points: Vec<Point>) -> Self {
        Self {
            name: name.into(),
            ink,
            shape: Shape::Line,
            points: sorted(points),
            lows: Vec::new(),
            gap_ms: None,
        }
    }

    /// A line with the area below it filled.
    pub fn area(name: impl Into<String>, ink: Ink, points: Vec<Point>) -> Self {
        Self {
            shape: Shape::Area,
            ..Self::line(name, ink, points)
        }
    }

    /// The area between two values, such as the 5th and the 95th percentile. Where one of the two is missing, both are.
    pub fn range(name: impl Into<String>, ink: Ink, lower: Vec<Point>, upper: Vec<Point>) -> Self {
        let lower = sorted(lower);
        let mut points = sorted(upper);
        let mut rest = lower.as_slice();
        let mut lows = Vec::with_capacity(points.len());
        for point in &mut points {
            while let [first, behind @ ..] = rest
                && first.at_ms < point.at_ms
            {
                rest = behind;
            }
            let low = rest.first().filter(|low| low.at_ms == point.at_ms);
            let low = low.and_then(|low| low.value).filter(|_| point.value.is_some());
            if low.is_none() {
                point.value = None;
            }
            lows.push(low);
        }
        Self {
            name: name.into(),
            ink,
            shape: Shape::Range,
            points,
            lows,
            gap_ms: None,
        }
    }

    /// The same with a gap wherever two points are further apart than so many intervals.
    pub fn with_gap(mut self, interval_ms: i64, intervals: f64) -> Self {
        self.gap_ms = Some((interval_ms as f64 * intervals) as i64);
        self
    }

    /// All points, the oldest first. Of a range the upper values.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The points from one time to another, both included.
    pub fn within(&self, from_ms: i64, to_ms: i64) -> &[Point] {
        let (first, end) = self.bounds(from_ms, to_ms);
        self.points.get(first..end).unwrap_or_default()
    }

    /// The lower values of the same points; nothing unless it is a range.
    pub(super) fn lows_within(&self, from_ms: i64, to_ms: i64) -> &[Option<f64>] {
        let (first, end) = self.bounds(from_ms, to_ms);
        self.lows.get(first..end).unwrap_or_default()
    }

    /// Where the points of a time are: the first, and the one behind the last.
    pub(super) fn bounds(&self, from_ms: i64, to_ms: i64) -> (usize, usize) {
        let first = self.points.partition_point(|point| point.at_ms < from_ms);
        let end = self.points.partition_point(|point| point.at_ms <= to_ms);
        (first, end.max(first))
    }

    /// The point at a place, with its lower value if it is a range.
    pub(super) fn at(&self, place: usize) -> Option<(Point, Option<f64>)> {
        let low = self.lows.get(place).copied().flatten();
        self.points.get(place).map(|point| (*point, low))
    }

    /// Whether nothing is known between two points that follow one another.
    pub(super) fn is_gap(&self, before_ms: i64, after_ms: i64) -> bool {
        self.gap_ms.is_some_and(|gap| after_ms.saturating_sub(before_ms) > gap)
    }
}

/// In the order of time; those that are in order already, as most are, cost one look.
fn sorted(mut points: Vec<Point>) -> Vec<Point> {
    for point in &mut points {
        point.value = point.value.filter(|value| value.is_finite());
    }
    if !points.is_sorted_by_key(|point| point.at_ms) {
        points.sort_by_key(|point| point.at_ms);
    }
    points
}

/// The values of bars, one for each bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSeries {
    /// What the legend calls it.
    pub name: String,
    /// How it looks.
    pub ink: Ink,
    /// None where nothing is known, which is not nought. Values below nought count as nought.
    pub values: Vec<Option<f64>>,
}

impl BarSeries {
    /// The value of a bucket, never below nought.
    pub(super) fn value(&self, place: usize) -> Option<f64> {
        let value = self.values.get(place).copied().flatten();
        value.filter(|value| value.is_finite()).map(|value| value.max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Ink, Point, Series};

    fn point(at_ms: i64, value: f64) -> Point {
        Point {
            at_ms,
            value: Some(value),
        }
    }

    #[test]
    fn points_are_put_in_order_and_what_is_no_number_is_a_gap() {
        let series = Series::line("a", Ink::One, vec![point(3, f64::NAN), point(1, 1.0), point(2, 2.0)]);
        let values: Vec<Option<f64>> = series.points().iter().map(|point| point.value).collect();
        assert_eq!(values, [Some(1.0), Some(2.0), None]);
        assert_eq!(series.within(2, 2).len(), 1);
        assert_eq!(series.within(9, 0).len(), 0);
    }

    #[test]
    fn a_range_needs_both_values() {
        let lower = vec![point(1, 1.0), point(2, 2.0), point(4, 1.0)];
        let upper = vec![point(1, 5.0), point(3, 6.0), point(4, f64::INFINITY)];
        let range = Series::range("r", Ink::One, lower, upper);
        let values: Vec<Option<f64>> = range.points().iter().map(|point| point.value).collect();
        assert_eq!(values, [Some(5.0), None, None]);
        assert_eq!(range.lows_within(0, 9), [Some(1.0), None, None]);
    }

    #[test]
    fn far_apart_is_a_gap_only_where_it_was_asked_for() {
        let series = Series::line("a", Ink::One, Vec::new());
        assert!(!series.is_gap(0, i64::MAX));
        let series = series.with_gap(60_000, 2.5);
        assert!(!series.is_gap(0, 150_000));
        assert!(series.is_gap(0, 150_001));
        assert!(series.is_gap(i64::MIN, i64::MAX));
    }
}
