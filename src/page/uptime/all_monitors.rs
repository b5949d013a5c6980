//! All monitors of an organization: every page of the list, shown as it comes, and asked for again while somebody looks.

use super::live::Live;
use crate::api::client::Cancel;
use crate::api::monitors::{list_monitors, poll_monitors_text};
use crate::browser::wait::{Turns, yield_now};
use crate::browser::{dom, intl};
use crate::held_monitors::is_hidden;
use crate::load::Pending;
use crate::reactive::{effect, spawn};
use crate::uptime_watch::UptimeWatch;
use glint_model::error::ApiError;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::link::Hits;
use glint_model::monitor_wall::{WallRow, add_page};
use glint_model::wire::lossy::read_list;
use glint_model::wire::monitor::Monitor;
use leptos::prelude::*;
use std::sync::Arc;

/// A list that goes round in circles would never end.
const MOST_PAGES: usize = 200;

/// How much of the list is here.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Nothing yet.
    Loading,
    /// Some pages; the others are on their way.
    Part,
    /// All of it.
    Whole,
    /// Some pages; the next one failed.
    Broken(ApiError),
    /// Nothing, and why.
    Failed(ApiError),
}

/// The monitors, ordered by their numbers.
pub type Rows = Arc<Vec<Arc<WallRow>>>;

/// All monitors of an organization.
#[derive(Clone, Copy)]
pub struct AllMonitors {
    organization: StoredValue<OrganizationSlug>,
    /// What has come.
    pub rows: RwSignal<Rows>,
    /// How much that is.
    pub stage: RwSignal<Stage>,
    /// How many the server counts; it stops at 1 000.
    pub hits: RwSignal<Option<Hits>>,
    /// How many could not be read.
    pub left_out: RwSignal<usize>,
    /// What keeps them fresh.
    pub live: Live,
    watch: UptimeWatch,
    attempt: RwSignal<u32>,
}

impl AllMonitors {
    /// Asks for them, and asks again as long as the page is there.
    pub fn open(organization: OrganizationSlug) -> Self {
        let all = Self {
            organization: StoredValue::new(organization),
            rows: RwSignal::new(Rows::default()),
            stage: RwSignal::new(Stage::Loading),
            hits: RwSignal::new(None),
            left_out: RwSignal::new(0),
            live: Live::new(),
            watch: UptimeWatch::get(),
            attempt: RwSignal::new(0),
        };
        let under_way = StoredValue::new_local(Cancel::never());
        effect(move || {
            all.attempt.track();
            under_way.with_value(Cancel::cancel);
            let cancel = Cancel::new();
            under_way.set_value(cancel.clone());
            spawn(all.read(cancel));
        });
        on_cleanup(move || {
            under_way.try_with_value(Cancel::cancel);
        });
        all.live.keep(
            move || all.name(),
            move |cancel| all.ask_again(cancel),
            move |texts| spawn(all.take(texts)),
        );
        all
    }

    /// Asks from the start.
    pub fn reload(self) {
        self.attempt.update(|count| *count += 1);
    }

    /// Those that are not about to be deleted; tracked.
    pub fn standing(self) -> Rows {
        let rows = self.rows.get();
        if rows.iter().any(|row| is_hidden(row.id)) {
            return Arc::new(rows.iter().filter(|row| !is_hidden(row.id)).cloned().collect());
        }
        rows
    }

    /// Takes what a monitor's own endpoint says of its checks.
    pub fn put_checks(self, monitor: &Monitor) {
        let changed = self.rows.try_with_untracked(|rows| {
            let place = rows.binary_search_by_key(&monitor.id, |row| row.id).ok()?;
            let row = rows.get(place)?.with_checks(monitor);
            let mut rows = Vec::clone(rows);
            *rows.get_mut(place)? = Arc::new(row);
            Some(rows)
        });
        if let Some(rows) = changed.flatten() {
            self.rows.set(Arc::new(rows));
        }
    }

    /// The row of a monitor; untracked.
    pub fn find(self, id: MonitorId) -> Option<Arc<WallRow>> {
        self.rows
            .try_with_untracked(|rows| glint_model::monitor_wall::find(rows, id).cloned())?
    }

    /// What tabs have in common that show the same; none until all are here.
    fn name(self) -> Option<String> {
        let is_here = matches!(self.stage.get(), Stage::Whole | Stage::Broken(_));
        let organization = self.organization.get_value();
        is_here.then(|| format!("glint.monitors.1 {}{organization}", dom::api_base()))
    }

    async fn read(self, cancel: Cancel) {
        let asked_at_ms = intl::now_ms();
        let Some(organization) = self.organization.try_get_value() else {
            return;
        };
        let before = self.rows.get_untracked();
        if before.is_empty() {
            self.stage.set(Stage::Loading);
        }
        let (mut rows, mut left_out, mut cursor) = (Vec::new(), 0, None);
        let mut monitors = Vec::new();
        loop {
            let answer = list_monitors(&organization, cursor, &cancel).await;
            if cancel.is_cancelled() || self.stage.is_disposed() {
                return;
            }
            let page = match answer {
                Ok(page) => page,
                Err(error) if rows.is_empty() && before.is_empty() => return self.stage.set(Stage::Failed(error)),
                Err(error) => return self.stage.set(Stage::Broken(error)),
            };
            left_out += page.left_out.len();
            let added = add_page(&mut rows, &before, &page.items);
            monitors.extend(page.items);
            // A list that goes round in circles would never end.
            cursor = page.next.filter(|_| added > 0);
            if page.hits.is_some() {
                self.hits.set(page.hits);
            }
            self.left_out.set(left_out);
            if rows.len() >= before.len() || cursor.is_none() {
                self.rows.set(Arc::new(rows.clone()));
            }
            if cursor.is_none() {
                break;
            }
            self.stage.set(Stage::Part);
            yield_now().await;
        }
        self.tell(&monitors);
        self.live.follow(rows.iter().map(|row| row.interval_s));
        self.live.heard(asked_at_ms, intl::now_ms() - asked_at_ms);
        self.stage.set(Stage::Whole);
    }

    /// The texts of all pages.
    fn ask_again(self, cancel: Cancel) -> Pending<Vec<String>> {
        Box::pin(async move {
            let Some(organization) = self.organization.try_get_value() else {
                return Err(ApiError::Offline);
            };
            let (mut texts, mut cursor) = (Vec::new(), None);
            loop {
                let (text, next) = poll_monitors_text(&organization, cursor, &cancel).await?;
                let is_last = next.is_none() || texts.len() >= MOST_PAGES;
                texts.push(text);
                cursor = next;
                if is_last {
                    return Ok(texts);
                }
            }
        })
    }

    /// Shows what is in the texts of all pages.
    async fn take(self, texts: Vec<String>) {
        let turns = Turns::begin();
        let Some(before) = self.rows.try_get_untracked() else {
            return;
        };
        let (mut rows, mut left_out) = (Vec::new(), 0);
        let mut monitors = Vec::new();
        for text in texts {
            let Ok(page) = read_list::<Monitor>(&text) else { return };
            left_out += page.left_out.len();
            add_page(&mut rows, &before, &page.items);
            monitors.extend(page.items);
            turns.pause().await;
        }
        if self.rows.is_disposed() {
            return;
        }
        self.tell(&monitors);
        self.live.follow(rows.iter().map(|row| row.interval_s));
        self.left_out.set(left_out);
        self.stage.set(Stage::Whole);
        // Nothing is drawn anew when nothing is different.
        let is_same = rows.len() == before.len()
            && rows
                .iter()
                .zip(before.iter())
                .all(|(row, before)| Arc::ptr_eq(row, before));
        if !is_same {
            self.rows.set(Arc::new(rows));
        }
    }

    /// Tells what watches over the monitors in the whole app.
    fn tell(self, monitors: &[Monitor]) {
        if let Some(organization) = self.organization.try_get_value() {
            self.watch.heard_all(&organization, monitors);
        }
    }
}
