//! An object or list in a tree: folded, with a word on what is in it.

use super::MOST_UNFOLDED;
use super::rows::{Look, part_rows};
use crate::reactive::{aria, changing, changing_text, maybe, truth};
use glint_model::json_view::{Node, preview, unnamed};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Whether all of a branch is unfolded.
#[derive(Clone, Copy)]
pub(super) struct Unfold {
    is_open: RwSignal<bool>,
    is_built: RwSignal<bool>,
    is_whole: RwSignal<bool>,
    /// Whether there is more in it than is unfolded at one go.
    is_too_much: bool,
}

impl Unfold {
    fn new(node: &Node, is_open: bool) -> Self {
        Self {
            is_open: RwSignal::new(is_open),
            is_built: RwSignal::new(is_open),
            is_whole: RwSignal::new(false),
            is_too_much: node.count_below(MOST_UNFOLDED + 1) > MOST_UNFOLDED,
        }
    }

    /// The button that unfolds all of it, and folds it again.
    pub fn button(self) -> AnyView {
        let press = move |_| {
            let is_whole = !self.is_whole.get_untracked();
            self.is_whole.set(is_whole);
            self.is_built.set(true);
            self.is_open.set(true);
        };
        let label = move || if self.is_whole.get() { "Fold all" } else { "Unfold all" }.to_owned();
        let note = move || {
            let is_said = self.is_whole.get() && self.is_too_much;
            let note = format!("These are the first {MOST_UNFOLDED} values. Open the others one by one.");
            is_said.then(|| view! { <span class="faint" role="status">{note}</span> }.into_any())
        };
        view! {
            <button class="btn small" type="button" aria-expanded=aria(move || self.is_whole.get()) on:click=press>
                {changing_text(label)}
            </button>
            {maybe(note)}
        }
        .into_any()
    }

    fn content(self, node: &Node, look: Look) -> AnyView {
        let node = node.clone();
        changing(move || match (self.is_built.get(), self.is_whole.get()) {
            (false, _) => ().into_any(),
            (true, true) => part_rows(&node, look.unfolded(MOST_UNFOLDED)),
            (true, false) => part_rows(&node, look.clone()),
        })
    }
}

/// An object or list; and what unfolds all of it.
pub(super) fn branch(node: &Node, look: Look) -> (AnyView, Unfold) {
    let unfold = Unfold::new(node, look.takes(node.len()));
    let follow = move |event: web_sys::Event| {
        let details = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let is_open = details.is_some_and(|details| details.has_attribute("open"));
        unfold.is_open.try_set(is_open);
        if is_open && !unfold.is_built.get_untracked() {
            unfold.is_built.try_set(true);
        }
    };
    let count = unnamed(node.value()).map(|count| view! { <span class="faint">" "{count}</span> });
    let view = view! {
        <details class="node" open=truth(move || unfold.is_open.get()) on:toggle=move |event| follow(event.into())>
            <summary>{preview(node.value())}{count}</summary>
            {unfold.content(node, look)}
        </details>
    };
    (view.into_any(), unfold)
}

/// The parts of a node, with the button above them when any of them is folded.
pub(super) fn whole(node: &Node, look: Look) -> AnyView {
    let unfold = Unfold::new(node, true);
    let is_flat = node.count_below(node.len() + 1) == node.len();
    let button = (!is_flat).then(|| view! { <p class="tree-tools">{unfold.button()}</p> });
    view! { {button}{unfold.content(node, look)} }.into_any()
}
