//! The body of a request: taken apart, as JSON in lines, or as it was sent.

use crate::reactive::{aria, changing};
use crate::ui::copy_button::copy_button;
use crate::ui::long_text::long_raw;
use crate::ui::value_tree::{Secrets, foldable_tree};
use glint_model::json_view::Node;
use glint_model::request_parts::RequestParts;
use glint_model::reveal::reveal;
use leptos::prelude::*;
use std::sync::Arc;

/// How the body is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BodyView {
    Structured,
    Pretty,
    Raw,
}

/// Shows the body of a request that has one.
pub fn body(parts: &Arc<RequestParts>, secrets: Secrets) -> AnyView {
    let has_structure = parts.body.as_ref().is_some_and(|body| body.structure.is_some());
    let is_json = parts.body.as_ref().is_some_and(|body| body.is_json());
    let chosen = RwSignal::new(if has_structure {
        BodyView::Structured
    } else {
        BodyView::Raw
    });
    let choice = |name: &'static str, view: BodyView| {
        view! {
            <button type="button" aria-pressed=aria(move || chosen.get() == view) on:click=move |_| chosen.set(view)>
                {name}
            </button>
        }
        .into_any()
    };
    let switch = has_structure.then(|| {
        view! {
            <div class="seg" role="group" aria-label="Show the body as">
                {choice("Structured", BodyView::Structured)}
                {is_json.then(|| choice("Pretty", BodyView::Pretty))}
                {choice("Raw", BodyView::Raw)}
            </div>
        }
    });
    let kind = parts.content_type.as_deref().or(parts.header("content-type"));
    let kind = kind.map(|kind| view! { <span class="faint">{reveal(kind)}</span> });
    let (copied, shown) = (Arc::clone(parts), Arc::clone(parts));
    let text = move || text_of(&copied, BodyView::Raw, secrets.are_shown_now());
    let content = move || match chosen.get() {
        BodyView::Structured => structure(&shown, secrets),
        view => {
            let text = text_of(&shown, view, secrets.are_shown());
            view! { <div class="raw">{long_raw(&text)}</div> }.into_any()
        }
    };
    view! {
        <div class="part" role="group" aria-label="Body">
            <div class="head">
                <h3>"Body"</h3>
                {kind}
                <div class="end">{switch}{copy_button("btn icon", "Copy the body", "Body", text)}</div>
            </div>
            {changing(content)}
        </div>
    }
    .into_any()
}

fn structure(parts: &RequestParts, secrets: Secrets) -> AnyView {
    let body = parts.body.as_ref();
    match body.and_then(|body| body.structure.as_ref()) {
        Some(structure) => foldable_tree(&Node::root("request.data", Arc::clone(structure)), Some(secrets)),
        None => ().into_any(),
    }
}

fn text_of(parts: &RequestParts, view: BodyView, with_secrets: bool) -> String {
    let Some(body) = &parts.body else { return String::new() };
    let pretty = (view == BodyView::Pretty).then(|| body.pretty(with_secrets)).flatten();
    let kind = parts.content_type.as_deref().or(parts.header("content-type"));
    pretty.unwrap_or_else(|| body.raw(kind, with_secrets))
}
