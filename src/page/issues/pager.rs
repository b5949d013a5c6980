//! The foot of the list: more rows below these, and the pages before and after. Those are links, so a page can be sent to
//! a colleague.

use super::list::IssueList;
use crate::api::client::Cancel;
use crate::api::issues::list_issues;
use crate::reactive::{changing_text, maybe, spawn, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::error::ApiError;
use glint_model::text::thousands;
use leptos::prelude::*;

/// Shows how many rows there are, and the ways to the others.
pub fn pager(list: IssueList) -> AnyView {
    let counts = move || {
        let standing = list.standing().len() as u64;
        list.rows
            .with(|rows| {
                let hits = rows.as_ref()?.hits?;
                Some(format!("{} of {}", thousands(standing), hits.label()))
            })
            .unwrap_or_else(|| thousands(standing))
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
        let (previous, next) = list
            .rows
            .with(|rows| rows.as_ref().map(|rows| (rows.previous.clone(), rows.next.clone())))
            .unwrap_or_default();
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
            {more(list)}
            <div class="end">{maybe(neighbours)}</div>
        </nav>
    }
    .into_any()
}

/// Puts the next page below these rows.
fn more(list: IssueList) -> AnyView {
    let is_busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<ApiError>);
    let under_way = StoredValue::new_local(Cancel::never());
    let has_more = truth(move || {
        list.rows
            .with(|rows| rows.as_ref().is_some_and(|rows| rows.next.is_some()))
    });
    on_cleanup(move || {
        under_way.try_with_value(Cancel::cancel);
    });
    let ask = move |_| {
        let cursor = list
            .rows
            .with_untracked(|rows| rows.as_ref().and_then(|rows| rows.next.clone()));
        if cursor.is_none() || is_busy.get_untracked() {
            return;
        }
        let filter = list.filter.get_untracked();
        let (organization, asked) = (
            list.organization.get_value(),
            filter.clone().with_cursor(cursor.clone()),
        );
        let cancel = Cancel::new();
        under_way.set_value(cancel.clone());
        is_busy.set(true);
        trouble.set(None);
        spawn(async move {
            let answer = list_issues(&organization, &asked, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            is_busy.try_set(false);
            match answer {
                Ok(answer) if list.filter.try_get_untracked().as_ref() == Some(&filter) => {
                    list.rows.try_update(|rows| {
                        if let Some(rows) = rows
                            && rows.next == cursor
                        {
                            rows.append(answer.page);
                        }
                    });
                }
                Ok(_) => {}
                Err(error) => {
                    trouble.try_set(Some(error));
                }
            }
        });
    };
    maybe(move || {
        has_more.get().then(|| {
            view! {
                <button class="btn" type="button" aria-disabled=move || is_busy.get().to_string() on:click=ask>
                    {changing_text(move || if is_busy.get() { "Loading…".to_owned() } else { "Show more".to_owned() })}
                </button>
                {maybe(move || {
                    trouble.get().map(|error| view! { <span role="alert">{error.sentence()}</span> }.into_any())
                })}
            }
            .into_any()
        })
    })
}
