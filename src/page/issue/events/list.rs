//! The table's state: its rows, what is looked for among them, and which columns there are.

use super::memory::{self, LeftEvents};
use crate::api::client::Cancel;
use crate::api::event_list::list_events;
use crate::browser::{dom, intl, scroll, storage, wait};
use crate::load::Loader;
use crate::page::issue::event::note_rows;
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::reactive::spawn;
use crate::route::IssuePart;
use glint_model::error::ApiError;
use glint_model::event_rows::{Column, EventFilter, EventRows, columns_from_text, columns_to_text};
use glint_model::id::EventId;
use glint_model::wire::event_row::EventRow;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// The events of one issue.
#[derive(Clone, Copy)]
pub struct EventList {
    /// Where it is.
    pub place: StoredValue<Place>,
    /// The issue.
    pub issue: Loader<Issue>,
    /// The rows that are loaded.
    pub rows: RwSignal<EventRows>,
    /// Whether the first page has come.
    pub has_loaded: RwSignal<bool>,
    /// Whether a page is on its way.
    pub is_busy: RwSignal<bool>,
    /// Why the last page did not come.
    pub trouble: RwSignal<Option<ApiError>>,
    /// What stands in the filter's field.
    pub typed: RwSignal<String>,
    /// What the URL filters by.
    pub asked: Memo<Option<String>>,
    /// The rows that fit the filter.
    pub shown: Memo<Vec<Arc<EventRow>>>,
    /// The columns that the reader chose, if that was done.
    pub chosen: RwSignal<Option<Vec<Column>>>,
    /// The columns.
    pub columns: Memo<Vec<Column>>,
    /// The rows that are selected, at most two.
    pub selected: RwSignal<Vec<EventId>>,
    /// The row with the focus, or the one that had it last.
    pub focused: RwSignal<Option<EventId>>,
    loaded_at_ms: StoredValue<i64>,
    under_way: StoredValue<Cancel, LocalStorage>,
}

impl EventList {
    /// The table as it was left, when one comes back to it, or else asked for.
    pub fn open(context: &IssueContext) -> Self {
        let left = memory::recall(&context.place.issue);
        let asked = {
            let context = context.clone();
            Memo::new(move |last: Option<&Option<String>>| match context.part.get() {
                IssuePart::Events => context.asked("filter"),
                // On the way to another part the filter stays.
                _ => last.cloned().flatten(),
            })
        };
        let issue = context.issue;
        let (rows, selected, focused, filter, at_ms) = match left.clone() {
            Some(left) => (left.rows, left.selected, left.focused, left.filter, left.loaded_at_ms),
            None => (EventRows::default(), Vec::new(), None, String::new(), intl::now_ms()),
        };
        let rows = RwSignal::new(rows);
        let typed = RwSignal::new(asked.get_untracked().unwrap_or(filter));
        let filter = Memo::new(move |_| typed.with(|typed| EventFilter::parse(typed)));
        let shown = Memo::new(move |_| {
            filter.with(|filter| rows.with(|rows| rows.rows.iter().filter(|row| filter.fits(row)).cloned().collect()))
        });
        let chosen = RwSignal::new(storage::get(storage::EVENT_COLUMNS).map(|text| columns_from_text(&text)));
        let titles_differ = Memo::new(move |_| {
            let title = issue.with(|load| load.ready().map(|issue| issue.title.clone()));
            rows.with(|rows| rows.titles_differ(title.as_deref()))
        });
        let columns = Memo::new(move |_| chosen.get().unwrap_or_else(|| Column::usual(titles_differ.get())));
        let list = Self {
            place: StoredValue::new(context.place.clone()),
            issue,
            rows,
            has_loaded: RwSignal::new(left.is_some()),
            is_busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            typed,
            asked,
            shown,
            chosen,
            columns,
            selected: RwSignal::new(selected),
            focused: RwSignal::new(focused.clone()),
            loaded_at_ms: StoredValue::new(at_ms),
            under_way: StoredValue::new_local(Cancel::never()),
        };
        list.keep_when_left();
        match left {
            Some(_) => list.return_to(focused),
            None => list.reload(),
        }
        list
    }

    /// Whether no row is loaded; tracked.
    pub fn is_empty(self) -> bool {
        self.rows.with(|rows| rows.rows.is_empty())
    }

    /// Whether something is looked for; tracked.
    pub fn is_filtered(self) -> bool {
        self.typed.with(|typed| !typed.trim().is_empty())
    }

    /// How many rows there are in all, as the issue says; tracked.
    pub fn count(self) -> Option<u64> {
        self.issue.with(|load| load.ready().map(|issue| issue.count))
    }

    /// Changes the columns; None are the usual ones. Remembered.
    pub fn choose(self, columns: Option<Vec<Column>>) {
        storage::set(
            storage::EVENT_COLUMNS,
            columns.as_deref().map(columns_to_text).as_deref(),
        );
        self.chosen.set(columns);
    }

    /// Asks for the first page again.
    pub fn reload(self) {
        self.ask(None);
    }

    /// Asks for the page below the rows, unless one is on its way.
    pub fn load_more(self) {
        let next = self.rows.with_untracked(|rows| rows.next.clone());
        if next.is_some() && !self.is_busy.get_untracked() {
            self.ask(next);
        }
    }

    fn ask(self, cursor: Option<String>) {
        self.under_way.with_value(Cancel::cancel);
        let cancel = Cancel::new();
        self.under_way.set_value(cancel.clone());
        let issue = self.place.with_value(|place| place.issue.clone());
        self.is_busy.set(true);
        self.trouble.set(None);
        spawn(async move {
            let answer = list_events(&issue, cursor.as_deref(), &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            self.is_busy.try_set(false);
            match answer {
                Ok(page) => {
                    let Some(mut rows) = self.rows.try_get_untracked() else {
                        return;
                    };
                    if cursor.is_none() {
                        rows = EventRows::default();
                        self.loaded_at_ms.try_set_value(intl::now_ms());
                    }
                    rows.append(page);
                    note_rows(&issue, &rows);
                    self.selected
                        .try_update(|selected| selected.retain(|event| rows.place(event).is_some()));
                    self.rows.try_set(rows);
                    self.has_loaded.try_set(true);
                }
                Err(error) => {
                    self.trouble.try_set(Some(error));
                }
            }
        });
    }

    fn key(self) -> String {
        self.place.with_value(|place| place.part(IssuePart::Events).path())
    }

    fn keep_when_left(self) {
        on_cleanup(move || {
            self.under_way.try_with_value(Cancel::cancel);
            let left = (|| {
                self.has_loaded.try_get_untracked().filter(|has_loaded| *has_loaded)?;
                scroll::remember(&self.key());
                Some(LeftEvents {
                    issue: self.place.try_get_value()?.issue,
                    rows: self.rows.try_get_untracked()?,
                    selected: self.selected.try_get_untracked()?,
                    focused: self.focused.try_get_untracked()?,
                    filter: self.typed.try_get_untracked()?,
                    loaded_at_ms: self.loaded_at_ms.try_get_value()?,
                })
            })();
            if let Some(left) = left {
                memory::keep(left);
            }
        });
    }

    fn return_to(self, focused: Option<EventId>) {
        let key = self.key();
        spawn(async move {
            wait::frame().await;
            scroll::restore(&key);
            if let Some(event) = focused {
                dom::focus_in_place(dom::by_id(&row_link_id(&event)));
            }
        });
    }
}

/// The id of a row's link in the document.
pub fn row_link_id(event: &EventId) -> String {
    format!("event-{event}")
}
