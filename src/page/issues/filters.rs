//! The filter bar: search, projects, environment, time, order; and what is filtered by, to be taken away. Every choice is
//! in the URL at once.

mod active;
mod changes;
mod choice;
mod choices;
mod entry;
mod environments;
mod projects;
mod range_dialog;
mod sort;
mod time;

use super::list::IssueList;
use super::search_field::search_field;
use crate::reactive::maybe;
use active::active_filters;
use environments::environment_menu;
use glint_model::search::prepare;
use leptos::prelude::*;
use projects::project_menu;
use sort::sort_menu;
use time::time_menu;

/// The filter bar, and what the search has to say.
pub fn filters(list: IssueList) -> AnyView {
    let notes = Memo::new(move |_| list.filter.with(|filter| prepare(filter.effective_query()).notes));
    view! {
        <div class="filters">
            {search_field(list)}
            <div class="menus">
                {project_menu(list)}
                {environment_menu(list)}
                {time_menu(list)}
                {sort_menu(list)}
            </div>
            {active_filters(list)}
        </div>
        {maybe(move || {
            let notes: Vec<_> = notes.get().into_iter().map(|note| view! { <p>{note}</p> }.into_any()).collect();
            (!notes.is_empty()).then(|| {
                view! { <div class="notice-line" role="status"><div>{notes}</div></div> }.into_any()
            })
        })}
    }
    .into_any()
}
