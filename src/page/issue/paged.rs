//! A list of the issue that is read a page at a time: more of it comes below what is there, for as long as the server has
//! more. Its count is said, and what cannot be had says why.

use crate::api::client::Cancel;
use crate::load::{Loader, Pending, load};
use crate::reactive::{aria, changing_text, maybe, spawn};
use glint_model::error::ApiError;
use glint_model::link::{Hits, Page};
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use std::rc::Rc;

/// Asks for the first page, or the one that a cursor points to.
pub type AskPage<T> = Rc<dyn Fn(Option<String>, Cancel) -> Pending<Page<T>>>;

/// What is known of a list beside its rows.
#[derive(Clone, Default)]
struct Rest {
    next: Option<String>,
    hits: Option<Hits>,
    left_out: u64,
}

/// The rows that were read so far, and the way to the others.
pub struct Paged<T: 'static> {
    /// Whether the first page is there.
    pub first: Loader<()>,
    /// The rows; they may be changed in their place.
    pub rows: RwSignal<Vec<T>, LocalStorage>,
    rest: RwSignal<Rest>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<ApiError>>,
    ask: StoredValue<AskPage<T>, LocalStorage>,
    cancel: StoredValue<Cancel, LocalStorage>,
    is_same: fn(&T, &T) -> bool,
}

impl<T> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Paged<T> {}

impl<T: Clone + 'static> Paged<T> {
    /// Asks for the first page. `is_same` tells rows that a later page repeats.
    pub fn new(is_same: fn(&T, &T) -> bool, ask: AskPage<T>) -> Self {
        let rows = RwSignal::new_local(Vec::new());
        let rest = RwSignal::new(Rest::default());
        let first = {
            let ask = Rc::clone(&ask);
            load(move |cancel| {
                let pending = ask(None, cancel);
                Box::pin(async move {
                    let page = pending.await?;
                    rest.try_set(rest_of(&page));
                    rows.try_set(page.items);
                    Ok(())
                })
            })
        };
        let cancel = StoredValue::new_local(Cancel::new());
        on_cleanup(move || {
            cancel.try_with_value(Cancel::cancel);
        });
        Self {
            first,
            rows,
            rest,
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            ask: StoredValue::new_local(ask),
            cancel,
            is_same,
        }
    }

    /// Whether the server has more rows than were read; tracked.
    pub fn has_more(self) -> bool {
        self.rest.with(|rest| rest.next.is_some())
    }

    /// How many rows there are in all, as far as it is known; tracked.
    pub fn total(self) -> Hits {
        let here = self.rows.with(|rows| rows.len() as u64);
        self.rest.with(|rest| match rest.hits {
            // What was added or taken away here is only known from the rows, once all of them are there.
            Some(hits) if rest.next.is_some() => hits,
            _ => Hits {
                count: here,
                capped: rest.next.is_some(),
            },
        })
    }

    /// Reads the next page.
    pub fn read_more(self) {
        let next = self.rest.with_untracked(|rest| rest.next.clone());
        if next.is_none() || self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let (Some(ask), Some(cancel)) = (self.ask.try_get_value(), self.cancel.try_get_value()) else {
            return;
        };
        let pending = ask(next.clone(), cancel.clone());
        spawn(async move {
            let answer = pending.await;
            if cancel.is_cancelled() {
                return;
            }
            self.is_busy.try_set(false);
            match answer {
                // The list may have been read anew in between.
                Ok(page) if self.rest.try_with_untracked(|rest| rest.next == next) == Some(true) => self.append(page),
                Ok(_) => {}
                Err(error) => {
                    self.problem.try_set(Some(error));
                }
            }
        });
    }

    fn append(self, page: Page<T>) {
        self.rest.try_update(|rest| {
            let new = rest_of(&page);
            rest.next = new.next;
            rest.hits = rest.hits.or(new.hits);
            rest.left_out += new.left_out;
        });
        self.rows.try_update(|rows| {
            for row in page.items {
                if !rows.iter().any(|known| (self.is_same)(known, &row)) {
                    rows.push(row);
                }
            }
        });
    }

    /// Reads again as many rows as there are, while they stay to be seen.
    pub async fn read_again(self) -> Result<(), ApiError> {
        let (Some(ask), Some(cancel)) = (self.ask.try_get_value(), self.cancel.try_get_value()) else {
            return Ok(());
        };
        let wanted = self.rows.try_with_untracked(Vec::len).unwrap_or_default();
        let page = ask(None, cancel.clone()).await?;
        let (mut rest, mut rows) = (rest_of(&page), page.items);
        while rows.len() < wanted
            && let Some(next) = rest.next.take()
        {
            let page = ask(Some(next), cancel.clone()).await?;
            let new = rest_of(&page);
            rest.next = new.next;
            rest.left_out += new.left_out;
            rows.extend(page.items);
        }
        self.rest.try_set(rest);
        self.rows.try_set(rows);
        Ok(())
    }

    /// Below the rows: how many there are, and the button that brings more.
    pub fn foot(self, one: &'static str, many: &'static str) -> AnyView {
        let counts = move || {
            let here = self.rows.with(|rows| rows.len() as u64);
            let total = self.total();
            let mut words = if self.has_more() {
                format!("{} of {} {many}", thousands(here), total.label())
            } else {
                counted(here, one, many)
            };
            let left_out = self.rest.with(|rest| rest.left_out);
            if left_out > 0 {
                words.push_str(&format!(", and {} that could not be read", thousands(left_out)));
            }
            words
        };
        let more = move || {
            self.has_more().then(|| {
                view! {
                    <button class="btn" type="button" aria-disabled=aria(move || self.is_busy.get()) on:click=move |_| self.read_more()>
                        {changing_text(move || if self.is_busy.get() { "Loading…".to_owned() } else { "Show more".to_owned() })}
                    </button>
                }
                .into_any()
            })
        };
        let problem = move || {
            let error = self.problem.get()?;
            Some(view! { <p class="problem" role="alert">{error.sentence()}</p> }.into_any())
        };
        view! {
            <div class="list-foot">
                <span class="muted" role="status">{changing_text(counts)}</span>
                {maybe(more)}
                {maybe(problem)}
            </div>
        }
        .into_any()
    }
}

fn rest_of<T>(page: &Page<T>) -> Rest {
    Rest {
        next: page.next.clone(),
        hits: page.hits,
        left_out: page.left_out.len() as u64,
    }
}
