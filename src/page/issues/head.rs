//! The head of the list: what the columns are, or what can be done with the selected rows.

use super::list::IssueList;
use crate::reactive::{changing, maybe, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// Shows the head; it stays in sight.
pub fn head(list: IssueList, has_users: Signal<bool>) -> AnyView {
    let count = Memo::new(move |_| list.selected.with(Vec::len));
    let rows = Memo::new(move |_| {
        list.shown
            .with(|shown| shown.as_ref().map_or(0, |shown| shown.page.items.len()))
    });
    let all = move || count.get() > 0 && count.get() == rows.get();
    let is_some = move || count.get() > 0 && !all();
    let select_page = move |_| {
        if all() {
            list.selected.update(Vec::clear);
        } else {
            let ids = list.shown.with_untracked(|shown| {
                shown
                    .iter()
                    .flat_map(|shown| &shown.page.items)
                    .map(|issue| issue.id.clone())
                    .collect()
            });
            list.selected.set(ids);
        }
    };
    let bulk = move || {
        if count.get() == 0 {
            return view! { <span>"Issue"</span> }.into_any();
        }
        let said = format!("{} selected", count.get());
        view! {
            <span role="status">{said}</span>
            {act(list, IssueStatus::Resolved, "Resolve", Icon::Check, "e")}
            {act(list, IssueStatus::Ignored, "Ignore", Icon::Ignore, "i")}
            {act(list, IssueStatus::Unresolved, "Reopen", Icon::Undo, "u")}
        }
        .into_any()
    };
    view! {
        <div class="head">
            <label class="check">
                <input
                    type="checkbox"
                    aria-label="Select all rows of this page"
                    prop:checked=truth(all)
                    prop:indeterminate=truth(is_some)
                    on:change=select_page
                />
            </label>
            <div class="bulk" role="group" aria-label="Selected issues">
                {changing(bulk)}
            </div>
            <span class="trend">"Trend"</span>
            <span class="num">"Events"</span>
            {maybe(move || has_users.get().then(|| view! { <span class="num users">"Users"</span> }.into_any()))}
            <span class="when">"Last · age"</span>
        </div>
    }
    .into_any()
}

fn act(list: IssueList, status: IssueStatus, label: &'static str, sign: Icon, key: &'static str) -> AnyView {
    view! {
        <button class="btn quiet small" type="button" on:click=move |_| list.decide(list.targets(), status)>
            {icon(sign, "")}
            {label}
            <kbd aria-hidden="true">{key}</kbd>
        </button>
    }
    .into_any()
}
