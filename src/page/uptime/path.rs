//! The way back to the list of monitors, at the start of a page's bar.

use crate::route::Route;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// `‹ Uptime /`: the path of a page whose heading follows.
pub fn path(list: &Route) -> AnyView {
    view! {
        <nav class="crumbs" aria-label="Path">
            {list_link(list)}
            <span class="faint" aria-hidden="true">"/"</span>
        </nav>
    }
    .into_any()
}

/// `‹ Uptime`
pub fn list_link(list: &Route) -> AnyView {
    view! {
        <a href=list.href() aria-label="Back to the monitors" title="Back to the monitors">
            {icon(Icon::Left, "")}
            <span class="wide">"Uptime"</span>
        </a>
    }
    .into_any()
}
