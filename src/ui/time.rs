//! A point in time, short; exact in the reader's zone and in UTC when pointed at or read out.

use crate::browser::intl;
use glint_model::relative_time::compact;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

/// `5 min`, with the exact times in its tooltip.
pub fn short_time(at: Timestamp) -> impl IntoView {
    view! {
        <time datetime=at.to_iso() title=exact(at)>
            <span aria-hidden="true">{compact(at.0, intl::now_ms())}</span>
            <span class="visually-hidden">{intl::ago(at)}</span>
        </time>
    }
}

/// `5 minutes ago`, with the exact times in its tooltip.
pub fn long_time(at: Timestamp) -> impl IntoView {
    view! { <time datetime=at.to_iso() title=exact(at)>{intl::ago(at)}</time> }
}

/// In the reader's zone, and in UTC.
pub fn exact(at: Timestamp) -> String {
    format!("{} · {}", intl::local(at), intl::utc(at))
}
