//! The values of a chart as a table.

use super::clock::{Clock, Precision};
use super::series::Series;
use super::shown::Shown;
use super::{Chart, Marks, cursor};
use crate::text::{counted, thousands};

/// The values of a chart as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The heads of the columns; the first is the time.
    pub head: Vec<String>,
    /// The rows, the newest first, each with a cell for each head.
    pub rows: Vec<Vec<String>>,
    /// How many rows there would be.
    pub total: usize,
}

impl Table {
    /// How much of it this is: `The latest 200 of 4 182 rows`.
    pub fn note(&self) -> String {
        if self.rows.len() < self.total {
            format!(
                "The latest {} of {} rows. The CSV file has all of them.",
                thousands(self.rows.len() as u64),
                thousands(self.total as u64)
            )
        } else {
            counted(self.total as u64, "row", "rows")
        }
    }
}

/// The newest values of what is shown, at most so many rows. The last column is what shaded times say, if there are any.
pub fn table(chart: &Chart, shown: Shown, clock: &Clock, most: usize) -> Table {
    let times = times(chart, shown);
    let names = chart.legend().into_iter().enumerate();
    let names = names
        .filter(|(place, _)| shown.has(*place))
        .map(|(_, entry)| entry.name);
    let has_notes = !chart.spans.is_empty();
    let notes = has_notes.then(|| "Note".to_owned());
    let head = ["Time".to_owned()].into_iter().chain(names).chain(notes);
    let row = |at_ms: &i64| {
        let reading = cursor::read(chart, shown, *at_ms, clock);
        let time = match chart.marks {
            Marks::Lines(_) => clock.text(*at_ms, Precision::Full),
            Marks::Bars { .. } => reading.time,
        };
        let values = reading.rows.into_iter().map(|row| row.text);
        let notes = has_notes.then(|| reading.notes.join(", "));
        [time].into_iter().chain(values).chain(notes).collect()
    };
    Table {
        head: head.collect(),
        rows: times.iter().rev().take(most).map(row).collect(),
        total: times.len(),
    }
}

/// Every time at which something that is shown has a point, or at which a bar begins, the oldest first.
pub(super) fn times(chart: &Chart, shown: Shown) -> Vec<i64> {
    match &chart.marks {
        Marks::Bars { buckets, .. } => buckets.iter().map(|bucket| bucket.from_ms).collect(),
        Marks::Lines(all) => {
            let shown = all.iter().enumerate().filter(|(place, _)| shown.has(*place));
            let inside = |series: &Series| -> Vec<i64> {
                let points = series.within(chart.from_ms, chart.to_ms);
                points.iter().map(|point| point.at_ms).collect()
            };
            let mut times: Vec<i64> = shown.flat_map(|(_, series)| inside(series)).collect();
            times.sort_unstable();
            times.dedup();
            times
        }
    }
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::chart::{Chart, Clock, Ink, Point, Series, Shown, Span, SpanKind, Unit};

    fn chart(count: i64) -> Chart {
        let points = (0..count).map(|at| Point {
            at_ms: at * 1000,
            value: (at != 1).then_some(at as f64),
        });
        let other = vec![Point {
            at_ms: 0,
            value: Some(5.0),
        }];
        let series = vec![
            Series::line("p50", Ink::One, points.collect()),
            Series::line("p95", Ink::Two, other),
        ];
        Chart::lines("a", Unit::Milliseconds, 0, 1_000_000, series)
    }

    #[test]
    fn the_newest_come_first() {
        let all = table(&chart(2), Shown::ALL, &Clock::UTC, 10);
        assert_eq!(all.head, ["Time", "p50", "p95"]);
        assert_eq!(all.rows[0], ["1 Jan 1970, 00:00:01", "no data", "5 ms"]);
        assert_eq!(all.rows[1], ["1 Jan 1970, 00:00:00", "0 ms", "5 ms"]);
        assert_eq!(all.note(), "2 rows");
        let one = table(&chart(2), Shown::ALL.toggled(1), &Clock::UTC, 10);
        assert_eq!(one.head, ["Time", "p50"]);
    }

    #[test]
    fn it_says_when_there_is_more() {
        let some = table(&chart(900), Shown::ALL, &Clock::UTC, 200);
        assert_eq!((some.rows.len(), some.total), (200, 900));
        assert_eq!(some.rows[0][0], "1 Jan 1970, 00:14:59");
        assert_eq!(some.note(), "The latest 200 of 900 rows. The CSV file has all of them.");
    }

    #[test]
    fn shaded_times_have_a_column() {
        let chart = chart(2).with_spans(vec![Span {
            from_ms: 500,
            to_ms: 2000,
            kind: SpanKind::Down,
            label: "Down".to_owned(),
        }]);
        let table = table(&chart, Shown::ALL.toggled(1), &Clock::UTC, 10);
        assert_eq!(table.head, ["Time", "p50", "Note"]);
        assert_eq!(table.rows[0][2], "Down");
        assert_eq!(table.rows[1][2], "");
    }
}
