//! The head of the list: what the columns are, or what can be done with the selected rows.

use super::bulk_bar::bulk_bar;
use super::list::IssueList;
use super::select_all::select_all;
use crate::reactive::{changing, maybe, truth};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Shows the head; it stays in sight.
pub fn head(list: IssueList, has_users: Signal<bool>) -> AnyView {
    let count = Memo::new(move |_| list.selection.with(|selection| selection.len()));
    let rows = Memo::new(move |_| list.standing().len());
    let is_all = truth(move || {
        list.selection.with(|selection| selection.is_all_matching()) || count.get() > 0 && count.get() == rows.get()
    });
    let is_some = truth(move || count.get() > 0 && !is_all.get());
    let select_page = move |_| {
        if is_all.get_untracked() {
            list.selection.update(|selection| selection.clear());
        } else {
            let order = list.order();
            list.selection.update(|selection| selection.select_page(&order));
        }
    };
    let is_acting = truth(move || is_all.get() || is_some.get());
    view! {
        <div class="head" class:acting=is_acting>
            <label class="check">
                <input
                    type="checkbox"
                    aria-label="Select all rows of this page"
                    prop:checked=is_all
                    prop:indeterminate=is_some
                    on:change=select_page
                />
            </label>
            <div class="bulk" role="group" aria-label="Selected issues">
                {changing(move || {
                    if is_acting.get() { bulk_bar(list) } else { view! { <span>"Issue"</span> }.into_any() }
                })}
            </div>
            <span class="trend">"Trend" {maybe(move || trouble(list))}</span>
            <span class="num">"Events"</span>
            {maybe(move || has_users.get().then(|| view! { <span class="num users">"Users"</span> }.into_any()))}
            <span class="when">"Last · age"</span>
        </div>
        {select_all(list, is_all)}
    }
    .into_any()
}

/// The trends could not be had: says why, and asks again.
fn trouble(list: IssueList) -> Option<AnyView> {
    let trends = list.tools.get()?.trends;
    let why = trends.trouble.get()?.sentence();
    let view = view! {
        <button
            class="btn quiet small icon"
            type="button"
            aria-label="Load the trends again"
            title=why
            on:click=move |_| trends.reload()
        >
            {icon(Icon::Reload, "")}
        </button>
    };
    Some(view.into_any())
}
