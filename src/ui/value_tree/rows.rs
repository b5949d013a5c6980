//! Rows of keys and values, a hundred at a time.

use super::branch::branch;
use super::secret::{Secrets, secret_text};
use super::tools::tools;
use super::{leaf_view, page_name};
use crate::ui::lazy::lazy_details;
use crate::ui::long_text::{is_short, long_raw};
use crate::ui::toast::Toasts;
use glint_model::json_view::{Node, PAGE, ranges};
use glint_model::request_parts::is_secret;
use glint_model::reveal::reveal;
use leptos::prelude::*;
use serde_json::Value;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Deeper rows have their values below their keys: two columns need room.
const STACKED_FROM: usize = 2;

/// Deeper rows are not indented any more.
const FLAT_FROM: usize = 9;

/// How a tree is shown.
#[derive(Clone)]
pub(super) struct Look {
    /// Where messages appear.
    pub toasts: Toasts,
    /// Whether secrets are hidden, and what shows them.
    pub secrets: Option<Secrets>,
    /// How many more values may be unfolded at once; none where everything begins folded.
    pub room: Option<Arc<AtomicUsize>>,
}

impl Look {
    /// A tree that begins folded.
    pub fn new(secrets: Option<Secrets>) -> Self {
        Self {
            toasts: Toasts::get(),
            secrets,
            room: None,
        }
    }

    /// The same, for a branch that was unfolded with all there is in it.
    pub fn unfolded(&self, most: usize) -> Self {
        Self {
            room: Some(Arc::new(AtomicUsize::new(most))),
            ..self.clone()
        }
    }

    /// The same, folded.
    pub fn folded(&self) -> Self {
        Self {
            room: None,
            ..self.clone()
        }
    }

    /// Whether a branch with so many parts begins unfolded; they are counted.
    pub fn takes(&self, parts: usize) -> bool {
        let Some(room) = &self.room else { return false };
        let left = room.load(Ordering::Relaxed).checked_sub(parts.clamp(1, PAGE));
        room.store(left.unwrap_or_default(), Ordering::Relaxed);
        left.is_some()
    }
}

/// One key with its value. Hostile text.
pub(super) struct Row {
    /// The key.
    pub key: String,
    /// The value.
    pub node: Node,
    /// Whether it is a secret, where that is known; otherwise its key says so.
    pub is_secret: Option<bool>,
}

/// The parts of a node.
pub(super) fn part_rows(node: &Node, look: Look) -> AnyView {
    let source = node.clone();
    paged(
        0..node.len(),
        node.depth(),
        look,
        Arc::new(move |places| {
            let row = |(key, node)| Row {
                key,
                node,
                is_secret: None,
            };
            source.parts(places).into_iter().map(row).collect()
        }),
    )
}

/// Rows that are no parts of one value.
pub(super) fn pages(rows: Arc<Vec<Row>>, look: Look) -> AnyView {
    paged(
        0..rows.len(),
        0,
        look,
        Arc::new(move |places| {
            let rows = rows.get(places).unwrap_or_default().iter();
            rows.map(|row| Row {
                key: row.key.clone(),
                node: row.node.clone(),
                is_secret: row.is_secret,
            })
            .collect()
        }),
    )
}

/// Gives the rows at these places.
type Rows = Arc<dyn Fn(Range<usize>) -> Vec<Row> + Send + Sync>;

/// The first rows, and the others in ranges to be opened.
fn paged(places: Range<usize>, depth: usize, look: Look, rows: Rows) -> AnyView {
    let first = places.start..places.end.min(places.start + PAGE);
    let rest = first.end..places.end;
    let shown: Vec<AnyView> = rows(first).into_iter().map(|row| row_view(row, &look)).collect();
    let class = match depth {
        0..STACKED_FROM => "kv",
        STACKED_FROM..FLAT_FROM => "kv stacked",
        _ => "kv stacked flat",
    };
    // A definition list takes nothing but terms and descriptions, so what follows has lists of its own.
    let more: Vec<AnyView> = ranges(rest)
        .into_iter()
        .map(|range| range_view(range, depth, look.folded(), Arc::clone(&rows)))
        .collect();
    view! { <dl class=class>{shown}</dl>{more} }.into_any()
}

fn range_view(places: Range<usize>, depth: usize, look: Look, rows: Rows) -> AnyView {
    let end = |place: usize| rows(place..place + 1).pop().map(|row| row.key).unwrap_or_default();
    let name = page_name(&end(places.start), &end(places.end - 1), places.len());
    lazy_details("more", false, name.into_any(), move || {
        if places.len() <= PAGE {
            return paged(places.clone(), depth, look.clone(), Arc::clone(&rows));
        }
        let inner = ranges(places.clone()).into_iter();
        inner
            .map(|range| range_view(range, depth, look.clone(), Arc::clone(&rows)))
            .collect::<Vec<_>>()
            .into_any()
    })
}

fn row_view(row: Row, look: &Look) -> AnyView {
    let Row {
        key,
        node,
        is_secret: known,
    } = row;
    let is_hidden =
        look.secrets.is_some() && known.unwrap_or_else(|| is_leaf(node.value()) && is_secret(&key, node.value()));
    let (value, unfold) = match (look.secrets.filter(|_| is_hidden), leaf_view(node.value())) {
        (Some(secrets), Some(_)) => (secret_text(&key, node.text(), secrets), None),
        (_, Some(leaf)) => (leaf, None),
        (_, None) => {
            let (view, unfold) = branch(&node, look.clone());
            (view, Some(unfold))
        }
    };
    let tools = tools(&key, node, unfold, look);
    let name = if is_short(&key) {
        reveal(&key).into_any()
    } else {
        long_raw(&key)
    };
    view! { <div class="pair"><dt>{name}</dt><dd>{value}{tools}</dd></div> }.into_any()
}

fn is_leaf(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}
