//! What is asked of the breadcrumbs that are shown.

use crate::browser::{dom, storage, wait};
use crate::reactive::spawn;
use glint_model::breadcrumbs::{CrumbChoice, CrumbFilter, Timeline};
use glint_model::text::{counted, thousands};
use leptos::prelude::*;

/// The id of the search field.
pub const FIELD: &str = "breadcrumb-search";

/// How long somebody has to stop typing before the search begins, in milliseconds.
const PAUSE: i32 = 150;

/// The timeline of an event, and what a reader asks of it.
#[derive(Clone, Copy)]
pub struct Trail {
    /// The breadcrumbs.
    pub timeline: StoredValue<Timeline>,
    /// What is in the search field.
    pub typed: RwSignal<String>,
    /// What is searched for and filtered by.
    pub filter: RwSignal<CrumbFilter>,
    /// How times are told, and which end comes first.
    pub choice: RwSignal<CrumbChoice>,
    /// The places of the crumbs that are left.
    pub places: Memo<Vec<usize>>,
    /// How many blocks of rows the reader has asked for.
    pub wanted: StoredValue<usize>,
    /// The places of the crumbs whose data are open.
    open: StoredValue<Vec<usize>>,
}

impl Trail {
    /// Nothing is asked yet; the choice is what it was last time.
    pub fn new(timeline: Timeline) -> Self {
        let timeline = StoredValue::new(timeline);
        let filter = RwSignal::new(CrumbFilter::default());
        let kept = storage::get(storage::BREADCRUMBS).unwrap_or_default();
        Self {
            timeline,
            typed: RwSignal::new(String::new()),
            filter,
            choice: RwSignal::new(CrumbChoice::parse(&kept)),
            places: Memo::new(move |_| filter.with(|filter| timeline.with_value(|timeline| timeline.matching(filter)))),
            wanted: StoredValue::new(1),
            open: StoredValue::new(Vec::new()),
        }
    }

    /// How many breadcrumbs there are.
    pub fn total(self) -> usize {
        self.timeline.with_value(|timeline| timeline.crumbs.len())
    }

    /// `42`, or `12 of 1 000 shown`; tracked.
    pub fn count_text(self) -> String {
        let total = self.total() as u64;
        if self.filter.with(CrumbFilter::is_empty) {
            return thousands(total);
        }
        let left = self.places.with(Vec::len) as u64;
        format!("{} of {} shown", thousands(left), thousands(total))
    }

    /// `None of the 42 breadcrumbs is left`.
    pub fn nothing_text(self) -> String {
        match self.total() as u64 {
            1 => "The one breadcrumb is not among what you ask for.".to_owned(),
            total => format!(
                "None of the {} is among what you ask for.",
                counted(total, "breadcrumb", "breadcrumbs")
            ),
        }
    }

    /// Asks for something else.
    pub fn ask(self, change: impl FnOnce(&mut CrumbFilter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        if self.filter.with_untracked(|now| *now != filter) {
            self.wanted.set_value(1);
            self.filter.set(filter);
        }
    }

    /// Something was typed: searches when nothing more is for a moment.
    pub fn type_text(self, typed: String) {
        self.typed.set(typed.clone());
        spawn(async move {
            wait::milliseconds(PAUSE).await;
            if self.typed.try_with_untracked(|now| *now == typed) == Some(true) {
                self.ask(|filter| filter.words = CrumbFilter::words_of(&typed));
            }
        });
    }

    /// Asks for nothing any more; the focus is on the search field.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.ask(|filter| *filter = CrumbFilter::default());
        dom::focus_in_place(dom::by_id(FIELD));
    }

    /// Changes how breadcrumbs are seen; the browser keeps it.
    pub fn choose(self, change: impl FnOnce(&mut CrumbChoice)) {
        let mut choice = self.choice.get_untracked();
        change(&mut choice);
        storage::set(storage::BREADCRUMBS, Some(choice.to_text()));
        if self.choice.get_untracked() != choice {
            self.choice.set(choice);
        }
    }

    /// Whether the data of a crumb are open.
    pub fn is_open(self, place: usize) -> bool {
        self.open.with_value(|open| open.binary_search(&place).is_ok())
    }

    /// Remembers whether they are, for when the rows are drawn anew.
    pub fn note_open(self, place: usize, is_open: bool) {
        self.open
            .update_value(|open| match (open.binary_search(&place), is_open) {
                (Err(at), true) => open.insert(at, place),
                (Ok(at), false) => {
                    open.remove(at);
                }
                _ => {}
            });
    }
}
