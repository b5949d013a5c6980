//! Values of any shape as keys and values. What is nested is folded, and built when it is opened.

use super::lazy::lazy_details;
use super::long_text::long_text;
use glint_model::json_view::{LeafKind, leaf, parts, preview};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// So many values of one object or list are shown at a time.
const STEP: usize = 100;

/// Shows the parts of an object or list.
pub fn value_tree(value: &Value) -> AnyView {
    pairs(parts(value))
}

/// Shows named values.
pub fn pairs(pairs: Vec<(String, Value)>) -> AnyView {
    pairs_from(Arc::new(pairs), 0)
}

fn pairs_from(all: Arc<Vec<(String, Value)>>, start: usize) -> AnyView {
    let end = all.len().min(start + STEP);
    let rows: Vec<AnyView> = all
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .map(|(key, value)| {
            view! { <div class="pair"><dt>{reveal(key)}</dt><dd>{value_view(value)}</dd></div> }.into_any()
        })
        .collect();
    // A definition list takes nothing but terms and descriptions, so what follows has a list of its own.
    let rest = all.len() - end;
    let more = (rest > 0).then(|| {
        let summary = format!("{} more", thousands(rest as u64));
        lazy_details("more", false, summary.into_any(), move || {
            pairs_from(Arc::clone(&all), end)
        })
    });
    view! { <dl class="kv">{rows}</dl>{more} }.into_any()
}

/// Shows one value.
pub fn value_view(value: &Value) -> AnyView {
    if let Some(leaf) = leaf(value) {
        let class = match leaf.kind {
            LeafKind::Nothing => "v nothing",
            LeafKind::Number => "v nu",
            LeafKind::Quoted => "v st",
            LeafKind::Text => "v",
        };
        return view! { <span class=class>{long_text(leaf.text)}</span> }.into_any();
    }
    let value = value.clone();
    lazy_details("node", false, preview(&value).into_any(), move || value_tree(&value))
}
