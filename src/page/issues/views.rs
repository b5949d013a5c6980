//! Saved views of the list: states of its URL with a name. A menu that goes to them, links to those with a star, and
//! the dialogs that save and manage them.

mod dialog;
mod manage;
mod manage_row;
mod menu;
mod rename;
mod save;
mod starred;
mod state;
mod take_along;

use super::list::IssueList;
use dialog::view_dialogs;
use leptos::prelude::*;
use menu::views_menu;
use starred::starred_links;
use state::Views;

/// Shows the menu of the views, and on wide screens links to those with a star.
pub fn views(list: IssueList) -> AnyView {
    let views = Views::open(list);
    view! {
        {starred_links(views)}
        {views_menu(views)}
        {view_dialogs(views)}
    }
    .into_any()
}
