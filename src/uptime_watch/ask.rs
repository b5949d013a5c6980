//! Asking for the monitors while nobody looks at them: only when it is wanted, in one tab of all, and the less often the more
//! there are. What a page asks for anyway counts as well.

use super::work::Work;
use crate::api::client::Cancel;
use crate::api::monitors::poll_monitors;
use crate::browser::tabs::{Turn, take_turn};
use crate::browser::{intl, wait};
use crate::reactive::{effect, spawn};
use crate::server::Server;
use glint_model::error::ApiError;
use glint_model::uptime_watch::{Known, rest_ms};
use leptos::prelude::*;

/// A page that opens now asks by itself, and tells: milliseconds.
const FIRST_MS: i64 = 3000;
/// The most pages of a round: 5 000 monitors.
const MOST_PAGES: usize = 50;

#[derive(Clone, Copy)]
struct Asking {
    work: Work,
    turn: StoredValue<Option<Turn>, LocalStorage>,
    under_way: StoredValue<Cancel, LocalStorage>,
    /// Counts turns, so that one that is over ends.
    count: StoredValue<u32>,
}

/// How a round went, for the rest after it.
#[derive(Clone, Copy, Default)]
struct Round {
    pages: usize,
    took_ms: i64,
    failures: u32,
    tried_at_ms: i64,
}

/// Asks as long as it is wanted and the watch is there.
pub(super) fn keep_asking(work: Work) {
    let asking = Asking {
        work,
        turn: StoredValue::new_local(None),
        under_way: StoredValue::new_local(Cancel::never()),
        count: StoredValue::new(0),
    };
    let server = Server::get();
    let is_on = Memo::new(move |_| {
        let is_wanted = work
            .organization
            .with_value(|organization| work.watch.is_on(organization));
        is_wanted && server.has_uptime()
    });
    effect(move || {
        asking.stop();
        if is_on.get() {
            asking.start();
        }
    });
    on_cleanup(move || {
        asking.under_way.try_with_value(Cancel::cancel);
    });
}

impl Asking {
    fn start(self) {
        let count = self.count.get_value();
        let turn = take_turn(&self.work.name(), move || {
            self.work.is_leading.try_set_value(true);
            spawn(self.run(count));
        });
        self.turn.set_value(Some(turn));
    }

    fn stop(self) {
        self.count.update_value(|count| *count += 1);
        self.work.is_leading.set_value(false);
        self.under_way.with_value(Cancel::cancel);
        self.turn.set_value(None);
    }

    async fn run(self, count: u32) {
        let mut round = Round::default();
        loop {
            let Some(wait_ms) = self.wait_ms(round) else { return };
            wait::milliseconds(wait_ms).await;
            if self.count.try_get_value() != Some(count) {
                return;
            }
            // A page or another tab may have asked meanwhile.
            if self.wait_ms(round).is_some_and(|wait_ms| i64::from(wait_ms) > FIRST_MS) {
                continue;
            }
            let cancel = Cancel::new();
            self.under_way.set_value(cancel.clone());
            let began_ms = intl::now_ms();
            let answer = self.ask(&cancel).await;
            if cancel.is_cancelled() || self.count.try_get_value() != Some(count) {
                return;
            }
            round.tried_at_ms = intl::now_ms();
            round.took_ms = round.tried_at_ms - began_ms;
            match answer {
                Ok((monitors, pages)) => {
                    round.pages = pages;
                    round.failures = 0;
                    self.work.hear_all(monitors);
                }
                Err(_) => round.failures += 1,
            }
        }
    }

    /// How long until it is time to ask; none when the watch is gone.
    fn wait_ms(self, round: Round) -> Option<i32> {
        let heard_at_ms = self.work.heard_at_ms.try_get_value()?.max(round.tried_at_ms);
        let due_ms = heard_at_ms + rest_ms(round.pages, round.took_ms, round.failures);
        i32::try_from((due_ms - intl::now_ms()).max(FIRST_MS)).ok()
    }

    /// All monitors, and of how many pages.
    async fn ask(self, cancel: &Cancel) -> Result<(Vec<Known>, usize), ApiError> {
        let Some(organization) = self.work.organization.try_get_value() else {
            return Err(ApiError::NotFound);
        };
        let (mut monitors, mut cursor) = (Vec::new(), None);
        for pages in 1..=MOST_PAGES {
            let page = poll_monitors(&organization, cursor, cancel).await?;
            monitors.extend(page.items.iter().map(Known::of));
            cursor = page.next;
            if cursor.is_none() {
                return Ok((monitors, pages));
            }
        }
        Ok((monitors, MOST_PAGES))
    }
}
