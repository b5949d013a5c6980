//! From the rows of the page to all that match, and back. What "all that match" means is shown as it will be sent.

use super::list::IssueList;
use super::words::what_is_meant;
use crate::reactive::maybe;
use glint_model::text::counted;
use leptos::prelude::*;

/// Shows the line while the whole page is selected and more issues match.
pub fn select_all(list: IssueList, is_page_selected: Signal<bool>) -> AnyView {
    let hits = Memo::new(move |_| list.rows.with(|rows| rows.as_ref().and_then(|rows| rows.hits)));
    let is_all = Memo::new(move |_| list.selection.with(|selection| selection.is_all_matching()));
    maybe(move || {
        let hits = hits.get()?;
        let here = list.standing().len();
        if !is_page_selected.get() || !is_all.get() && !hits.capped && hits.count <= here as u64 {
            return None;
        }
        let view = if is_all.get() {
            view! {
                <p>
                    {format!("All {} issues that match are selected: ", hits.label())}
                    <code>{what_is_meant(list)}</code>
                    "."
                </p>
                <button class="btn small" type="button" on:click=move |_| {
                    let order = list.order();
                    list.selection.update(|selection| selection.select_page(&order));
                }>
                    {format!("Only the {here} here")}
                </button>
            }
            .into_any()
        } else {
            view! {
                <p>{format!("{} here are selected.", counted(here as u64, "issue", "issues"))}</p>
                <button class="btn small" type="button" on:click=move |_| {
                    list.selection.update(|selection| selection.select_all_matching());
                }>
                    {format!("Select all {} that match", hits.label())}
                </button>
            }
            .into_any()
        };
        Some(view! { <div class="select-all" role="status">{view}</div> }.into_any())
    })
}
