//! What can be done with a value: a button that shows on hover and focus, and the tools that it opens.

use super::branch::Unfold;
use super::rows::Look;
use super::secret::Secrets;
use super::short_key;
use crate::reactive::{aria, maybe};
use crate::ui::copy_text::copy_text;
use glint_model::json_view::Node;
use glint_model::request_parts::{MASK, masked};
use leptos::prelude::*;

/// The tools of a row.
pub(super) fn tools(key: &str, node: Node, unfold: Option<Unfold>, look: &Look) -> AnyView {
    let is_open = RwSignal::new(false);
    let name = short_key(key);
    let (label, group) = (format!("Tools for {name}"), name);
    let look = look.clone();
    let opened = move || {
        is_open.get().then(|| {
            let (value, look) = (node.clone(), look.clone());
            let path = node.path();
            let toasts = look.toasts;
            let copy_value = move |_| copy_text(toasts, "Value", text_of(&value, &look));
            let copy_path = move |_| copy_text(toasts, "Path", path.clone());
            view! {
                <span class="tools-open" role="group" aria-label=group.clone()>
                    <button class="btn small" type="button" on:click=copy_value>"Copy value"</button>
                    <button class="btn small" type="button" on:click=copy_path>"Copy path"</button>
                    {unfold.map(Unfold::button)}
                </span>
            }
            .into_any()
        })
    };
    view! {
        <button
            class="tools"
            type="button"
            aria-label=label
            aria-expanded=aria(move || is_open.get())
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            "⋯"
        </button>
        {maybe(opened)}
    }
    .into_any()
}

/// What is copied: a secret that is asked for by itself as it is, those inside of an object only when they are shown.
fn text_of(node: &Node, look: &Look) -> String {
    let is_whole = look.secrets.is_none_or(Secrets::are_shown_now);
    if is_whole || node.is_empty() {
        return node.text();
    }
    serde_json::to_string_pretty(&masked(node.value())).unwrap_or_else(|_| MASK.to_owned())
}
