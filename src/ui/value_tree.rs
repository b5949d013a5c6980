//! Values of any shape as keys and values. What is nested is folded, and built when it is opened.

use super::lazy::{in_steps, lazy_details};
use super::long_text::long_text;
use glint_model::json_view::{LeafKind, leaf, parts, preview};
use glint_model::reveal::reveal;
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
    let count = pairs.len();
    let pairs = Arc::new(pairs);
    let draw = move |place: usize| match pairs.get(place) {
        Some((key, value)) => {
            view! { <div class="pair"><dt>{reveal(key)}</dt><dd>{value_view(value)}</dd></div> }.into_any()
        }
        None => ().into_any(),
    };
    if count <= STEP {
        return view! { <dl class="kv">{(0..count).map(draw).collect::<Vec<_>>()}</dl> }.into_any();
    }
    // A definition list takes nothing but terms and descriptions, so each step is a list of its own.
    let draw = Arc::new(draw);
    let steps = count.div_ceil(STEP);
    let step = move |step: usize| {
        let (draw, range) = (Arc::clone(&draw), step * STEP..count.min((step + 1) * STEP));
        view! { <dl class="kv">{range.map(|place| draw(place)).collect::<Vec<_>>()}</dl> }.into_any()
    };
    in_steps(0..steps, 1, "hundred values", Arc::new(step))
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
