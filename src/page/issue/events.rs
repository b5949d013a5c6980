//! All events of the issue as a table: page by page, with a filter over what is loaded.

mod column_menu;
mod filter_bar;
mod head;
mod keys;
mod list;
mod memory;
mod more;
mod near_end;
mod row;
mod selection;

use super::issue_page::IssueContext;
use crate::chunk::PageView;
use crate::reactive::{aria, changing, maybe};
use crate::ui::state::{failed, nothing, waiting};
use column_menu::column_menu;
use filter_bar::filter_bar;
use glint_model::error::ApiError;
use glint_model::text::counted;
use head::head;
use keys::listen_to_keys;
use leptos::prelude::*;
use list::EventList;
use more::{more, nothing_fits};
use row::row;
use selection::selection;
use std::sync::Arc;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn events_of_issue(context: IssueContext) -> PageView {
    let list = EventList::open(&context);
    listen_to_keys(list);
    let view = view! {
        <div class="events-page">
            <h2 class="visually-hidden">"All events"</h2>
            <div class="events-tools">
                {filter_bar(list)}
                <div class="end">
                    {selection(list)}
                    {column_menu(list)}
                </div>
            </div>
            {maybe(move || left_out(list))}
            {body(list)}
        </div>
    };
    Ok(view.into_any())
}

/// Which of its states the table is in; the rows are not drawn anew when only this is asked.
#[derive(Clone, PartialEq)]
enum Body {
    Waiting,
    Failed(ApiError),
    Nothing,
    /// Though so many are loaded.
    NothingFits(usize),
    Rows,
}

fn body(list: EventList) -> AnyView {
    let body = Memo::new(move |_| match list.is_empty() {
        true => match list.trouble.get() {
            Some(error) => Body::Failed(error),
            None if list.has_loaded.get() => Body::Nothing,
            None => Body::Waiting,
        },
        false if list.shown.with(Vec::is_empty) => Body::NothingFits(list.rows.with(|rows| rows.rows.len())),
        false => Body::Rows,
    });
    let rows = move || match body.get() {
        Body::Waiting => view! { <div class="panel">{waiting(12)}</div> }.into_any(),
        Body::Failed(error) => view! { <div class="panel">{failed(&error, move || list.reload())}</div> }.into_any(),
        Body::Nothing => nothing(
            "No event is stored any more",
            "GlitchTip deletes events when they are older than it was told to keep them. The issue itself stays.",
            ().into_any(),
        )
        .into_any(),
        Body::NothingFits(loaded) => nothing_fits(list, loaded),
        Body::Rows => table(list),
    };
    view! {
        {changing(rows)}
        {more(list)}
    }
    .into_any()
}

/// The roles are said, since the table turns into cards where the window is narrow.
fn table(list: EventList) -> AnyView {
    view! {
        <div class="events-scroller">
            <table class="events" role="table" aria-label="Events" aria-busy=aria(move || list.is_busy.get())>
                {changing(move || head(&list.columns.get()))}
                {changing(move || {
                    let columns = Arc::new(list.columns.get());
                    view! {
                        <tbody role="rowgroup">
                            <For
                                each=move || list.shown.get()
                                key=|event| Arc::as_ptr(event) as usize
                                children=move |event| row(list, &event, &columns)
                            />
                        </tbody>
                    }
                    .into_any()
                })}
            </table>
        </div>
    }
    .into_any()
}

fn left_out(list: EventList) -> Option<AnyView> {
    let count = list.rows.with(|rows| rows.left_out);
    (count > 0).then(|| {
        let text = format!(
            "{} could not be read and {} left out of this table.",
            counted(count as u64, "event", "events"),
            if count == 1 { "is" } else { "are" },
        );
        view! { <p class="notice-line" role="status">{text}</p> }.into_any()
    })
}
