//! The monitor's checks and switches: what was kept of them, what its own answers bring, and what is asked for beyond that,
//! one page after the other.

mod fill;
mod lane;

pub use lane::{Lane, Reading};

use super::zone::zone;
use crate::browser::visibility;
use crate::check_history_store::CheckHistoryStore;
use crate::reactive::{effect, spawn};
use crate::session::{Session, SessionState};
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_page::{is_confirmed, last_known_change};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Ask, Check, History, Page, Span, Window};
use glint_model::wire::monitor::Monitor;
use leptos::prelude::*;

/// A monitor's own answer reaches back so far.
const OWN_MS: i64 = 12 * 3_600_000;
/// So many checks are in it at most.
const OWN_CHECKS: usize = 60;
/// So many pages of switches come by themselves: 2 000 switches. Hardly any monitor has more.
const SWITCH_PAGES: u64 = 20;

/// What is known of one monitor's checks.
#[derive(Clone, Copy)]
pub struct MonitorRecord {
    organization: StoredValue<OrganizationSlug>,
    id: MonitorId,
    history: StoredValue<History, LocalStorage>,
    store: StoredValue<Option<CheckHistoryStore>, LocalStorage>,
    /// Counts what became of the history.
    revision: RwSignal<u32>,
    /// Whether what was kept is here.
    pub is_open: RwSignal<bool>,
    /// When the monitor was asked that answered last.
    pub answered_at: RwSignal<Option<Timestamp>>,
    /// The same, of the last time that its newest switches were known as well.
    pub heard_at: RwSignal<Option<Timestamp>>,
    /// Seconds between two checks.
    pub interval_s: RwSignal<i64>,
    /// When it was created: there is nothing before.
    created: StoredValue<Timestamp>,
    /// Whether pages have come that are not kept yet.
    has_new: StoredValue<bool>,
    /// Whether the oldest checks were asked for.
    has_sought: StoredValue<bool>,
    /// All checks.
    pub checks: Lane,
    /// The switches.
    pub changes: Lane,
}

impl MonitorRecord {
    /// Brings what was kept, as soon as it is known whose it is; and keeps what has come when the page is left.
    pub fn open(organization: &OrganizationSlug, id: MonitorId) -> Self {
        let record = Self {
            organization: StoredValue::new(organization.clone()),
            id,
            history: StoredValue::new_local(History::default()),
            store: StoredValue::new_local(None),
            revision: RwSignal::new(0),
            is_open: RwSignal::new(false),
            answered_at: RwSignal::new(None),
            heard_at: RwSignal::new(None),
            interval_s: RwSignal::new(0),
            created: StoredValue::new(Timestamp(0)),
            has_new: StoredValue::new(false),
            has_sought: StoredValue::new(false),
            checks: Lane::new(false),
            changes: Lane::new(true),
        };
        let session = Session::get();
        effect(move || {
            if let SessionState::SignedIn(user) = session.state() {
                record.bring(user.email.as_deref().unwrap_or(&user.display));
            }
        });
        let hidden = visibility::on_change(move || {
            if !visibility::is_visible() {
                record.keep();
            }
        });
        StoredValue::new_local(hidden);
        on_cleanup(move || {
            record.checks.stop();
            record.changes.stop();
            record.keep();
        });
        record
    }

    fn bring(self, whose: &str) {
        if self.store.with_value(Option::is_some) {
            return;
        }
        let Some(organization) = self.organization.try_get_value() else {
            return;
        };
        let store = CheckHistoryStore::of(whose, &organization, self.id);
        self.store.set_value(Some(store.clone()));
        spawn(async move {
            let kept = store.read().await;
            self.change(|history| history.merge(&kept));
            self.is_open.try_set(true);
        });
    }

    /// Looks at what is known; tracked.
    pub fn with<R: Default>(self, look: impl FnOnce(&History) -> R) -> R {
        if self.revision.try_get().is_none() {
            return R::default();
        }
        self.peek(look)
    }

    /// The same, not tracked.
    pub fn peek<R: Default>(self, look: impl FnOnce(&History) -> R) -> R {
        self.history.try_with_value(look).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut History)) {
        self.history.try_update_value(change);
        self.revision
            .try_update(|revision| *revision = revision.wrapping_add(1));
    }

    /// Keeps what has come for the next visit.
    fn keep(self) {
        let store = self.store.try_get_value().flatten();
        let history = self.history.try_get_value();
        if let (Some(store), Some(history)) = (store, history)
            && self.is_open.try_get_untracked() == Some(true)
        {
            spawn(async move { store.write(history).await });
        }
    }

    /// The same, when pages have come since.
    fn keep_new(self) {
        if self.has_new.try_get_value() == Some(true) {
            self.has_new.set_value(false);
            self.keep();
        }
    }

    /// Takes in what the monitor says of itself, asked for at this time. When it has switched since its switches were
    /// loaded, they are asked for.
    pub fn hear(self, monitor: &Monitor, asked_at: Timestamp) {
        self.interval_s.set(monitor.interval);
        self.created.set_value(monitor.created);
        let own: Vec<Check> = monitor.checks.iter().map(Check::from).collect();
        // The answer is cut twice: at its length, and at its age.
        let is_all = own.len() < OWN_CHECKS && monitor.created.0 > asked_at.0 - OWN_MS;
        self.change(|history| {
            if !own.is_empty() {
                history.checks.add(&Page {
                    ask: Ask::Newest,
                    checks: &own,
                    has_next: !is_all,
                    asked_at,
                });
            }
            if is_confirmed(history, monitor.last_change) {
                let newest: Vec<Check> = history.changes.checks().last().copied().into_iter().collect();
                history.changes.add(&Page {
                    ask: Ask::Newest,
                    checks: &newest,
                    has_next: !newest.is_empty(),
                    asked_at,
                });
                self.heard_at.set(Some(asked_at));
            }
        });
        self.answered_at.set(Some(asked_at));
        let has_checks = monitor.is_up.is_some();
        let from = match self.changes.is_held() {
            // Only what is new: the rest waits for the reader.
            true => self.peek(last_known_change).unwrap_or(monitor.created),
            false => monitor.created,
        };
        self.fill_changes(Span::new(from, asked_at), SWITCH_PAGES, asked_at, has_checks);
    }

    /// Asks for all switches that are not loaded.
    pub fn load_all_changes(self) {
        if let Some(asked_at) = self.answered_at.get_untracked() {
            self.changes.release();
            let from = self.created.get_value();
            self.fill_changes(Span::new(from, asked_at), u64::MAX, asked_at, true);
        }
    }

    fn fill_changes(self, wanted: Span, most: u64, asked_at: Timestamp, has_checks: bool) {
        let Some(cancel) = self.changes.begin() else { return };
        spawn(async move {
            let reading = self.fill(self.changes, wanted, most, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            let is_whole = reading == Reading::Whole;
            if !is_whole {
                self.changes.hold();
            }
            self.changes.end(reading);
            if self.peek(|history| history.changes.asked_at()) >= Some(asked_at) {
                self.heard_at.try_set(Some(asked_at));
            }
            if is_whole && has_checks {
                self.find_beginning(&cancel).await;
            }
            self.keep_new();
        });
    }

    /// Asks for the checks of a range that are not loaded.
    pub fn load_range(self, window: Window) {
        let Some(wanted) = self.wanted(window) else { return };
        let Some(cancel) = self.checks.begin() else { return };
        spawn(async move {
            let reading = self.fill(self.checks, wanted, u64::MAX, &cancel).await;
            if !cancel.is_cancelled() {
                if matches!(reading, Reading::Failed(_)) {
                    self.checks.hold();
                }
                self.checks.end(reading);
                self.keep_new();
            }
        });
    }

    /// Asks for one page more of the checks, behind the newest that are loaded without a gap; unless some are on their way.
    pub fn load_older(self) {
        let Some(answered_at) = self.answered_at.get_untracked() else {
            return;
        };
        let Some(cancel) = self.checks.begin() else { return };
        let wanted = Span::new(self.created.get_value(), answered_at);
        spawn(async move {
            let reading = self.fill(self.checks, wanted, 1, &cancel).await;
            if !cancel.is_cancelled() {
                self.checks.end(reading);
                self.keep_new();
            }
        });
    }

    /// The time of a range for which checks are wanted: not in front of the monitor, and not after its last answer. Tracked.
    pub fn wanted(self, window: Window) -> Option<Span> {
        let answered_at = self.answered_at.try_get().flatten()?;
        let span = window.span(answered_at, &zone());
        let created = self.created.try_get_value()?;
        let wanted = Span::new(span.start.max(created), span.end.min(answered_at));
        (!wanted.is_empty()).then_some(wanted)
    }

    /// The reader wants no more of a list.
    pub fn stop(self, lane: Lane) {
        lane.hold();
        lane.stop();
        self.change(|_| {});
        self.keep();
    }

    fn place(self) -> Option<(OrganizationSlug, MonitorId)> {
        Some((self.organization.try_get_value()?, self.id))
    }
}
