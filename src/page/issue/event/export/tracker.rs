//! The link that opens the form of the tracker.

use super::state::Export;
use crate::reactive::changing;
use crate::ui::icon::{Icon, icon};
use glint_model::safe_url::SafeUrl;
use leptos::prelude::*;

/// The link, or what is missing before there can be one.
pub fn tracker_action(export: Export) -> AnyView {
    changing(move || match export.link.get() {
        Some(Ok(link)) => form_link(&link.url),
        Some(Err(problem)) => {
            let provider = export.template.with(|template| template.provider);
            view! { <p class="problem" role="status">{problem.sentence(provider)}</p> }.into_any()
        }
        None => ().into_any(),
    })
}

fn form_link(url: &SafeUrl) -> AnyView {
    let label = format!("Open the form on {}", url.host());
    view! {
        <a class="btn primary" href=url.to_string() target="_blank" rel="noopener noreferrer">
            {icon(Icon::External, "")}
            {label}
        </a>
    }
    .into_any()
}
