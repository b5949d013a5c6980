//! Time divided into buckets, and values put into them.

use super::clock::Clock;
use super::series::Point;
use super::step::Step;

/// A span of time that has one bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// When it begins, in milliseconds since the Unix epoch.
    pub from_ms: i64,
    /// When the next one begins.
    pub to_ms: i64,
}

/// Divides a span of time at even times of the reader's clock. The first and the last bucket end where the span does, so
/// they may be shorter. Nothing for a span of no length.
pub fn divide(from_ms: i64, to_ms: i64, step: Step, clock: &Clock) -> Vec<Bucket> {
    if from_ms >= to_ms {
        return Vec::new();
    }
    let starts = step.starts(from_ms, to_ms, *clock).into_iter();
    let mut begin = from_ms;
    let mut buckets = Vec::new();
    for next in starts.filter(|at| (from_ms + 1..to_ms).contains(at)).chain([to_ms]) {
        buckets.push(Bucket {
            from_ms: begin,
            to_ms: next,
        });
        begin = next;
    }
    buckets
}

/// The bucket in which a point in time is. The buckets are in order.
pub fn place(buckets: &[Bucket], at_ms: i64) -> Option<usize> {
    let behind = buckets.partition_point(|bucket| bucket.from_ms <= at_ms);
    let place = behind.checked_sub(1)?;
    buckets.get(place).filter(|bucket| at_ms < bucket.to_ms).map(|_| place)
}

/// How many of these times are in each bucket; those outside are left out.
pub fn count(buckets: &[Bucket], times_ms: impl IntoIterator<Item = i64>) -> Vec<Option<f64>> {
    let mut counts = vec![0.0; buckets.len()];
    for at in times_ms {
        if let Some(count) = place(buckets, at).and_then(|place| counts.get_mut(place)) {
            *count += 1.0;
        }
    }
    counts.into_iter().map(Some).collect()
}

/// The average of the values in each bucket; None where there is no value.
pub fn average(buckets: &[Bucket], points: &[Point]) -> Vec<Option<f64>> {
    let mut sums = vec![(0.0, 0_u32); buckets.len()];
    for point in points {
        let sum = place(buckets, point.at_ms).and_then(|place| sums.get_mut(place));
        if let (Some((sum, count)), Some(value)) = (sum, point.value.filter(|value| value.is_finite())) {
            *sum += value;
            *count += 1;
        }
    }
    let averages = sums
        .into_iter()
        .map(|(sum, count)| (count > 0).then(|| sum / f64::from(count)));
    averages.collect()
}

#[cfg(test)]
mod tests {
    use super::super::clock::berlin::{CLOCK, ms};
    use super::{average, count, divide, place};
    use crate::chart::{Clock, Point, Step};
    use crate::testing::random;

    const HOUR: i64 = 3_600_000;

    #[test]
    fn days_of_23_and_25_hours_are_one_bucket_each() {
        let hours = |from: &str| -> Vec<i64> {
            let buckets = divide(ms(from), ms(from) + 72 * HOUR, Step::Days(1), &CLOCK);
            buckets
                .iter()
                .map(|bucket| (bucket.to_ms - bucket.from_ms) / HOUR)
                .collect()
        };
        assert_eq!(hours("2026-03-27T23:00:00Z"), [24, 23, 24, 1]);
        assert_eq!(hours("2026-10-23T22:00:00Z"), [24, 25, 23]);
    }

    #[test]
    fn buckets_cover_the_span_without_holes() {
        let mut next = random(5);
        for _ in 0..1000 {
            let from = ms("2026-01-01T00:00:00Z") + next(300 * 86_400_000) as i64;
            let to = from + 1 + next(60 * 86_400_000) as i64;
            let step = Step::for_span(from, to, 1 + next(60) as usize);
            let buckets = divide(from, to, step, &CLOCK);
            assert_eq!(buckets.first().map(|bucket| bucket.from_ms), Some(from));
            assert_eq!(buckets.last().map(|bucket| bucket.to_ms), Some(to));
            assert!(buckets.windows(2).all(|two| two[0].to_ms == two[1].from_ms));
            assert!(buckets.iter().all(|bucket| bucket.from_ms < bucket.to_ms));
            let times: Vec<i64> = (0..50).map(|_| from + next((to - from) as u64) as i64).collect();
            let sum: f64 = count(&buckets, times).into_iter().flatten().sum();
            assert_eq!(sum, 50.0);
        }
        assert_eq!(divide(5, 5, Step::Days(1), &CLOCK), []);
        assert_eq!(divide(5, 4, Step::Days(1), &CLOCK), []);
    }

    #[test]
    fn values_are_put_where_they_belong() {
        let buckets = divide(0, 3 * HOUR, Step::Hours(1), &Clock::UTC);
        assert_eq!(
            [0, HOUR - 1, HOUR, 3 * HOUR, -1].map(|at| place(&buckets, at)),
            [Some(0), Some(0), Some(1), None, None]
        );
        let point = |at_ms, value| Point { at_ms, value };
        let points = [
            point(5, Some(2.0)),
            point(6, Some(4.0)),
            point(HOUR, None),
            point(2 * HOUR, Some(f64::NAN)),
        ];
        assert_eq!(average(&buckets, &points), [Some(3.0), None, None]);
        assert_eq!(
            count(&buckets, [1, 2, 2 * HOUR, 9 * HOUR]),
            [Some(2.0), Some(0.0), Some(1.0)]
        );
    }
}
