//! What the cross-hair finds: by a pointer the nearest point, by keys the next one; and what it says there.

use super::clock::{Clock, Precision};
use super::series::Series;
use super::shown::Shown;
use super::{Chart, LegendEntry, Look, Marks, buckets};

/// How the cross-hair is moved by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One point back.
    Back,
    /// One point on.
    On,
    /// Ten points back.
    BackTen,
    /// Ten points on.
    OnTen,
    /// To the first point.
    First,
    /// To the last point.
    Last,
}

impl Move {
    /// What a key of this name (`KeyboardEvent.key`) does.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" | "ArrowDown" => Some(Self::Back),
            "ArrowRight" | "ArrowUp" => Some(Self::On),
            "PageDown" => Some(Self::BackTen),
            "PageUp" => Some(Self::OnTen),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }

    /// The same among so many places in a row; from nowhere to the last. None when there is none.
    pub fn place(self, from: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let Some(from) = from else {
            return Some(if self == Self::First { 0 } else { last });
        };
        Some(match self {
            Self::Back => from.saturating_sub(1),
            Self::On => from.saturating_add(1).min(last),
            Self::BackTen => from.saturating_sub(10),
            Self::OnTen => from.saturating_add(10).min(last),
            Self::First => 0,
            Self::Last => last,
        })
    }
}

/// Where the cross-hair is after a key, in milliseconds: on a point of what is shown, or at the beginning of a bar. From
/// nowhere it goes to the last one. None when nothing is shown.
pub fn step(chart: &Chart, shown: Shown, at_ms: Option<i64>, by: Move) -> Option<i64> {
    match &chart.marks {
        Marks::Bars { buckets: all, .. } => {
            let from = at_ms.and_then(|at| buckets::place(all, at));
            by.place(from, all.len())
                .and_then(|place| all.get(place))
                .map(|bucket| bucket.from_ms)
        }
        Marks::Lines(all) => {
            let first = || next(chart, all, shown, chart.from_ms.saturating_sub(1));
            let last = || before(chart, all, shown, chart.to_ms.saturating_add(1));
            let Some(at) = at_ms else {
                return if by == Move::First { first() } else { last() };
            };
            let repeat = |times: usize, one: &dyn Fn(i64) -> Option<i64>| {
                (0..times)
                    .try_fold(at, |at, _| one(at).ok_or(at))
                    .unwrap_or_else(|at| at)
            };
            match by {
                Move::First => first(),
                Move::Last => last(),
                Move::On => Some(repeat(1, &|at| next(chart, all, shown, at))),
                Move::OnTen => Some(repeat(10, &|at| next(chart, all, shown, at))),
                Move::Back => Some(repeat(1, &|at| before(chart, all, shown, at))),
                Move::BackTen => Some(repeat(10, &|at| before(chart, all, shown, at))),
            }
        }
    }
}

/// Where the cross-hair is for a pointer at a point in time.
pub fn nearest(chart: &Chart, shown: Shown, at_ms: i64) -> Option<i64> {
    match &chart.marks {
        Marks::Bars { buckets: all, .. } => {
            let place = buckets::place(all, at_ms).or_else(|| {
                let last = all.len().checked_sub(1)?;
                Some(if at_ms < chart.from_ms { 0 } else { last })
            })?;
            all.get(place).map(|bucket| bucket.from_ms)
        }
        Marks::Lines(all) => {
            let after = next(chart, all, shown, at_ms.saturating_sub(1));
            let before = before(chart, all, shown, at_ms);
            match (before, after) {
                (Some(before), Some(after)) if at_ms.abs_diff(before) < after.abs_diff(at_ms) => Some(before),
                (before, after) => after.or(before),
            }
        }
    }
}

fn shown_of(all: &[Series], shown: Shown) -> impl Iterator<Item = &Series> {
    all.iter()
        .enumerate()
        .filter(move |(place, _)| shown.has(*place))
        .map(|(_, series)| series)
}

fn next(chart: &Chart, all: &[Series], shown: Shown, at_ms: i64) -> Option<i64> {
    let points = shown_of(all, shown).filter_map(|series| {
        let points = series.points();
        points.get(points.partition_point(|point| point.at_ms <= at_ms))
    });
    points.map(|point| point.at_ms).min().filter(|at| *at <= chart.to_ms)
}

fn before(chart: &Chart, all: &[Series], shown: Shown, at_ms: i64) -> Option<i64> {
    let points = shown_of(all, shown).filter_map(|series| {
        let points = series.points();
        let place = points.partition_point(|point| point.at_ms < at_ms).checked_sub(1)?;
        points.get(place)
    });
    points.map(|point| point.at_ms).max().filter(|at| *at >= chart.from_ms)
}

/// What the cross-hair says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// When: a point in time, or the time of a bar.
    pub time: String,
    /// The value of each series that is shown.
    pub rows: Vec<ReadingRow>,
    /// The labels of the shaded times that lie over it.
    pub notes: Vec<String>,
}

/// The value of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingRow {
    /// The series as the legend shows it.
    pub series: LegendEntry,
    /// The value in words.
    pub text: String,
    /// Where its dot is on the axis of values: upon the bars below it. None without a value.
    pub height: Option<f64>,
}

impl Reading {
    /// All of it in one sentence.
    pub fn sentence(&self) -> String {
        let rows = self.rows.iter().map(|row| format!("{} {}", row.series.name, row.text));
        let parts: Vec<String> = rows.chain(self.notes.iter().cloned()).collect();
        format!("{}: {}", self.time, parts.join(", "))
    }
}

/// What the cross-hair says where it is.
pub fn read(chart: &Chart, shown: Shown, at_ms: i64, clock: &Clock) -> Reading {
    let notes = chart.spans_at(at_ms).map(|span| span.label.clone()).collect();
    let words = |value: Option<f64>| value.map_or_else(|| "no data".to_owned(), |value| chart.unit.text(value));
    let (time, rows) = match &chart.marks {
        Marks::Lines(all) => {
            let rows = shown_of(all, shown).map(|series| {
                let (value, low) = value_at(chart, series, at_ms);
                let text = match (low, value) {
                    (Some(low), Some(value)) => format!("{} to {}", words(Some(low)), words(Some(value))),
                    _ => words(value),
                };
                ReadingRow {
                    series: LegendEntry {
                        name: series.name.clone(),
                        ink: series.ink,
                        look: Look::Shape(series.shape),
                    },
                    text,
                    height: value,
                }
            });
            (clock.text(at_ms, Precision::Full), rows.collect())
        }
        Marks::Bars { buckets: all, stacks } => {
            let place = buckets::place(all, at_ms);
            let mut base = 0.0;
            let shown = stacks.iter().enumerate().filter(|(place, _)| shown.has(*place));
            let rows = shown.map(|(_, series)| {
                let value = place.and_then(|place| series.value(place));
                base += value.unwrap_or(0.0);
                ReadingRow {
                    series: LegendEntry {
                        name: series.name.clone(),
                        ink: series.ink,
                        look: Look::Bar,
                    },
                    text: words(value),
                    height: value.map(|_| base),
                }
            });
            let bucket = place.and_then(|place| all.get(place));
            let time = bucket.map_or_else(String::new, |bucket| bucket_text(*bucket, *clock));
            (time, rows.collect())
        }
    };
    Reading { time, rows, notes }
}

/// The value of a series at a point in time, and the lower one of a range. A series whose points are at other times says
/// what it has within a hundredth of the chart.
fn value_at(chart: &Chart, series: &Series, at_ms: i64) -> (Option<f64>, Option<f64>) {
    let reach = chart.to_ms.abs_diff(chart.from_ms) / 100;
    let place = series.points().partition_point(|point| point.at_ms < at_ms);
    let around = [Some(place), place.checked_sub(1)].into_iter().flatten();
    let nearest = around
        .filter_map(|place| series.at(place))
        .filter(|(point, _)| point.at_ms.abs_diff(at_ms) <= reach)
        .min_by_key(|(point, _)| point.at_ms.abs_diff(at_ms));
    nearest.map_or((None, None), |(point, low)| (point.value, low))
}

/// The value of a series at exactly this time, and the lower one of a range.
pub(super) fn exact(series: &Series, at_ms: i64) -> (Option<f64>, Option<f64>) {
    let place = series.points().partition_point(|point| point.at_ms < at_ms);
    let found = series.at(place).filter(|(point, _)| point.at_ms == at_ms);
    found.map_or((None, None), |(point, low)| (point.value, low))
}

/// The time of a bar: the date for a whole day, or from when to when.
pub(super) fn bucket_text(bucket: buckets::Bucket, clock: Clock) -> String {
    let is_midnight = |at_ms| clock.wall_ms(at_ms).rem_euclid(86_400_000) == 0;
    if !is_midnight(bucket.from_ms) || !is_midnight(bucket.to_ms) {
        return clock.span_text(bucket.from_ms, bucket.to_ms);
    }
    let first = clock.text(bucket.from_ms, Precision::Date);
    let last = clock.text(bucket.to_ms - 1, Precision::Date);
    if first == last {
        first
    } else {
        format!("{first} – {last}")
    }
}

/// What a brush has chosen, the earlier time first; whole bars of a chart of bars. None for less than a thousandth of the
/// chart, which is a slip of the hand.
pub fn brushed(chart: &Chart, one_ms: i64, other_ms: i64) -> Option<(i64, i64)> {
    let (from, to) = (one_ms.min(other_ms), one_ms.max(other_ms));
    let (from, to) = (from.max(chart.from_ms), to.min(chart.to_ms));
    if let Marks::Bars { buckets: all, .. } = &chart.marks {
        let first = buckets::place(all, from).and_then(|place| all.get(place))?;
        let last = buckets::place(all, to)
            .and_then(|place| all.get(place))
            .or(all.last())?;
        return Some((first.from_ms, last.to_ms));
    }
    let least = chart.to_ms.abs_diff(chart.from_ms) / 1000;
    (to > from && to.abs_diff(from) > least).then_some((from, to))
}

/// A span of time around a point, half as long as the chart's or twice as long; around the middle without a point.
pub fn zoomed(chart: &Chart, around_ms: Option<i64>, is_in: bool) -> (i64, i64) {
    let length = chart.to_ms.saturating_sub(chart.from_ms);
    let middle = around_ms.unwrap_or(chart.from_ms.saturating_add(length / 2));
    let half = if is_in { (length / 4).max(1) } else { length };
    let (from, to) = (middle.saturating_sub(half), middle.saturating_add(half));
    if !is_in {
        return (from, to);
    }
    // Close to an end it stays within the chart.
    let from = from.clamp(chart.from_ms, chart.to_ms.saturating_sub(2 * half).max(chart.from_ms));
    (from, from.saturating_add(2 * half))
}

#[cfg(test)]
mod tests;
