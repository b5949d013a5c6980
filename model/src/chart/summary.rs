//! What a chart shows, in sentences.

use super::clock::{Clock, Precision};
use super::series::{BarSeries, Series};
use super::shown::Shown;
use super::{Chart, Marks, Unit, buckets, cursor};
use crate::text::counted;

/// So many shaded times are named; the others are counted.
const MOST_SPANS: usize = 3;

/// From when to when, then for each series that is shown its lowest, highest and average value and its gaps, then
/// thresholds and shaded times, a sentence each.
pub fn summary(chart: &Chart, shown: Shown, clock: &Clock) -> Vec<String> {
    let span = clock.span_text(chart.from_ms, chart.to_ms);
    if chart.is_empty() {
        let mut sentences = vec![format!("{}, {span}: no data.", chart.title)];
        sentences.extend(spans(chart, *clock));
        return sentences;
    }
    let mut sentences = vec![format!("{}, {span}.", chart.title)];
    match &chart.marks {
        Marks::Lines(all) => {
            for (_, series) in all.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
                sentences.push(of_series(chart, series, *clock));
            }
        }
        Marks::Bars { buckets: all, stacks } => {
            for (_, series) in stacks.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
                sentences.push(of_bars(chart.unit, all, series, *clock));
            }
        }
    }
    for threshold in &chart.thresholds {
        sentences.push(format!("{}: {}.", threshold.label, chart.unit.text(threshold.value)));
    }
    sentences.extend(spans(chart, *clock));
    let legend = chart.legend();
    let hidden: Vec<&str> = legend
        .iter()
        .enumerate()
        .filter(|(place, _)| !shown.has(*place))
        .map(|(_, entry)| entry.name.as_str())
        .collect();
    if !hidden.is_empty() {
        sentences.push(format!("Hidden: {}.", hidden.join(", ")));
    }
    sentences
}

#[derive(Default)]
struct Facts {
    lowest: Option<(f64, i64)>,
    highest: Option<(f64, i64)>,
    sum: f64,
    count: u64,
    gaps: u64,
}

impl Facts {
    fn add(&mut self, low: f64, value: f64, at_ms: i64) {
        if self.lowest.is_none_or(|(lowest, _)| low < lowest) {
            self.lowest = Some((low, at_ms));
        }
        if self.highest.is_none_or(|(highest, _)| value > highest) {
            self.highest = Some((value, at_ms));
        }
        self.sum += value;
        self.count += 1;
    }
}

fn of_series(chart: &Chart, series: &Series, clock: Clock) -> String {
    let (first, end) = series.bounds(chart.from_ms, chart.to_ms);
    let mut facts = Facts::default();
    let (mut last_ms, mut is_open) = (None, true);
    for (point, low) in (first..end).filter_map(|place| series.at(place)) {
        let Some(value) = point.value else {
            is_open = false;
            continue;
        };
        let is_gap = !is_open || last_ms.is_some_and(|last| series.is_gap(last, point.at_ms));
        facts.gaps += u64::from(is_gap && last_ms.is_some());
        (last_ms, is_open) = (Some(point.at_ms), true);
        facts.add(low.unwrap_or(value), value, point.at_ms);
    }
    let (Some(lowest), Some(highest)) = (facts.lowest, facts.highest) else {
        return format!("{}: no data.", series.name);
    };
    let text = |value| chart.unit.text(value);
    let when = |at_ms| clock.text(at_ms, Precision::Full);
    if facts.count == 1 && lowest.0 == highest.0 {
        return format!(
            "{}: {} ({}), the only value.",
            series.name,
            text(highest.0),
            when(highest.1)
        );
    }
    let gaps = match facts.gaps {
        0 => String::new(),
        count => format!(", {}", counted(count, "gap", "gaps")),
    };
    format!(
        "{}: lowest {} ({}), highest {} ({}), average {}{gaps}.",
        series.name,
        text(lowest.0),
        when(lowest.1),
        text(highest.0),
        when(highest.1),
        text(facts.sum / facts.count as f64)
    )
}

fn of_bars(unit: Unit, all: &[buckets::Bucket], series: &BarSeries, clock: Clock) -> String {
    let mut facts = Facts::default();
    for (place, bucket) in all.iter().enumerate() {
        if let Some(value) = series.value(place) {
            facts.add(value, value, bucket.from_ms);
        }
    }
    let highest = facts.highest.and_then(|(value, at_ms)| {
        let bucket = buckets::place(all, at_ms).and_then(|place| all.get(place))?;
        Some((value, cursor::bucket_text(*bucket, clock)))
    });
    let (Some((lowest, _)), Some((highest, when))) = (facts.lowest, highest) else {
        return format!("{}: no data.", series.name);
    };
    let highest = unit.text(highest);
    match unit {
        Unit::Count { .. } if facts.sum == 0.0 => format!("{}: {}.", series.name, unit.text(0.0)),
        Unit::Count { .. } => format!(
            "{}: {} in all, at most {highest} ({when}).",
            series.name,
            unit.text(facts.sum)
        ),
        _ => format!(
            "{}: lowest {}, highest {highest} ({when}), average {}.",
            series.name,
            unit.text(lowest),
            unit.text(facts.sum / facts.count as f64)
        ),
    }
}

fn spans(chart: &Chart, clock: Clock) -> Vec<String> {
    let inside = chart
        .spans
        .iter()
        .filter(|span| span.from_ms <= chart.to_ms && span.to_ms >= chart.from_ms);
    let all: Vec<String> = inside
        .map(|span| format!("{}, {}.", span.label, clock.span_text(span.from_ms, span.to_ms)))
        .collect();
    let more = all.len().saturating_sub(MOST_SPANS) as u64;
    let mut sentences: Vec<String> = all.into_iter().take(MOST_SPANS).collect();
    if more > 0 {
        sentences.push(format!("{} are shaded.", counted(more, "more time", "more times")));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::chart::{BarSeries, Bucket, Chart, Clock, Ink, Point, Series, Shown, Span, SpanKind, Threshold, Unit};

    fn series(name: &str, values: &[Option<f64>]) -> Series {
        let points = values.iter().zip(0..).map(|(value, at)| Point {
            at_ms: at * 60_000,
            value: *value,
        });
        Series::line(name, Ink::One, points.collect())
    }

    fn lines(series: Vec<Series>) -> Chart {
        Chart::lines("Response time", Unit::Milliseconds, 0, 3_600_000, series)
    }

    #[test]
    fn a_line_is_told_by_its_extremes_and_gaps() {
        let values = [None, Some(40.0), Some(20.0), None, None, Some(90.0), None];
        let chart = lines(vec![series("p50", &values), series("p95", &[Some(1.0)])]).with_thresholds(vec![Threshold {
            value: 500.0,
            label: "Slow".to_owned(),
        }]);
        assert_eq!(
            summary(&chart, Shown::ALL.toggled(1), &Clock::UTC),
            [
                "Response time, 1 Jan 1970, 00:00:00 – 01:00:00.",
                "p50: lowest 20 ms (1 Jan 1970, 00:02:00), highest 90 ms (1 Jan 1970, 00:05:00), average 50 ms, 1 gap.",
                "Slow: 500 ms.",
                "Hidden: p95.",
            ]
        );
        assert_eq!(
            summary(&chart, Shown::ALL, &Clock::UTC)[2],
            "p95: 1 ms (1 Jan 1970, 00:00:00), the only value."
        );
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        let empty = lines(vec![series("p50", &[None, None])]);
        assert_eq!(
            summary(&empty, Shown::ALL, &Clock::UTC),
            ["Response time, 1 Jan 1970, 00:00:00 – 01:00:00: no data."]
        );
    }

    #[test]
    fn bars_are_added_up() {
        let buckets = (0..2).map(|hour| Bucket {
            from_ms: hour * 3_600_000,
            to_ms: (hour + 1) * 3_600_000,
        });
        let unit = Unit::Count {
            one: "check",
            many: "checks",
        };
        let stacks = ["up", "down"].map(|name| BarSeries {
            name: name.to_owned(),
            ink: Ink::One,
            values: if name == "up" {
                vec![Some(3.0), Some(4.0)]
            } else {
                vec![Some(0.0), None]
            },
        });
        let chart = Chart::bars("Checks", unit, buckets.collect(), stacks.to_vec());
        assert_eq!(
            summary(&chart, Shown::ALL, &Clock::UTC)[1..],
            [
                "up: 7 checks in all, at most 4 checks (1 Jan 1970, 01:00:00 – 02:00:00).",
                "down: 0 checks."
            ]
        );
    }

    #[test]
    fn shaded_times_are_named_up_to_three() {
        let spans = (0..5).map(|at| Span {
            from_ms: at * 600_000,
            to_ms: at * 600_000 + 60_000,
            kind: SpanKind::Down,
            label: "Down".to_owned(),
        });
        let chart = lines(Vec::new()).with_spans(spans.collect());
        let sentences = summary(&chart, Shown::ALL, &Clock::UTC);
        assert_eq!(sentences[1], "Down, 1 Jan 1970, 00:00:00 – 00:01:00.");
        assert_eq!(sentences[4..], ["2 more times are shaded."]);
    }
}
