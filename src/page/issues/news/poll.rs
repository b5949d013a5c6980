//! Asking for page one again: only while somebody looks at it, in one tab of those that show the same, and less often the
//! less there is to tell. Failures are nobody's trouble: the next time comes later.

use super::Arrivals;
use crate::api::client::Cancel;
use crate::api::issues::poll_issues;
use crate::browser::tabs::{Channel, Turn, take_turn};
use crate::browser::{dom, intl, visibility, wait};
use crate::reactive::{effect, spawn};
use glint_model::encode::encode_query;
use glint_model::issue_filter::IssueFilter;
use glint_model::link::Page;
use glint_model::news::{Pace, told};
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// Nothing is asked for sooner than this after something has changed: milliseconds.
const SOONEST_MS: i64 = 1500;

#[derive(Clone, Copy)]
struct Poll {
    arrivals: Arrivals,
    pace: StoredValue<Pace>,
    /// When page one was asked for last, here or in another tab.
    asked_at_ms: StoredValue<i64>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    turn: StoredValue<Option<Turn>, LocalStorage>,
    under_way: StoredValue<Cancel, LocalStorage>,
    /// Counts turns, so that one that is over ends.
    count: StoredValue<u32>,
}

/// Asks as long as the list is there.
pub fn keep_asking(arrivals: Arrivals, is_visible: RwSignal<bool>, is_selecting: Signal<bool>) {
    if visibility::saves_data() {
        return;
    }
    let list = arrivals.list;
    let poll = Poll {
        arrivals,
        pace: StoredValue::new(Pace::default()),
        asked_at_ms: StoredValue::new(0),
        channel: StoredValue::new_local(None),
        turn: StoredValue::new_local(None),
        under_way: StoredValue::new_local(Cancel::never()),
        count: StoredValue::new(0),
    };
    // Only page one is asked for: on the others rows move for other reasons.
    let asked = Memo::new(move |_| {
        list.filter
            .with(|filter| filter.cursor.is_none().then(|| filter.clone()))
    });
    let is_due = Memo::new(move |_| {
        let is_here = list.loader.with(|load| load.ready().is_some()) && list.rows.with(Option::is_some);
        is_here && is_visible.get() && !is_selecting.get()
    });
    effect(move || {
        asked.track();
        if is_visible.get() {
            poll.pace.update_value(Pace::reset);
        }
    });
    effect(move || {
        let channel = asked.get().and_then(|filter| {
            Channel::open(&name(poll, &filter), move |text| {
                if let Some(page) = told::from_text(text) {
                    poll.hear(page);
                }
            })
        });
        poll.channel.set_value(channel);
    });
    effect(move || {
        poll.stop();
        if let Some(filter) = asked.get().filter(|_| is_due.get()) {
            poll.start(filter);
        }
    });
    on_cleanup(move || {
        poll.under_way.try_with_value(Cancel::cancel);
    });
}

/// What tabs have in common that ask for the same.
fn name(poll: Poll, filter: &IssueFilter) -> String {
    let organization = poll.arrivals.list.organization.get_value();
    format!(
        "glint.news.1 {}{organization}?{}",
        dom::api_base(),
        encode_query(&filter.to_pairs())
    )
}

impl Poll {
    fn start(self, filter: IssueFilter) {
        let count = self.count.get_value();
        let turn = take_turn(&name(self, &filter), move || spawn(self.run(count, filter)));
        self.turn.set_value(Some(turn));
    }

    fn stop(self) {
        self.count.update_value(|count| *count += 1);
        self.under_way.with_value(Cancel::cancel);
        self.turn.set_value(None);
    }

    async fn run(self, count: u32, filter: IssueFilter) {
        while let Some(wait_ms) = self.wait_ms() {
            wait::milliseconds(wait_ms).await;
            if self.count.try_get_value() != Some(count) {
                return;
            }
            // Another tab may have told meanwhile.
            if self.wait_ms().is_some_and(|wait_ms| i64::from(wait_ms) > SOONEST_MS) {
                continue;
            }
            let Some(organization) = self.arrivals.list.organization.try_get_value() else {
                return;
            };
            let cancel = Cancel::new();
            self.under_way.set_value(cancel.clone());
            self.asked_at_ms.set_value(intl::now_ms());
            let answer = poll_issues(&organization, &filter, &cancel).await;
            if cancel.is_cancelled() || self.count.try_get_value() != Some(count) {
                return;
            }
            match answer {
                Ok((page, text)) => {
                    self.channel.with_value(|channel| {
                        if let Some(channel) = channel {
                            channel.tell(&text);
                        }
                    });
                    self.hear(page);
                }
                Err(_) => self.pace.update_value(Pace::failed),
            }
        }
    }

    /// How long until it is time to ask; None when the list is gone.
    fn wait_ms(self) -> Option<i32> {
        let loaded_at_ms = self.arrivals.list.loaded_at_ms.try_get_value()?;
        let since = self.asked_at_ms.try_get_value()?.max(loaded_at_ms);
        let due = since + i64::from(self.pace.try_get_value()?.next_ms());
        i32::try_from((due - intl::now_ms()).max(SOONEST_MS)).ok()
    }

    /// Takes page one as it is now, from the server or from another tab.
    fn hear(self, page: Page<Issue>) {
        self.asked_at_ms.set_value(intl::now_ms());
        let is_more = self.arrivals.hear(page);
        self.pace
            .update_value(|pace| if is_more { pace.reset() } else { pace.quiet() });
    }
}
