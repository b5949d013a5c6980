//! The foot of the list: to the page before and after. They are links, so a page can be sent to a colleague.

use super::list::IssueList;
use crate::reactive::{changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Shows how many rows there are, and the way to the others.
pub fn pager(list: IssueList) -> AnyView {
    let counts = move || {
        list.shown
            .with(|shown| {
                let shown = shown.as_ref()?;
                let rows = shown.page.items.len();
                Some(match shown.page.hits {
                    Some(hits) => format!("{rows} of {}", hits.label()),
                    None => rows.to_string(),
                })
            })
            .unwrap_or_default()
    };
    let link = move |cursor: Option<String>, label: &'static str, sign: Icon| {
        let is_first = sign == Icon::Left;
        match cursor {
            Some(cursor) => {
                let href = list.href(&list.filter.get().with_cursor(Some(cursor)));
                view! {
                    <a class="btn" href=href rel=if is_first { "prev" } else { "next" }>
                        {is_first.then(|| icon(sign, ""))}
                        {label}
                        {(!is_first).then(|| icon(sign, ""))}
                    </a>
                }
                .into_any()
            }
            None => view! { <span class="btn" aria-disabled="true">{label}</span> }.into_any(),
        }
    };
    let neighbours = move || {
        let (previous, next) = list.shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| (shown.page.previous.clone(), shown.page.next.clone()))
                .unwrap_or_default()
        });
        (previous.is_some() || next.is_some()).then(|| {
            view! {
                {link(previous, "Previous", Icon::Left)}
                {link(next, "Next", Icon::Right)}
            }
            .into_any()
        })
    };
    view! {
        <nav class="pager" aria-label="Pages">
            <span>{changing_text(counts)}</span>
            <div class="end">{maybe(neighbours)}</div>
        </nav>
    }
    .into_any()
}
