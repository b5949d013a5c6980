//! How the values of a tag are spread: the most frequent ones with their share.

use super::app_link::AppLink;
use glint_model::reveal::reveal;
use glint_model::tags::TagSpread;
use leptos::prelude::*;

/// Shows one tag; `link` gives the place for a value.
pub fn tag_spread(spread: TagSpread, link: impl Fn(&str) -> AppLink) -> AnyView {
    let TagSpread { key, top, other, total } = spread;
    let rows: Vec<AnyView> = top
        .into_iter()
        .map(|share| {
            let name = if share.value.is_empty() {
                "(empty)".to_owned()
            } else {
                reveal(&share.value)
            };
            let name_view = if share.value.is_empty() {
                view! { <span class="name">{name}</span> }.into_any()
            } else {
                view! { <a class="name" href=link(&share.value).href() title=name.clone()>{name.clone()}</a> }
                    .into_any()
            };
            row(name_view, share.percent, share.count, total)
        })
        .collect();
    let other = other.map(|(count, percent)| {
        row(
            view! { <span class="name faint">"other values"</span> }.into_any(),
            percent,
            count,
            total,
        )
    });
    view! {
        <div class="spread">
            <h3>{reveal(&key)}</h3>
            <ul>{rows}{other}</ul>
        </div>
    }
    .into_any()
}

fn row(name: AnyView, percent: String, count: u64, total: u64) -> AnyView {
    let width = format!("{:.1}%", count as f64 / total.max(1) as f64 * 100.0);
    view! {
        <li>
            {name}
            <span class="muted">{percent}</span>
            <span class="share" aria-hidden="true"><i style:width=width></i></span>
        </li>
    }
    .into_any()
}
