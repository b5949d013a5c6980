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
    let bars: Vec<_> = trend
        .buckets
        .iter()
        .enumerate()
        .map(|(index, bucket)| {
            let height = match bucket.count {
                0 => HAIRLINE,
                count => (count.min(peak) * HEIGHT / peak).max(2 * HAIRLINE),
            };
            let class = match bucket.count {
                0 => "none",
                count if count == trend.peak => "peak",
                _ => "",
            };
            view! {
                <rect
                    class=class
                    x=(index as u64 * step).to_string()
                    y=(HEIGHT - height).to_string()
                    width=(step - GAP).to_string()
                    height=height.to_string()
                    rx="10"
                ></rect>
            }
            .into_any()
        })
        .collect();
    let summary = trend.summary();
    let label = summary.clone();
    view! {
        <svg class="spark" viewBox="0 0 1320 260" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{summary}</title>
            {bars}
        </svg>
    }
    .into_any()
}
