//! Fewer points that look the same. Of all points in one column of pixels the first, the lowest, the highest and the last
//! are kept: a line through them covers the very same pixels, and no peak is lost.

use super::scale::Scale;
use super::series::Series;

/// A place and the value there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Where it is, in pixels.
    pub x: f64,
    /// The value; of a range the upper one.
    pub value: f64,
    /// The lower value of a range, else the same.
    pub low: f64,
}

/// Runs without a gap. A point with a gap on both sides is a run of its own.
pub(super) fn runs(series: &Series, from_ms: i64, to_ms: i64, x: &Scale) -> Vec<Vec<Spot>> {
    let (first, end) = series.bounds(from_ms, to_ms);
    // One point beyond each end, so that the line goes on to the edge.
    let places = first.saturating_sub(1)..(end + 1).min(series.points().len());
    let mut runs = Runs::default();
    let mut last_ms = None;
    for (point, low) in places.filter_map(|place| series.at(place)) {
        let Some(value) = point.value else {
            runs.end_run();
            last_ms = None;
            continue;
        };
        if last_ms.is_some_and(|last| series.is_gap(last, point.at_ms)) {
            runs.end_run();
        }
        last_ms = Some(point.at_ms);
        runs.add(Spot {
            x: x.place_ms(point.at_ms),
            value,
            low: low.unwrap_or(value),
        });
    }
    runs.end_run();
    runs.done
}

#[derive(Default)]
struct Runs {
    done: Vec<Vec<Spot>>,
    run: Vec<Spot>,
    column: Option<Column>,
}

struct Column {
    place: f64,
    first: Spot,
    lowest: Spot,
    highest: Spot,
    last: Spot,
}

impl Runs {
    fn add(&mut self, spot: Spot) {
        let place = spot.x.floor();
        if let Some(column) = self.column.as_mut().filter(|column| column.place == place) {
            if spot.low < column.lowest.low {
                column.lowest = spot;
            }
            if spot.value > column.highest.value {
                column.highest = spot;
            }
            column.last = spot;
            return;
        }
        self.end_column();
        self.column = Some(Column {
            place,
            first: spot,
            lowest: spot,
            highest: spot,
            last: spot,
        });
    }

    fn end_column(&mut self) {
        let Some(column) = self.column.take() else { return };
        let (mut one, mut other) = (column.lowest, column.highest);
        if one.x > other.x {
            std::mem::swap(&mut one, &mut other);
        }
        for spot in [column.first, one, other, column.last] {
            if self.run.last() != Some(&spot) {
                self.run.push(spot);
            }
        }
    }

    fn end_run(&mut self) {
        self.end_column();
        if !self.run.is_empty() {
            self.done.push(std::mem::take(&mut self.run));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::chart::{Ink, Point, Scale, Series};
    use crate::testing::random;

    fn series(points: Vec<Point>) -> Series {
        Series::line("a", Ink::One, points)
    }

    #[test]
    fn every_column_keeps_its_lowest_and_its_highest() {
        let mut next = random(17);
        for _ in 0..50 {
            let count = 1 + next(5000) as i64;
            let width = 1 + next(500);
            let points: Vec<Point> = (0..count)
                .map(|at_ms| Point {
                    at_ms,
                    value: Some(next(1000) as f64),
                })
                .collect();
            let x = Scale::new((0.0, count as f64), (0.0, width as f64));
            let got = runs(&series(points.clone()), 0, count, &x);
            assert_eq!(got.len(), 1);
            assert!(got[0].len() <= 4 * width as usize);
            assert!(got[0].is_sorted_by_key(|spot| spot.x));
            for column in 0..width {
                let inside = |place: f64| place.floor() == column as f64;
                let extremes = |values: Vec<f64>| {
                    let low = values.iter().copied().reduce(f64::min);
                    (low, values.iter().copied().reduce(f64::max))
                };
                let all = points.iter().filter(|point| inside(x.place_ms(point.at_ms)));
                let kept = got[0].iter().filter(|spot| inside(spot.x));
                assert_eq!(
                    extremes(all.filter_map(|point| point.value).collect()),
                    extremes(kept.map(|spot| spot.value).collect())
                );
            }
        }
    }

    #[test]
    fn gaps_stay_gaps() {
        let values = [Some(1.0), Some(2.0), None, Some(3.0), None, None, Some(4.0), Some(5.0)];
        let points = values
            .iter()
            .zip(0..)
            .map(|(value, at_ms)| Point { at_ms, value: *value });
        let x = Scale::new((0.0, 8.0), (0.0, 80.0));
        let lengths =
            |series: &Series, x: &Scale| -> Vec<usize> { runs(series, 0, 8, x).iter().map(Vec::len).collect() };
        let all = series(points.collect());
        assert_eq!(lengths(&all, &x), [2, 1, 2]);
        // Also where all of them share one column of pixels.
        assert_eq!(lengths(&all, &Scale::new((0.0, 8.0), (0.0, 0.5))), [2, 1, 2]);
        let far = [0, 1, 2, 6, 7].map(|at_ms| Point {
            at_ms,
            value: Some(1.0),
        });
        assert_eq!(lengths(&series(far.to_vec()).with_gap(1, 2.5), &x), [3, 2]);
        assert_eq!(lengths(&series(Vec::new()), &x), [0; 0]);
    }

    #[test]
    fn the_line_goes_on_to_the_edges() {
        let points = (0..10).map(|at_ms| Point {
            at_ms,
            value: Some(0.0),
        });
        let x = Scale::new((3.5, 6.5), (0.0, 30.0));
        let got = runs(&series(points.collect()), 4, 6, &x);
        let places: Vec<f64> = got[0].iter().map(|spot| spot.x.round()).collect();
        assert_eq!(places, [-5.0, 5.0, 15.0, 25.0, 35.0]);
    }
}
