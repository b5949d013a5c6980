//! What is around and behind the values: labels of time, shaded times, thresholds.

use super::{AxisTick, CHARACTER, DrawnSpan, DrawnThreshold, TIME_STEP};
use crate::chart::path::{Hatch, PathText, Rect};
use crate::chart::scale::Scale;
use crate::chart::time_ticks::time_ticks;
use crate::chart::{Chart, Clock, SpanKind};

pub(super) fn times(chart: &Chart, x: &Scale, width: f64, clock: &Clock) -> Vec<AxisTick> {
    let most = ((width / TIME_STEP) as usize).max(1);
    let mut free_from = f64::MIN;
    let ticks = time_ticks(chart.from_ms, chart.to_ms, most, *clock).into_iter();
    let ticks = ticks.map(|tick| {
        let at = x.place_ms(tick.at_ms);
        let half = tick.label.chars().count() as f64 * CHARACTER / 2.0;
        // At the edges a label leans inwards; what would lie over the label before is left away.
        let label_at = at.clamp(half - 24.0_f64.min(half), (width + 8.0 - half).max(0.0));
        let has_room = label_at - half >= free_from;
        if has_room {
            free_from = label_at + half + 6.0;
        }
        AxisTick {
            at,
            label_at,
            label: if has_room { tick.label } else { String::new() },
            is_strong: tick.is_strong,
        }
    });
    ticks.collect()
}

pub(super) fn spans(chart: &Chart, x: &Scale, width: f64, height: f64) -> Vec<DrawnSpan> {
    let inside = chart
        .spans
        .iter()
        .filter(|span| span.from_ms <= chart.to_ms && span.to_ms >= chart.from_ms);
    let drawn = inside.map(|span| {
        let left = x.place_ms(span.from_ms.max(chart.from_ms)).min(width - 2.0);
        let span_width = (x.place_ms(span.to_ms.min(chart.to_ms)) - left).max(2.0);
        let rect = Rect {
            x: left,
            y: 0.0,
            width: span_width,
            height,
        };
        let (hatch, gap) = hatch_of(span.kind);
        let mut path = PathText::default();
        path.hatch(rect, hatch, gap);
        let has_room = span.label.chars().count() as f64 * CHARACTER + 8.0 <= span_width;
        DrawnSpan {
            x: left,
            width: span_width,
            kind: span.kind,
            hatch: path.finish(),
            label: has_room.then(|| span.label.clone()),
        }
    });
    drawn.collect()
}

/// How a shaded time is hatched, and how far apart the lines are.
pub(super) fn hatch_of(kind: SpanKind) -> (Hatch, f64) {
    match kind {
        SpanKind::Down => (Hatch::Rising, 6.0),
        SpanKind::Unknown => (Hatch::Falling, 12.0),
    }
}

pub(super) fn thresholds(chart: &Chart, y: &Scale, (low, high): (f64, f64)) -> Vec<DrawnThreshold> {
    let inside = chart
        .thresholds
        .iter()
        .filter(|threshold| (low..=high).contains(&threshold.value));
    let drawn = inside.map(|threshold| {
        let y = y.place(threshold.value);
        DrawnThreshold {
            y,
            label_y: if y < 16.0 { y + 14.0 } else { y - 5.0 },
            label: format!("{}: {}", threshold.label, chart.unit.text(threshold.value)),
        }
    });
    drawn.collect()
}
