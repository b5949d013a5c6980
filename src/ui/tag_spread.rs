//! How the values of a tag are spread: the most frequent ones with their share.

use super::app_link::AppLink;
use glint_model::reveal::reveal;
use glint_model::tags::{TagShare, TagSpread, width};
use glint_model::text::counted;
use leptos::prelude::*;

/// Shows one tag; `link` gives the place for a value.
pub fn tag_spread(spread: TagSpread, link: impl Fn(&str) -> AppLink) -> AnyView {
    let key = reveal(&spread.key);
    view! {
        <div class="spread">
            <h3>{key}</h3>
            {share_list(spread.top, spread.other, spread.total, &link)}
        </div>
    }
    .into_any()
}

/// Shows values of a tag with their shares of `total` events, and what the others have together.
pub fn share_list(
    shares: Vec<TagShare>,
    other: Option<(u64, String)>,
    total: u64,
    link: &dyn Fn(&str) -> AppLink,
) -> AnyView {
    let rows: Vec<AnyView> = shares
        .into_iter()
        .map(|share| {
            let name = if share.value.is_empty() {
                view! { <span class="name">"(empty)"</span> }.into_any()
            } else {
                let shown = reveal(&share.value);
                view! { <a class="name" href=link(&share.value).href() title=shown.clone()>{shown.clone()}</a> }
                    .into_any()
            };
            row(name, share.percent, share.count, total)
        })
        .collect();
    let other = other.map(|(count, percent)| {
        let name = view! { <span class="name faint">"other values"</span> }.into_any();
        row(name, percent, count, total)
    });
    view! { <ul>{rows}{other}</ul> }.into_any()
}

fn row(name: AnyView, percent: String, count: u64, total: u64) -> AnyView {
    let width = width(count, total);
    let events = counted(count, "event", "events");
    view! {
        <li>
            {name}
            <span class="muted" title=events>{percent}</span>
            <span class="share" aria-hidden="true"><i style:width=width></i></span>
        </li>
    }
    .into_any()
}
