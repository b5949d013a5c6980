//! Charts: every state says what it is, every control has a name, and names are never markup.

use super::page::{Page, draw};
use glint::ui::chart::{ChartOptions, check_strip, spark_line, time_chart};
use glint_model::chart::{
    BarSeries, Bucket, Cell, CellKind, Chart, Clock, Ink, Point, Series, Span, SpanKind, Threshold, Unit,
};
use leptos::prelude::*;
use std::sync::Arc;

fn points(count: i64) -> Vec<Point> {
    let points = (0..count).map(|at| Point {
        at_ms: at * 60_000,
        value: Some(40.0 + at as f64),
    });
    points.collect()
}

fn lines(names: &[&str], count: i64) -> Chart {
    let inks = [Ink::One, Ink::Two, Ink::Three];
    let series = names
        .iter()
        .zip(inks)
        .map(|(name, ink)| Series::line(*name, ink, points(count)));
    Chart::lines("Response time", Unit::Milliseconds, 0, 3_600_000, series.collect())
}

fn drawn(chart: Option<Chart>, options: impl FnOnce(ChartOptions) -> ChartOptions) -> Page {
    draw(|| {
        let options = options(ChartOptions::new("times").clock(Clock::UTC));
        time_chart(Signal::stored(chart.map(Arc::new)), options)
    })
}

#[test]
fn a_chart_is_a_slider_with_a_name_a_legend_and_a_table() {
    let page = drawn(Some(lines(&["p50", "p95"], 30)), |options| options.on_zoom(|_, _| ()));
    assert_eq!(page.nameless(), Vec::<String>::new());
    assert_eq!(page.attributes("[role=slider]", "aria-label"), ["Response time"]);
    assert_eq!(page.attributes("[role=slider]", "aria-valuemax"), ["3600000"]);
    assert_eq!(
        page.attributes("[role=slider]", "aria-describedby"),
        ["chart-times-help"]
    );
    assert_eq!(page.count("#chart-times-help"), 1);
    assert_eq!(page.texts(".chart-legend button"), ["p50", "p95"]);
    assert_eq!(
        page.attributes(".chart-legend button", "aria-pressed"),
        ["true", "true"]
    );
    assert_eq!(
        page.attributes(".chart-tools button", "aria-label"),
        ["Zoom out", "Zoom in", "Save as SVG", "Save as CSV"]
    );
    assert_eq!(page.texts("details summary"), ["Show as table"]);
    assert_eq!(page.count("table"), 0, "the table is built when it is opened");
    assert_eq!(
        page.count("path.line[stroke-dasharray='7 3']"),
        2,
        "in the chart and in the legend"
    );
    assert!(
        page.text()
            .contains("p50: lowest 40 ms (1 Jan 1970, 00:00:00), highest 69 ms")
    );
    assert_eq!(
        page.count(".chart svg:not([aria-hidden=true]):not(svg svg)"),
        0,
        "drawings are decoration"
    );
}

#[test]
fn without_a_zoom_there_is_nothing_to_zoom_with() {
    let page = drawn(Some(lines(&["p50"], 30)), |options| options);
    assert_eq!(
        page.attributes(".chart-tools button", "aria-label"),
        ["Save as SVG", "Save as CSV"]
    );
    assert_eq!(page.count(".chart-legend button"), 0, "one series is not hidden");
    assert_eq!(page.texts(".chart-legend li"), ["p50"]);
    assert!(!page.texts("#chart-times-help")[0].contains("Shift"));
}

#[test]
fn waiting_and_nothing_say_so() {
    assert_eq!(drawn(None, |options| options).texts("[role=status]"), ["Loading"]);
    let empty = drawn(Some(lines(&["p50"], 0)), |options| options);
    assert_eq!(empty.attributes("[role=img]", "aria-label"), ["Response time: no data"]);
    assert_eq!(empty.texts(".chart-empty"), ["No data in this time"]);
    assert!(empty.count("text.time") > 0, "the axis says for which time");
    assert_eq!(empty.count("[tabindex]"), 0);
}

#[test]
fn one_point_is_a_dot() {
    let page = drawn(Some(lines(&["p50"], 1)), |options| options);
    assert_eq!(page.count("path.dots"), 1);
    assert!(
        page.text()
            .contains("p50: 40 ms (1 Jan 1970, 00:00:00), the only value.")
    );
}

#[test]
fn shaded_times_and_thresholds_have_words() {
    let span = |from_ms, kind, label: &str| Span {
        from_ms,
        to_ms: from_ms + 1_500_000,
        kind,
        label: label.to_owned(),
    };
    let chart = lines(&["p50"], 30)
        .with_spans(vec![
            span(0, SpanKind::Down, "Down: <b>502</b>"),
            span(1_800_000, SpanKind::Unknown, "No checks"),
        ])
        .with_thresholds(vec![Threshold {
            value: 60.0,
            label: "Slow".to_owned(),
        }]);
    let page = drawn(Some(chart), |options| options);
    assert_eq!(page.texts(".chart-legend li"), ["p50", "Down", "Unknown"]);
    assert_eq!(page.texts(".span text"), ["Down: <b>502</b>", "No checks"]);
    assert_eq!(page.texts(".threshold text"), ["Slow: 60 ms"]);
    assert_eq!(page.count("b"), 0);
    let hatches = page.attributes(".chart-drawing .span path", "d");
    assert!(
        hatches.iter().all(|path| path.starts_with('M')),
        "told without a colour"
    );
}

#[test]
fn bars_of_several_series_are_hatched() {
    let buckets: Vec<Bucket> = (0..4)
        .map(|at| Bucket {
            from_ms: at * 3_600_000,
            to_ms: (at + 1) * 3_600_000,
        })
        .collect();
    let stack = |name: &str, ink| BarSeries {
        name: name.to_owned(),
        ink,
        values: vec![Some(3.0); 4],
    };
    let unit = Unit::Count {
        one: "check",
        many: "checks",
    };
    let chart = Chart::bars(
        "Checks",
        unit,
        buckets,
        vec![stack("Up", Ink::Good), stack("Down", Ink::Bad)],
    );
    let page = drawn(Some(chart), |options| options);
    assert_eq!(page.count(".chart-drawing path.bars"), 2);
    assert_eq!(page.count(".chart-drawing .ink-bad path.hatch"), 1);
    assert!(page.text().contains("Up: 12 checks in all"));
}

#[test]
fn a_strip_is_four_paths_and_one_stop() {
    let kinds = [CellKind::Up, CellKind::Slow, CellKind::Down, CellKind::None];
    let cells: Arc<[Cell]> = (0..60)
        .map(|at| Cell {
            kind: kinds[at % 4],
            height: 50,
        })
        .collect();
    let page = draw(|| check_strip("Checks of Shop".to_owned(), Signal::stored(cells), |_| String::new()));
    assert_eq!(page.attributes("[role=slider]", "aria-label"), ["Checks of Shop"]);
    assert_eq!(page.attributes("[role=slider]", "aria-valuenow"), ["60"]);
    assert_eq!(page.count("[tabindex]"), 1);
    assert_eq!(
        page.count("*") - page.count("html"),
        6,
        "a place, a picture and a path for each kind"
    );
}

#[test]
fn a_sparkline_is_one_sentence() {
    let page = draw(|| spark_line(&[Some(1.0), None, Some(2.0)], "Response times".to_owned()));
    assert_eq!(page.attributes("svg[role=img]", "aria-label"), ["Response times"]);
    assert_eq!(
        page.attributes("path.line", "d")[0].matches('M').count(),
        2,
        "a gap is a gap"
    );
}
