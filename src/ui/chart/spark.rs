//! Sparklines. For screen readers each is one sentence.

use glint_model::chart::spark::{bars, line};
use leptos::prelude::*;

/// Bars. The highest have the accent's colour; nought is a hairline.
pub fn spark(counts: impl ExactSizeIterator<Item = u64> + Clone, summary: String) -> AnyView {
    let bars = bars(counts);
    let label = summary.clone();
    view! {
        <svg class="spark" viewBox="0 0 1320 260" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{summary}</title>
            <path class="none" d=bars.none></path>
            <path d=bars.usual></path>
            <path class="peak" d=bars.highest></path>
        </svg>
    }
    .into_any()
}

/// A line from nought to the highest value, with gaps where there is none.
pub fn spark_line(values: &[Option<f64>], summary: String) -> AnyView {
    let label = summary.clone();
    view! {
        <svg class="spark" viewBox="0 0 1320 260" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{summary}</title>
            <path class="line" d=line(values) vector-effect="non-scaling-stroke"></path>
        </svg>
    }
    .into_any()
}
