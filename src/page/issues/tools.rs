//! What the list needs once its rows are drawn: a chunk of its own, so that the rows come first. The list calls it through
//! the functions that the chunk leaves behind.

use super::aim::check;
use super::bar_end::bar_end;
use super::bulk_dialogs::{ListDialog, dialogs};
use super::empty::{done, empty};
use super::filters::filters;
use super::head::head;
use super::keys::listen_to_keys;
use super::list::IssueList;
use super::looks::{Visit, follow_visibility};
use super::marks::mark;
use super::news::{Arrivals, strip};
use super::pager::pager;
use super::preview::{Preview, preview_card};
use super::trends::{Trends, load_trends, trend_of};
use crate::chunk::PageView;
use crate::server::Server;
use glint_model::id::IssueId;
use glint_model::wire::issue::Issue;
use glint_model::wire::stats::IssueStats;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The functions of the chunk, and the state that only they know.
#[derive(Clone, Copy)]
pub struct Tools {
    /// The head of the list, told whether there is a column for users.
    pub head: fn(IssueList, Signal<bool>) -> AnyView,
    /// The foot of the list.
    pub pager: fn(IssueList) -> AnyView,
    /// What stands in place of rows when there are none.
    pub empty: fn(IssueList) -> AnyView,
    /// What stands in place of rows when all have been dealt with.
    pub done: fn(IssueList) -> AnyView,
    /// The end of the bar: how the list looks.
    pub bar_end: fn(IssueList) -> AnyView,
    /// What a click on the box of a row does.
    pub check: fn(IssueList, &IssueId, &MouseEvent),
    /// The trend of one row.
    pub trend: fn(IssueList, &IssueStats) -> Option<AnyView>,
    /// What is new about a row.
    pub mark: fn(IssueList, &Issue) -> Option<AnyView>,
    /// The trends on their way.
    pub trends: Trends,
    /// The preview of a row.
    pub preview: Preview,
    /// What was seen on the visit before.
    pub visit: Visit,
    /// What has come and is not shown yet.
    pub arrivals: Arrivals,
    /// What the server can do.
    pub server: Server,
    /// The dialog that is open over the list.
    pub dialog: RwSignal<Option<ListDialog>>,
}

/// Gives the list its tools, and shows its filter bar.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn list_tools(list: IssueList) -> PageView {
    // What the tools know must live as long as the list, not as long as the filter bar.
    let open = || {
        let is_visible = follow_visibility();
        let visit = Visit::begin(list, is_visible);
        let tools = Tools {
            head,
            pager,
            empty,
            done,
            bar_end,
            check,
            trend: trend_of,
            mark,
            trends: load_trends(list),
            preview: Preview::open(list),
            visit,
            arrivals: Arrivals::watch(list, visit, is_visible),
            server: Server::get(),
            dialog: RwSignal::new(None),
        };
        list.tools.set(Some(tools));
        listen_to_keys(list, tools);
        tools
    };
    let tools = match list.owner.get_value() {
        Some(owner) => owner.with(open),
        None => open(),
    };
    let view = view! {
        {filters(list)}
        {dialogs(list, tools)}
        {preview_card(tools.preview)}
        {strip(list, tools.visit, tools.arrivals)}
    };
    Ok(view.into_any())
}
