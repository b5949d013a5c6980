//! The first line of a request: method and address.

use crate::reactive::changing_text;
use crate::ui::icon::{Icon, icon};
use crate::ui::value_tree::Secrets;
use glint_model::request_parts::{RequestParts, masked_parameters};
use glint_model::reveal::reveal;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows it. The address is a link where it is safe to follow; what it is called hides its secrets, too.
pub fn line(parts: &Arc<RequestParts>, secrets: Secrets) -> Option<AnyView> {
    let method = parts
        .method
        .as_ref()
        .map(|method| view! { <b class="method">{reveal(method)}</b> });
    let shown = {
        let parts = Arc::clone(parts);
        move || reveal(&parts.address(secrets.are_shown()).unwrap_or_default())
    };
    let address = parts.url.as_ref().map(|_| match parts.link() {
        Some(link) => {
            let title = format!("Opens {} in a new tab", link.host());
            view! {
                <a class="link" href=link.href() target="_blank" rel="noopener noreferrer" title=title>
                    {changing_text(shown)}
                    {icon(Icon::External, "")}
                </a>
            }
            .into_any()
        }
        None => view! { <span>{changing_text(shown)}</span> }.into_any(),
    });
    (method.is_some() || address.is_some())
        .then(|| view! { <p class="request-line">{method}" "{address}</p> }.into_any())
}

/// Shows the fragment of the address.
pub fn fragment(fragment: &str, secrets: Secrets) -> AnyView {
    let (whole, masked) = (reveal(fragment), reveal(&masked_parameters(fragment)));
    let shown = move || {
        if secrets.are_shown() {
            whole.clone()
        } else {
            masked.clone()
        }
    };
    view! {
        <div class="part" role="group" aria-label="Fragment">
            <h3>"Fragment"</h3>
            <p class="mono">{changing_text(shown)}</p>
        </div>
    }
    .into_any()
}
