//! A chart as shapes: paths, lines and labels with their places, ready to be put into any SVG.

mod bars;
mod frame;
mod lines;

use super::clock::Clock;
use super::path::{PathText, Rect};
use super::scale::Scale;
use super::series::Ink;
use super::shown::Shown;
use super::value_axis::value_axis;
use super::{Chart, Look, Marks, SpanKind};

/// Where the plot lies: room for the labels of time below, for half a label above, and for half a label on the right.
const TOP: f64 = 10.0;
const BOTTOM: f64 = 24.0;
const RIGHT: f64 = 10.0;
/// How wide a character of a label is at most, in pixels: labels are 11 px high.
const CHARACTER: f64 = 6.5;
/// Pixels between lines across, and between labels of time.
const VALUE_STEP: f64 = 34.0;
const TIME_STEP: f64 = 84.0;

/// A chart as shapes. Places are pixels of the plot unless said otherwise, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How wide everything is.
    pub width: f64,
    /// How high everything is.
    pub height: f64,
    /// Where the plot begins, from the left of everything.
    pub left: f64,
    /// Where it begins, from above.
    pub top: f64,
    /// How wide the plot is.
    pub plot_width: f64,
    /// How high it is.
    pub plot_height: f64,
    /// From time to x.
    pub x: Scale,
    /// From value to y.
    pub y: Scale,
    /// Labels and lines across, from below.
    pub values: Vec<AxisTick>,
    /// Labels of time, from the left.
    pub times: Vec<AxisTick>,
    /// Shaded times.
    pub spans: Vec<DrawnSpan>,
    /// What is shown of the series.
    pub series: Vec<DrawnSeries>,
    /// Lines at values that matter.
    pub thresholds: Vec<DrawnThreshold>,
}

/// A label at an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisTick {
    /// Where its line is.
    pub at: f64,
    /// Where the middle of its label is: close to the edge not at its line.
    pub label_at: f64,
    /// What it says.
    pub label: String,
    /// Whether it stands out among the others.
    pub is_strong: bool,
}

/// A shaded time.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnSpan {
    /// Where it begins.
    pub x: f64,
    /// How wide it is: at least two pixels.
    pub width: f64,
    /// What it means.
    pub kind: SpanKind,
    /// Lines over it, as a path.
    pub hatch: String,
    /// Its label, if there is room for it.
    pub label: Option<String>,
}

/// A series as paths; those it does not have are empty.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnSeries {
    /// Its place in the legend.
    pub place: usize,
    /// How it looks.
    pub ink: Ink,
    /// How it is drawn.
    pub look: Look,
    /// What is filled.
    pub fill: String,
    /// What is a line.
    pub line: String,
    /// Dots, each a line of no length with round ends.
    pub dots: String,
    /// Lines over what is filled.
    pub hatch: String,
}

/// A line at a value that matters.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnThreshold {
    /// Where it is.
    pub y: f64,
    /// Where its label stands: above it, or below it where there is no room above.
    pub label_y: f64,
    /// Its label with the value.
    pub label: String,
}

/// Makes shapes of a chart, for so many pixels.
pub fn draw(chart: &Chart, shown: Shown, width: f64, height: f64, clock: &Clock) -> Drawing {
    let (width, height) = (width.max(120.0), height.max(80.0));
    let plot_height = height - TOP - BOTTOM;
    let (low, high) = extremes(chart, shown);
    let axis = value_axis(chart.unit, low, high, (plot_height / VALUE_STEP) as usize);
    let labels: Vec<String> = axis.ticks.iter().map(|tick| chart.unit.short(*tick)).collect();
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let left = (longest as f64 * CHARACTER + 12.0).min(width / 3.0);
    let plot_width = width - left - RIGHT;
    let x = Scale::new((chart.from_ms as f64, chart.to_ms as f64), (0.0, plot_width));
    let y = Scale::new((axis.low, axis.high), (plot_height, 0.0));
    let values = axis.ticks.iter().zip(labels).map(|(tick, label)| AxisTick {
        at: y.place(*tick),
        label_at: y.place(*tick),
        label,
        is_strong: *tick == 0.0,
    });
    let series = match &chart.marks {
        Marks::Lines(all) => lines::draw(chart, all, shown, &x, &y, plot_width),
        Marks::Bars { buckets, stacks } => bars::draw(buckets, stacks, shown, &x, &y),
    };
    Drawing {
        width,
        height,
        left,
        top: TOP,
        plot_width,
        plot_height,
        values: values.collect(),
        times: frame::times(chart, &x, plot_width, clock),
        spans: frame::spans(chart, &x, plot_width, plot_height),
        series,
        thresholds: frame::thresholds(chart, &y, (axis.low, axis.high)),
        x,
        y,
    }
}

/// The hatching of a bar of this ink over a swatch of so many pixels, as a path.
pub fn swatch(ink: Ink, width: f64, height: f64) -> String {
    let mut path = PathText::default();
    path.hatch(Rect::of_size(width, height), bars::hatch_of(ink), 5.0);
    path.finish()
}

/// The same of a shaded time.
pub fn span_swatch(kind: SpanKind, width: f64, height: f64) -> String {
    let mut path = PathText::default();
    let (hatch, gap) = frame::hatch_of(kind);
    path.hatch(Rect::of_size(width, height), hatch, gap);
    path.finish()
}

/// The lowest and the highest of what is shown. A threshold counts unless it would press everything else flat.
fn extremes(chart: &Chart, shown: Shown) -> (f64, f64) {
    let (low, high) = match &chart.marks {
        Marks::Lines(all) => lines::extremes(chart, all, shown),
        Marks::Bars { stacks, .. } => (0.0, bars::highest(stacks, shown)),
    };
    let high = high.max(chart.least_top);
    let near = chart.thresholds.iter().map(|threshold| threshold.value);
    let highest = near
        .filter(|value| *value <= 2.0 * high || high <= 0.0)
        .fold(high, f64::max);
    (low, highest)
}

#[cfg(test)]
mod tests;
