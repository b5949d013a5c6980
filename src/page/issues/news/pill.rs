//! The strip over the head of the list: what is different since one last looked, and the pill with what has come since. It
//! lies over the head's empty middle, so that no row moves and none is covered.

use super::{Arrivals, is_selecting};
use crate::page::issues::list::IssueList;
use crate::page::issues::looks::{Visit, chip};
use crate::reactive::{changing_text, maybe, truth};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Shows the strip; while rows are selected the head is needed for them.
pub fn strip(list: IssueList, visit: Visit, arrivals: Arrivals) -> AnyView {
    let is_hidden = is_selecting(list);
    let is_only = truth(move || list.only.with(Option::is_some));
    view! {
        <div class="since" class:told=arrivals.is_told class:only=is_only hidden=is_hidden>
            {chip(list, visit)}
            <div role="status" aria-live="polite">
                {maybe(move || arrivals.is_told.get().then(|| pill(arrivals)))}
            </div>
        </div>
    }
    .into_any()
}

fn pill(arrivals: Arrivals) -> AnyView {
    view! {
        <span class="pill">
            <button
                type="button"
                title="Show them from the top (r)"
                aria-keyshortcuts="r"
                on:click=move |_| {
                    arrivals.accept();
                }
            >
                <span>{changing_text(move || arrivals.news.with(|news| news.label()))}</span>
                <b>"Show"</b>
                <kbd aria-hidden="true">"r"</kbd>
            </button>
            <button type="button" aria-label="Not now" title="Not now" on:click=move |_| arrivals.put_away()>
                {icon(Icon::Close, "")}
            </button>
        </span>
    }
    .into_any()
}
