//! In which order.

use super::changes::Changes;
use super::entry::{entry, menu_button};
use crate::page::issues::list::IssueList;
use crate::reactive::{attribute, truth};
use crate::ui::menu::{Menu, close_menu};
use glint_model::issue_filter::Sort;
use leptos::prelude::*;

const ID: &str = "filter-sort";

/// The menu of the orders.
pub fn sort_menu(list: IssueList) -> AnyView {
    let changes = Changes::of(list);
    let now = attribute(move || list.filter.with(|filter| filter.sort.label().to_owned()));
    let entries: Vec<AnyView> = Sort::ALL
        .into_iter()
        .map(|sort| {
            let is_on = truth(move || list.filter.with(|filter| filter.sort == sort));
            let choose = move || {
                close_menu(ID);
                changes.apply_once(changes.now().with_sort(sort));
            };
            let label = view! { <span>{sort.label()}</span> };
            entry(
                "radio",
                label.into_any(),
                is_on,
                Signal::stored(false),
                Box::new(choose),
            )
        })
        .collect();
    view! {
        <Menu
            id=ID
            label=attribute(move || format!("Order: {}", now.get()))
            button=menu_button(now, Signal::stored(None))
        >
            <div role="radiogroup" aria-label="Order">{entries}</div>
        </Menu>
    }
    .into_any()
}
