//! Lines, areas and ranges as paths.

use super::DrawnSeries;
use crate::chart::path::PathText;
use crate::chart::sample::{Spot, runs};
use crate::chart::scale::Scale;
use crate::chart::series::{Series, Shape};
use crate::chart::{Chart, Look, Shown};

/// With at least so many pixels for each point, every point has a dot.
const ROOM_FOR_DOTS: f64 = 14.0;

pub(super) fn draw(chart: &Chart, all: &[Series], shown: Shown, x: &Scale, y: &Scale, width: f64) -> Vec<DrawnSeries> {
    let shown = all.iter().enumerate().filter(|(place, _)| shown.has(*place));
    shown
        .map(|(place, series)| {
            let runs = runs(series, chart.from_ms, chart.to_ms, x);
            let count = runs.iter().map(Vec::len).sum::<usize>();
            let has_dots = count as f64 * ROOM_FOR_DOTS <= width;
            let mut drawn = DrawnSeries {
                place,
                ink: series.ink,
                look: Look::Shape(series.shape),
                fill: String::new(),
                line: String::new(),
                dots: String::new(),
                hatch: String::new(),
            };
            if series.shape == Shape::Range {
                drawn.fill = range(&runs, y);
                return drawn;
            }
            if series.shape == Shape::Area {
                drawn.fill = area(&runs, y);
            }
            drawn.line = line(&runs, y);
            drawn.dots = dots(&runs, y, has_dots);
            drawn
        })
        .collect()
}

pub(super) fn extremes(chart: &Chart, all: &[Series], shown: Shown) -> (f64, f64) {
    let mut extremes = (0.0_f64, 0.0_f64);
    for (_, series) in all.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
        for value in series
            .within(chart.from_ms, chart.to_ms)
            .iter()
            .filter_map(|point| point.value)
        {
            extremes = (extremes.0.min(value), extremes.1.max(value));
        }
        let lows = series.lows_within(chart.from_ms, chart.to_ms).iter().flatten();
        extremes.0 = lows.fold(extremes.0, |low, value| low.min(*value));
    }
    extremes
}

fn line(runs: &[Vec<Spot>], y: &Scale) -> String {
    let mut path = PathText::default();
    for run in runs.iter().filter(|run| run.len() > 1) {
        for (at, spot) in run.iter().enumerate() {
            match at {
                0 => path.start(spot.x, y.place(spot.value)),
                _ => path.line(spot.x, y.place(spot.value)),
            }
        }
    }
    path.finish()
}

/// A point that is alone is no line, so it is a dot.
fn dots(runs: &[Vec<Spot>], y: &Scale, has_all: bool) -> String {
    let mut path = PathText::default();
    for spot in runs.iter().filter(|run| has_all || run.len() == 1).flatten() {
        path.dot(spot.x, y.place(spot.value));
    }
    path.finish()
}

fn area(runs: &[Vec<Spot>], y: &Scale) -> String {
    let base = y.place(0.0);
    let mut path = PathText::default();
    for run in runs {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        path.start(first.x, base);
        for spot in run {
            path.line(spot.x, y.place(spot.value));
        }
        path.line(last.x, base);
        path.close();
    }
    path.finish()
}

/// There along the upper values, and back along the lower ones. A point that is alone is a line of one pixel.
fn range(runs: &[Vec<Spot>], y: &Scale) -> String {
    let mut path = PathText::default();
    for run in runs {
        let widen = if run.len() == 1 { 0.5 } else { 0.0 };
        for (at, spot) in run.iter().enumerate() {
            match at {
                0 => path.start(spot.x - widen, y.place(spot.value)),
                _ => path.line(spot.x, y.place(spot.value)),
            }
        }
        for spot in run.iter().rev() {
            path.line(spot.x + widen, y.place(spot.low));
        }
        path.close();
    }
    path.finish()
}
