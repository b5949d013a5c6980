//! A point in time, short; exact in the reader's zone and in UTC when pointed at or read out.

use crate::browser::intl;
use glint_model::relative_time::compact;
use glint_model::timestamp::Timestamp;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// `5 min`, with the exact times in its tooltip. They are worked out when they are wanted: formatting a hundred dates
/// would hold up the first rows.
pub fn short_time(at: Timestamp) -> AnyView {
    let text = compact(at.0, intl::now_ms());
    let ago = (text != "now").then(|| view! { <span class="visually-hidden">" ago"</span> }.into_any());
    let explain = move |event: PointerEvent| {
        if let Some(element) = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        {
            let _ = element.set_attribute("title", &exact(at));
        }
    };
    view! {
        <time datetime=at.to_iso() on:pointerenter=explain>
            {text}
            {ago}
        </time>
    }
    .into_any()
}

/// `5 minutes ago`, with the exact times in its tooltip.
pub fn long_time(at: Timestamp) -> impl IntoView {
    view! { <time datetime=at.to_iso() title=exact(at)>{intl::ago(at)}</time> }
}

/// In the reader's zone, and in UTC.
pub fn exact(at: Timestamp) -> String {
    format!("{} · {}", intl::local(at), intl::utc(at))
}
