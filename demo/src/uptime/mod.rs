//! What a visitor changed about monitors, status pages and alerts.

mod alert_seed;
pub mod alerts;
pub mod endpoint_id;
pub mod record;
pub mod status_pages;

use crate::seed::Seed;
use crate::seed::monitors::Monitor;
use alerts::Alerts;
use glint_model::timestamp::Timestamp;
use record::{Check, Record};
use status_pages::StatusPages;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The monitors, status pages and alerts of a world, as far as they differ from the seed's.
#[derive(Debug, Default)]
pub struct Uptime {
    /// Those that were created or edited; None for a deleted one.
    monitors: BTreeMap<i64, Option<Arc<Monitor>>>,
    marks: HashMap<i64, Vec<Mark>>,
    /// How many monitors were ever created here.
    created: i64,
    /// The status pages.
    pub pages: StatusPages,
    /// The alerts.
    pub alerts: Alerts,
}

/// What a check finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Whether the service is up.
    pub is_up: bool,
    /// Why it is down, by the server's number; None when the server does not say.
    pub reason: Option<i64>,
}

/// Something that was done to a monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub time: Timestamp,
    /// What it does.
    pub effect: Effect,
}

/// What a mark does to the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A check with this state; later ones find the same.
    Forced(State),
    /// Later checks find this state.
    Planned(State),
    /// Later checks find what the course says.
    Freed,
    /// A heartbeat called: a check that is up.
    Beat,
}

impl State {
    /// Up.
    pub const UP: Self = Self {
        is_up: true,
        reason: None,
    };

    /// Down, for this reason.
    pub const fn down(reason: Option<i64>) -> Self {
        Self { is_up: false, reason }
    }
}

impl Mark {
    /// Whether it is a check of its own.
    pub fn is_check(&self) -> bool {
        self.check().is_some()
    }

    /// The check that it is.
    pub fn check(&self) -> Option<Check> {
        let state = match self.effect {
            Effect::Forced(state) => state,
            Effect::Beat => State::UP,
            Effect::Planned(_) | Effect::Freed => return None,
        };
        Some(Check { time: self.time, state })
    }
}

/// The number of the first monitor that a visitor creates, above those of the seed.
const FIRST_CREATED: i64 = 100_001;

impl Uptime {
    /// The monitors of an organization, by rising number.
    pub fn of_organization<'a>(&'a self, seed: &'a Seed, organization: i64) -> Vec<&'a Arc<Monitor>> {
        let seeded = seed
            .monitors
            .iter()
            .filter_map(|monitor| match self.monitors.get(&monitor.id) {
                None => Some(monitor),
                Some(changed) => changed.as_ref(),
            });
        let created = self
            .monitors
            .range(FIRST_CREATED..)
            .filter_map(|(_, monitor)| monitor.as_ref());
        seeded
            .chain(created)
            .filter(|monitor| monitor.organization == organization)
            .collect()
    }

    /// The monitor of a number.
    pub fn find<'a>(&'a self, seed: &'a Seed, id: i64) -> Option<&'a Arc<Monitor>> {
        match self.monitors.get(&id) {
            Some(changed) => changed.as_ref(),
            None => {
                let index = seed.monitors.binary_search_by_key(&id, |monitor| monitor.id).ok()?;
                seed.monitors.get(index)
            }
        }
    }

    /// A number for a new monitor.
    pub fn next_id(&mut self) -> i64 {
        self.created += 1;
        FIRST_CREATED + self.created - 1
    }

    /// Puts a new or edited monitor in its place.
    pub fn put(&mut self, monitor: Monitor) {
        self.monitors.insert(monitor.id, Some(Arc::new(monitor)));
    }

    /// Deletes a monitor.
    pub fn delete(&mut self, id: i64) {
        self.monitors.insert(id, None);
        self.pages.detach(id);
    }

    /// Notes something that is done to a monitor; gives the moment, which is later than that of any other mark.
    pub fn mark(&mut self, id: i64, now: Timestamp, effect: Effect) -> Timestamp {
        let marks = self.marks.entry(id).or_default();
        let after_last = marks.last().map_or(now, |last| Timestamp(last.time.0 + 1));
        let time = now.max(after_last);
        marks.push(Mark { time, effect });
        time
    }

    /// The checks of a monitor.
    pub fn record<'a>(&'a self, seed: &Seed, monitor: &'a Monitor, now: Timestamp, never_up: bool) -> Record<'a> {
        Record {
            monitor,
            marks: self.marks.get(&monitor.id).map_or(&[], Vec::as_slice),
            start: seed.now,
            now,
            never_up,
        }
    }
}
