//! Tags as chips.

use super::app_link::AppLink;
use super::icon::{Icon, icon};
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use leptos::prelude::*;

/// A tag and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagChip {
    /// Its key; hostile text.
    pub key: String,
    /// Its value; hostile text, may be empty.
    pub value: String,
    /// A place of the app, if there is one for it.
    pub link: Option<AppLink>,
}

/// Shows tags in the order given. A value that is a web address can be opened as well.
pub fn tag_chips(chips: Vec<TagChip>) -> impl IntoView {
    let chips: Vec<AnyView> = chips.into_iter().map(chip).collect();
    view! { <ul class="chips">{chips}</ul> }
}

fn chip(chip: TagChip) -> AnyView {
    let TagChip { key, value, link } = chip;
    let outside = SafeUrl::web(&value).map(outside_link);
    let shown = reveal(&value);
    let inside = view! { <b>{reveal(&key)}</b><span>{shown}</span> };
    let chip = match link {
        Some(link) => view! { <a class="chip" href=link.href()>{inside}</a> }.into_any(),
        None => view! { <span class="chip">{inside}</span> }.into_any(),
    };
    view! { <li>{chip}{outside}</li> }.into_any()
}

fn outside_link(url: SafeUrl) -> impl IntoView {
    let label = format!("Open {url} in a new tab");
    view! {
        <a
            class="btn quiet icon small"
            href=url.to_string()
            rel="noopener noreferrer"
            target="_blank"
            aria-label=label.clone()
            title=label
        >
            {icon(Icon::External, "")}
        </a>
    }
}
