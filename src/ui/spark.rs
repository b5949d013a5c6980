//! A sparkline of bars. For screen readers it is one sentence.

use glint_model::trend::Trend;
use leptos::prelude::*;

const WIDTH: f64 = 132.0;
const HEIGHT: f64 = 26.0;

/// Draws a trend. The highest bars have the accent's colour; empty buckets are a hairline.
pub fn spark(trend: &Trend) -> impl IntoView + use<> {
    let step = WIDTH / trend.buckets.len().max(1) as f64;
    let peak = trend.peak.max(1) as f64;
    let bars: Vec<_> = trend
        .buckets
        .iter()
        .enumerate()
        .map(|(index, bucket)| {
            let height = if bucket.count == 0 {
                1.0
            } else {
                (bucket.count as f64 / peak * HEIGHT).max(2.0)
            };
            let class = match bucket.count {
                0 => "none",
                count if count == trend.peak => "peak",
                _ => "",
            };
            view! {
                <rect
                    class=class
                    x=format!("{:.1}", index as f64 * step)
                    y=format!("{:.1}", HEIGHT - height)
                    width=format!("{:.1}", step - 1.5)
                    height=format!("{height:.1}")
                    rx="1"
                ></rect>
            }
        })
        .collect();
    let summary = trend.summary();
    let label = summary.clone();
    view! {
        <svg class="spark" viewBox="0 0 132 26" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{summary}</title>
            {bars}
        </svg>
    }
}
