//! What the list needs once its rows are drawn: a chunk of its own, so that the rows come first. The list calls it through
//! the functions that the chunk leaves behind.

use super::empty::empty;
use super::filters::filters;
use super::head::head;
use super::keys::on_key;
use super::list::IssueList;
use super::pager::pager;
use super::period_switch::period_switch;
use super::trends::{load_trends, trend_of};
use crate::chunk::PageView;
use glint_model::id::IssueId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The functions of the chunk.
#[derive(Clone, Copy)]
pub struct Tools {
    /// The head of the list, told whether there is a column for users.
    pub head: fn(IssueList, Signal<bool>) -> AnyView,
    /// The foot of the list.
    pub pager: fn(IssueList) -> AnyView,
    /// What stands in place of rows when there are none.
    pub empty: fn(IssueList) -> AnyView,
    /// The switch between two trends.
    pub period_switch: fn(IssueList) -> AnyView,
    /// The trend of one row.
    pub trend: fn(IssueList, &IssueId) -> Option<AnyView>,
    /// What a key does.
    pub on_key: fn(IssueList, &KeyboardEvent),
}

/// Gives the list its tools, and shows its filter bar.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn list_tools(list: IssueList) -> PageView {
    list.tools.set(Some(Tools {
        head,
        pager,
        empty,
        period_switch,
        trend: trend_of,
        on_key,
    }));
    // The trends are kept with the list when it is left, so they must not end before it.
    match list.owner.get_value() {
        Some(owner) => owner.with(|| load_trends(list)),
        None => load_trends(list),
    }
    Ok(filters(list))
}
