//! The search field. What was typed stands in the URL; it is put right where that is safe when it is sent
//! (`model::search::prepare`), and what the server cannot do is said below the bar.

use super::list::IssueList;
use crate::reactive::{attribute, maybe};
use crate::route::{Step, use_go};
use crate::ui::icon::{Icon, icon};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Shows the search field with the query of the URL.
pub fn search_field(list: IssueList) -> AnyView {
    let go = use_go();
    let input = NodeRef::<html::Input>::new();
    let query = attribute(move || list.filter.with(|filter| filter.effective_query().to_owned()));
    let search = {
        let go = go.clone();
        move |text: &str| {
            go(&list.route(&list.filter.get_untracked().with_query(text)), Step::Push);
        }
    };
    let submit = {
        let search = search.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                search(&input.value());
            }
        }
    };
    let clear = move |_| {
        search("");
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            {icon(Icon::Search, "")}
            <input
                type="search"
                id="issue-search"
                name="query"
                aria-label="Search issues"
                placeholder="is:unresolved level:error any-tag:value, then words"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                node_ref=input
                prop:value=query
            />
            {maybe(move || {
                let clear = clear.clone();
                query
                    .with(|query| !query.is_empty())
                    .then(|| {
                        view! {
                            <button type="button" aria-label="Clear the search" on:click=clear>
                                {icon(Icon::Close, "")}
                            </button>
                        }
                            .into_any()
                    })
            })}
        </form>
    }
    .into_any()
}
