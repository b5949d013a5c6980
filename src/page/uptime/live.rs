//! Data that stays fresh without a reload: it is asked for again while somebody looks, at the pace of the monitors that are
//! shown, in one tab of those that show the same; and the page says how old it is.

mod line;
mod round;

pub use line::{age_words, live_line, live_notice, trouble_text};

use crate::api::client::Cancel;
use crate::browser::listener::Listener;
use crate::browser::tabs::{Channel, Turn};
use crate::browser::{intl, visibility, wait};
use crate::load::Pending;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::monitor_wall::{Pace, age_text};
use leptos::prelude::*;
use std::rc::Rc;

/// How often the age is looked at: milliseconds.
const TICK_MS: i32 = 5000;

/// Since when there are no answers, and what was wrong the last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// When asking failed for the first time since the last answer: milliseconds since the epoch.
    pub since_ms: i64,
    /// Why it failed the last time.
    pub error: ApiError,
}

type Ask = Rc<dyn Fn(Cancel) -> Pending<Vec<String>>>;
type Take = Rc<dyn Fn(Vec<String>)>;

/// What asks for a page's data again, and knows how old it is.
#[derive(Clone, Copy)]
pub struct Live {
    /// When what is shown was asked for, by the reader's clock.
    asked_at_ms: RwSignal<Option<i64>>,
    now_ms: RwSignal<i64>,
    trouble: RwSignal<Option<Trouble>>,
    failed_at_ms: RwSignal<Option<i64>>,
    is_asking: RwSignal<bool>,
    is_visible: RwSignal<bool>,
    pace: StoredValue<Pace>,
    /// When it was asked for last, successfully or not, here or in another tab.
    tried_at_ms: StoredValue<i64>,
    run: StoredValue<Option<(Ask, Take)>, LocalStorage>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    turn: StoredValue<Option<Turn>, LocalStorage>,
    under_way: StoredValue<Cancel, LocalStorage>,
    /// Counts turns, so that one that is over ends.
    count: StoredValue<u32>,
}

impl Live {
    /// Nothing is asked for yet.
    pub fn new() -> Self {
        let is_visible = RwSignal::new(visibility::is_visible());
        let listener = visibility::on_change(move || {
            is_visible.try_set(visibility::is_visible());
        });
        keep_listener(listener);
        let live = Self {
            asked_at_ms: RwSignal::new(None),
            now_ms: RwSignal::new(intl::now_ms()),
            trouble: RwSignal::new(None),
            failed_at_ms: RwSignal::new(None),
            is_asking: RwSignal::new(false),
            is_visible,
            pace: StoredValue::new(Pace::default()),
            tried_at_ms: StoredValue::new(0),
            run: StoredValue::new_local(None),
            channel: StoredValue::new_local(None),
            turn: StoredValue::new_local(None),
            under_way: StoredValue::new_local(Cancel::never()),
            count: StoredValue::new(0),
        };
        spawn(async move {
            while live.now_ms.try_set(intl::now_ms()).is_none() {
                wait::milliseconds(TICK_MS).await;
            }
        });
        live
    }

    /// Asks as long as the page is there and `name` says what for: it is what tabs that show the same have in common, None
    /// while there is nothing to keep fresh. `ask` gives the server's texts, `take` shows them; texts of another tab that
    /// asked for the same come to `take` as well. `ask` must not ask for the password (`Call::ahead`).
    pub fn keep(
        self,
        name: impl Fn() -> Option<String> + Send + Sync + 'static,
        ask: impl Fn(Cancel) -> Pending<Vec<String>> + 'static,
        take: impl Fn(Vec<String>) + 'static,
    ) {
        self.run.set_value(Some((Rc::new(ask), Rc::new(take))));
        round::keep_asking(self, Box::new(name));
    }

    /// The page has asked by itself at this time and shows the answer, which took so many milliseconds.
    pub fn heard(self, asked_at_ms: i64, took_ms: i64) {
        self.pace.try_update_value(|pace| pace.answered(took_ms));
        self.tried_at_ms
            .try_update_value(|tried| *tried = asked_at_ms.max(*tried));
        self.asked_at_ms.try_set(Some(asked_at_ms));
        self.trouble.try_set(None);
        self.now_ms.try_set(intl::now_ms());
    }

    /// Takes the pace over from the monitors that are shown: their intervals in seconds.
    pub fn follow(self, intervals_s: impl IntoIterator<Item = i64>) {
        self.pace.try_update_value(|pace| pace.follow(intervals_s));
    }

    /// Asks at once.
    pub fn ask_now(self) {
        round::ask_now(self);
    }

    /// Whether it is being asked for; tracked.
    pub fn is_asking(self) -> bool {
        self.is_asking.get()
    }

    /// Since when asking fails, and why; tracked.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// When asking failed last, also when it has worked again since: milliseconds since the epoch. Tracked.
    pub fn failed_at_ms(self) -> Option<i64> {
        self.failed_at_ms.get()
    }

    /// How old what is shown is: `25 s ago`; None when there is nothing yet. Tracked.
    pub fn age(self) -> Option<String> {
        let asked_at_ms = self.asked_at_ms.get()?;
        Some(age_text(self.now_ms.get() - asked_at_ms))
    }

    /// How long ago something was, in the same words; tracked.
    pub fn ago(self, at_ms: i64) -> String {
        age_text(self.now_ms.get() - at_ms)
    }

    /// The reader's clock, as it was looked at last: milliseconds since the epoch, in steps of some seconds. Tracked.
    pub fn now_ms(self) -> i64 {
        self.now_ms.get()
    }

    /// Whether nothing is asked for without being told to, because the browser was told to save data.
    pub fn is_manual() -> bool {
        visibility::saves_data()
    }
}

/// Keeps a listener as long as the page is there.
fn keep_listener(listener: Listener) {
    StoredValue::new_local(Some(listener));
}
