//! Values of any shape as keys and values. What is nested is folded, and built when it is opened; each value and the
//! way to it can be copied.

mod branch;
mod rows;
mod secret;
mod tools;

pub use secret::{Secrets, secret_button, secret_text};

use super::long_text::{is_short, long_raw};
use branch::branch;
use glint_model::json_view::{LeafKind, Node, leaf_kind, push_key};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use leptos::prelude::*;
use rows::{Look, Row, pages, part_rows};
use serde_json::Value;
use std::sync::Arc;

/// Most values that are unfolded at one go.
pub const MOST_UNFOLDED: usize = 300;

/// Shows the parts of an object or list.
pub fn value_tree(value: &Value) -> AnyView {
    tree(&Node::root("", Arc::new(value.clone())), None)
}

/// Shows the parts of a node. With `secrets`, those that look like secrets are hidden until they are asked for.
pub fn tree(node: &Node, secrets: Option<Secrets>) -> AnyView {
    part_rows(node, Look::new(secrets))
}

/// The same with a button that unfolds everything, when anything is folded.
pub fn foldable_tree(node: &Node, secrets: Option<Secrets>) -> AnyView {
    branch::whole(node, Look::new(secrets))
}

/// Shows named values.
pub fn pairs(pairs: Vec<(String, Value)>) -> AnyView {
    pairs_at("", pairs, None)
}

/// Shows named values that are found at this path.
pub fn pairs_at(path: &str, pairs: Vec<(String, Value)>, secrets: Option<Secrets>) -> AnyView {
    let rows = pairs
        .into_iter()
        .map(|(key, value)| named(path, key, value, None))
        .collect();
    pages(Arc::new(rows), Look::new(secrets))
}

/// Shows named texts that are found at this path; those that are marked are hidden as secrets.
pub fn texts_at(path: &str, texts: Vec<(String, String, bool)>, secrets: Secrets) -> AnyView {
    let rows = texts
        .into_iter()
        .map(|(key, text, is_secret)| named(path, key, Value::String(text), Some(is_secret)))
        .collect();
    pages(Arc::new(rows), Look::new(Some(secrets)))
}

fn named(path: &str, key: String, value: Value, is_secret: Option<bool>) -> Row {
    let mut path = path.to_owned();
    push_key(&mut path, &key);
    Row {
        node: Node::root(&path, Arc::new(value)),
        key,
        is_secret,
    }
}

/// Shows one value.
pub fn value_view(value: &Value) -> AnyView {
    leaf_view(value).unwrap_or_else(|| branch(&Node::root("", Arc::new(value.clone())), Look::new(None)).0)
}

/// The value, when it has no parts to unfold.
fn leaf_view(value: &Value) -> Option<AnyView> {
    let class = match leaf_kind(value)? {
        LeafKind::Nothing => "v nothing",
        LeafKind::Number => "v nu",
        LeafKind::Quoted => "v st",
        LeafKind::Text => "v",
    };
    let view = match value {
        Value::String(text) if !is_short(text) => view! { <span class=class>{long_raw(text)}</span> }.into_any(),
        value => {
            let text = glint_model::json_view::leaf(value).map(|leaf| leaf.text);
            view! { <span class=class>{text}</span> }.into_any()
        }
    };
    Some(view)
}

/// A key, short enough for the name of a control.
fn short_key(key: &str) -> String {
    reveal(&key.chars().take(60).collect::<String>())
}

/// What a page of many parts is called: `100 … 199`, or the keys at its ends.
fn page_name(first: &str, last: &str, count: usize) -> String {
    if first == last {
        return short_key(first);
    }
    format!(
        "{} … {} ({})",
        short_key(first),
        short_key(last),
        thousands(count as u64)
    )
}
