//! What has come since the list was loaded: page one is asked for now and then, and a pill tells of it. Nothing moves until
//! the reader says so.

mod pill;
mod poll;

pub use pill::strip;

use super::list::{IssueList, row_link_id};
use super::looks::Visit;
use crate::browser::{dom, scroll, wait};
use crate::reactive::{effect, spawn, truth};
use crate::ui::page_title::number_in_title;
use glint_model::link::Page;
use glint_model::news::{News, asked_at, news};
use glint_model::wire::issue::{Issue, IssueStatus};
use leptos::prelude::*;
use std::sync::Arc;

/// What has come and is not shown yet.
#[derive(Clone, Copy)]
pub struct Arrivals {
    list: IssueList,
    /// Page one as it is now.
    polled: RwSignal<Option<Page<Issue>>>,
    /// What that has over the rows.
    news: Memo<News>,
    /// What the reader has put away.
    put_away: RwSignal<Option<News>>,
    /// Whether the pill is there.
    is_told: Memo<bool>,
}

impl Arrivals {
    /// Watches for what comes as long as the list is there.
    pub fn watch(list: IssueList, visit: Visit, is_visible: RwSignal<bool>) -> Self {
        let polled = RwSignal::new(None);
        let put_away = RwSignal::new(None::<News>);
        let news = Memo::new(move |_| compare(list, visit, polled));
        let is_selecting = is_selecting(list);
        let is_told = Memo::new(move |_| {
            let has_news = news.with(|news| match put_away.get() {
                Some(away) => news.goes_beyond(&away),
                None => !news.is_empty(),
            });
            has_news && !is_selecting.get()
        });
        let arrivals = Self {
            list,
            polled,
            news,
            put_away,
            is_told,
        };
        // What was compared with is about to change.
        effect(move || {
            list.filter.track();
            if list.loader.with(|load| load.is_waiting()) {
                arrivals.forget();
            }
        });
        number_in_title(move || if is_told.get() { arrivals.count() } else { 0 });
        poll::keep_asking(arrivals, is_visible, is_selecting);
        arrivals
    }

    /// Shows what has come, from the top; false when there is nothing to show.
    pub fn accept(self) -> bool {
        if !self.is_told.get_untracked() {
            return false;
        }
        let Some(page) = self.polled.try_update(Option::take).flatten() else {
            return false;
        };
        let list = self.list;
        let has_focus = dom::is_focus_within(".rows") || has_keyboard();
        self.forget();
        list.only.set(None);
        list.take_over(&page.map(Arc::new));
        scroll::to_top();
        spawn(async move {
            wait::frame().await;
            // The row that had the focus may be drawn anew or gone, and the pill is.
            let is_here = list.focused.try_get_untracked().is_some();
            if has_focus && is_here && !dom::is_focus_within(".rows") {
                focus_on_rows(list);
            }
        });
        true
    }

    /// Hides the pill until there is more.
    fn put_away(self) {
        if has_keyboard() {
            focus_on_rows(self.list);
        }
        self.put_away.set(Some(self.news.get_untracked()));
    }

    fn forget(self) {
        self.polled.set(None);
        self.put_away.set(None);
    }

    /// How many issues are new or have come back; tracked.
    fn count(self) -> usize {
        self.news.with(|news| news.fresh.len() + news.regressed.len())
    }

    /// Takes page one as it is now; true when it has something that was not known before.
    fn hear(self, page: Page<Issue>) -> bool {
        if untrack(|| self.list.loader.with(|load| load.is_waiting())) {
            return false;
        }
        let before = self.news.get_untracked();
        self.polled.set(Some(page));
        self.news.with_untracked(|news| news.goes_beyond(&before))
    }
}

/// Whether the keyboard is at work in the strip, so that its focus must not be lost.
fn has_keyboard() -> bool {
    dom::first(".since :focus-visible").is_some()
}

/// Moves the focus from what is about to go to the row that had it last, or else to the first.
pub fn focus_on_rows(list: IssueList) {
    let order = list.order();
    let focused = list.focused.get_untracked().filter(|id| order.contains(id));
    let to = focused.or_else(|| order.first().cloned());
    dom::focus_in_place(to.and_then(|id| dom::by_id(&row_link_id(&id))));
}

/// Whether rows are selected: nothing is asked for and nothing told meanwhile.
fn is_selecting(list: IssueList) -> Signal<bool> {
    truth(move || {
        list.selection
            .with(|selection| selection.is_all_matching() || !selection.is_empty())
    })
}

fn compare(list: IssueList, visit: Visit, polled: RwSignal<Option<Page<Issue>>>) -> News {
    polled.with(|polled| {
        list.rows.with(|rows| {
            let (Some(polled), Some(rows)) = (polled, rows) else {
                return News::default();
            };
            list.decisions.with(|decisions| {
                let asked_at = asked_at(&rows.issues, list.loaded_at_ms.get_value());
                news(&rows.issues, &polled.items, asked_at, |id| {
                    let decided = decisions.of(id).and_then(|decision| decision.status);
                    // What an earlier visit saw of a row is older than the row.
                    let is_new_here = |status: &IssueStatus| *status == IssueStatus::Resolved && !rows.has(id);
                    decided.or_else(|| visit.known_status(id).filter(is_new_here))
                })
            })
        })
    })
}
