//! A point in time in the reader's zone, exact and in UTC as well when it is pointed at or has the focus.

use crate::browser::intl;
use crate::ui::time::exact;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

/// `23 Nov 2026, 09:15:11`, with both zones in its tooltip.
pub fn moment(at: Timestamp) -> AnyView {
    view! {
        <span class="moment" tabindex="0">
            <time datetime=at.to_iso()>{intl::local(at)}</time>
            <span class="exact" role="tooltip">{exact(at)}</span>
        </span>
    }
    .into_any()
}

/// The same in a cell of a table, where a tooltip is enough: hundreds of them would be hundreds of stops for the keyboard.
pub fn cell_moment(at: Timestamp) -> AnyView {
    view! { <time datetime=at.to_iso() title=intl::utc(at)>{intl::local(at)}</time> }.into_any()
}
