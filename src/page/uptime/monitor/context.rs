//! What every part of the page knows: the monitor, what is recorded of it, and what the URL asks for.

use super::figures::RangeFigures;
use super::record::{MonitorRecord, Reading};
use super::zone::now;
use crate::api::client::Cancel;
use crate::api::monitors::{get_monitor, poll_monitor_text};
use crate::browser::intl;
use crate::load::{Loader, load};
use crate::page::uptime::live::Live;
use crate::reactive::effect;
use crate::route::{Route, UptimePart};
use crate::uptime_watch::UptimeWatch;
use glint_model::error::ApiError;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_page::{RecordState, Show, known_ledger, usual_window};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Ledger, Source, Window};
use glint_model::wire::monitor::Monitor;
use leptos::prelude::*;
use std::sync::Arc;

/// The ledger counts to a moment that moves on so often: milliseconds.
const STEP_MS: i64 = 15_000;
/// The record speaks for so long after the last answer at least: milliseconds.
const CURRENT_MS: i64 = 120_000;
/// Or for so many intervals.
const CURRENT_INTERVALS: i64 = 3;

/// The open monitor.
#[derive(Clone, Copy)]
pub struct MonitorContext {
    /// Whose it is.
    pub organization: StoredValue<OrganizationSlug>,
    /// Which.
    pub id: MonitorId,
    /// What it says of itself.
    pub monitor: Loader<Monitor>,
    /// Its checks and switches.
    pub record: MonitorRecord,
    /// What asks for it again.
    pub live: Live,
    /// The range of the chart; none until the monitor is here.
    pub window: Memo<Option<Window>>,
    /// What the checks of that range come to.
    pub figures: RangeFigures,
    /// Which list is shown.
    pub show: Memo<Show>,
    /// Where reasons come from.
    pub source: Memo<Source>,
    /// Its downtime; none until its switches are here.
    pub ledger: Memo<Option<Arc<Ledger>>>,
    /// Whether it was deleted while it was looked at.
    pub is_gone: RwSignal<bool>,
    watch: UptimeWatch,
    asked_at: StoredValue<Timestamp>,
    query: Memo<Vec<(String, String)>>,
}

impl MonitorContext {
    /// Asks for the monitor, and keeps it fresh.
    pub fn open(organization: &OrganizationSlug, id: MonitorId) -> Self {
        let organization = StoredValue::new(organization.clone());
        let asked_at = StoredValue::new(now());
        let live = Live::new();
        let monitor = load(move |cancel| {
            asked_at.set_value(now());
            let organization = organization.get_value();
            Box::pin(async move {
                let began = intl::now_ms();
                let monitor = get_monitor(&organization, id, &cancel).await?;
                live.heard(began, intl::now_ms() - began);
                Ok(monitor)
            })
        });
        let record = MonitorRecord::open(&organization.get_value(), id);
        let query = query_of(id);
        let asked = move |name: &str| {
            query.with(|query| {
                let pair = query.iter().find(|(own, _)| own == name);
                pair.map(|(_, value)| value.clone())
            })
        };
        let interval = Memo::new(move |_| monitor.with(|load| load.ready().map(|monitor| monitor.interval)));
        let window = Memo::new(move |_| {
            let named = asked("range").and_then(|word| Window::parse(&word));
            named.or_else(|| interval.get().map(usual_window))
        });
        let source = Memo::new(move |_| {
            monitor.with(|load| {
                load.ready()
                    .map_or(Source::Other, |monitor| Source::from(monitor.monitor_type))
            })
        });
        let context = Self {
            organization,
            id,
            monitor,
            record,
            live,
            window,
            figures: RangeFigures::of(record, window),
            show: Memo::new(move |_| Show::parse(asked("show").as_deref())),
            source,
            ledger: ledger(record, live, source),
            is_gone: RwSignal::new(false),
            watch: UptimeWatch::get(),
            asked_at,
            query,
        };
        context.listen();
        context.keep_fresh();
        context.load_what_is_looked_at();
        context
    }

    /// Something of the monitor, none until it is here; changes only when it does.
    pub fn of_monitor<T>(self, look: fn(&Monitor) -> T) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.monitor.with(|load| load.ready().map(look)))
    }

    /// The same page, looked at in another way.
    pub fn route(self, window: Option<Window>, show: Show) -> Route {
        let pairs = [
            ("range", window.map(Window::word)),
            ("show", show.word().map(str::to_owned)),
        ];
        let query = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect();
        Route::Uptime {
            organization: self.organization.get_value(),
            part: UptimePart::Monitor(self.id),
            query,
        }
    }

    /// The page with another range.
    pub fn route_to(self, window: Window) -> Route {
        self.route(Some(window), self.show.get_untracked())
    }

    /// The page with another list; the range stays as the URL has it.
    pub fn route_showing(self, show: Show) -> Route {
        let named = self.query.with(|query| {
            let pair = query.iter().find(|(name, _)| name == "range");
            pair.and_then(|(_, word)| Window::parse(word))
        });
        self.route(named, show)
    }

    /// All monitors.
    pub fn list(self) -> Route {
        Route::uptime(&self.organization.get_value(), UptimePart::Monitors)
    }

    /// What the monitor says goes into the record.
    fn listen(self) {
        effect(move || {
            if self.record.is_open.get()
                && let Some(monitor) = self.monitor.ready()
            {
                self.live.follow([monitor.interval]);
                self.watch.heard_one(&self.organization.get_value(), &monitor);
                self.record.hear(&monitor, self.asked_at.get_value());
            }
        });
    }

    fn keep_fresh(self) {
        let is_here = Memo::new(move |_| self.monitor.with(|load| load.ready().is_some()) && !self.is_gone.get());
        let name = move || {
            let organization = self.organization.try_get_value()?;
            is_here
                .get()
                .then(|| format!("glint.monitor {organization} {}", self.id))
        };
        let began = StoredValue::new(now());
        let ask = move |cancel: Cancel| -> crate::load::Pending<Vec<String>> {
            let organization = self.organization.try_get_value();
            began.try_set_value(now());
            Box::pin(async move {
                let Some(organization) = organization else {
                    return Ok(Vec::new());
                };
                let answer = poll_monitor_text(&organization, self.id, &cancel).await;
                if matches!(answer, Err(ApiError::NotFound)) {
                    self.is_gone.try_set(true);
                    self.watch.heard_gone(&organization, self.id);
                }
                answer.map(|text| vec![text])
            })
        };
        let take = move |texts: Vec<String>| {
            let monitor = texts
                .first()
                .and_then(|text| serde_json::from_str::<Monitor>(text).ok());
            if let Some(new) = monitor {
                self.asked_at.try_set_value(began.try_get_value().unwrap_or_else(now));
                self.monitor.update(|monitor| *monitor = new);
            }
        };
        self.live.keep(name, ask, take);
    }

    /// The checks of the range, when it is chosen and when the monitor has been heard again; unless the reader has stopped it.
    fn load_what_is_looked_at(self) {
        let last = StoredValue::new(None::<Window>);
        effect(move || {
            let (Some(window), Some(_)) = (self.window.get(), self.record.answered_at.get()) else {
                return;
            };
            let checks = self.record.checks;
            if last.get_value() != Some(window) {
                last.set_value(Some(window));
                checks.stop();
                checks.release();
            }
            if !checks.is_held() {
                self.record.load_range(window);
            }
        });
    }
}

/// The query of the URL. While another page is about to come, the last one stays.
fn query_of(id: MonitorId) -> Memo<Vec<(String, String)>> {
    let route = use_context::<Memo<Route>>();
    Memo::new(
        move |last: Option<&Vec<(String, String)>>| match route.map(|route| route.get()) {
            Some(Route::Uptime {
                part: UptimePart::Monitor(open),
                query,
                ..
            }) if open == id => query,
            _ => last.cloned().unwrap_or_default(),
        },
    )
}

fn ledger(record: MonitorRecord, live: Live, source: Memo<Source>) -> Memo<Option<Arc<Ledger>>> {
    let step = Memo::new(move |_| live.now_ms() / STEP_MS);
    let is_ready = Memo::new(move |_| {
        let has_read = matches!(
            record.changes.reading.get(),
            Reading::Failed(_) | Reading::Paused | Reading::Whole
        );
        record.heard_at.get().is_some() || has_read
    });
    Memo::new(move |_| {
        step.track();
        if !is_ready.get() {
            return None;
        }
        let now = now();
        let interval_s = record.interval_s.get();
        let lasts_ms = CURRENT_MS.max(interval_s.saturating_mul(1000 * CURRENT_INTERVALS));
        let heard_at = record.heard_at.get();
        let state = RecordState {
            now,
            is_current: heard_at.is_some_and(|heard_at| now.0.saturating_sub(heard_at.0) <= lasts_ms),
            interval_s: (source.get() != Source::Heartbeat).then_some(interval_s),
        };
        record.with(|history| Some(Arc::new(known_ledger(history, state))))
    })
}
