//! A sparkline of bars. For screen readers it is one sentence.

use glint_model::trend::Trend;
use leptos::prelude::*;

/// The drawing's own units, tenths of a pixel, so that every number is whole.
const WIDTH: u64 = 1320;
const HEIGHT: u64 = 260;
const GAP: u64 = 15;
const HAIRLINE: u64 = 10;

/// Draws a trend. The highest bars have the accent's colour; empty buckets are a hairline.
pub fn spark(trend: &Trend) -> AnyView {
    let step = WIDTH / trend.buckets.len().max(1) as u64;
    let peak = trend.peak.max(1);
    // Three paths in place of a shape for each bar: a list of some thousand rows has two dozen bars in each.
    let (mut none, mut usual, mut highest) = (String::new(), String::new(), String::new());
    for (index, bucket) in trend.buckets.iter().enumerate() {
        let (path, height) = match bucket.count {
            0 => (&mut none, HAIRLINE),
            count => (
                if count == trend.peak { &mut highest } else { &mut usual },
                (count.min(peak) * HEIGHT / peak).max(2 * HAIRLINE),
            ),
        };
        let (left, width) = (index as u64 * step, step - GAP);
        path.push_str(&format!("M{left} {HEIGHT}v-{height}h{width}v{height}z"));
    }
    let summary = trend.summary();
    let label = summary.clone();
    view! {
        <svg class="spark" viewBox="0 0 1320 260" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{summary}</title>
            <path class="none" d=none></path>
            <path d=usual></path>
            <path class="peak" d=highest></path>
        </svg>
    }
    .into_any()
}
