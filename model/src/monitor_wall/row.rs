//! One monitor, as the wall shows it.

use super::health::Health;
use crate::chart::{Cell, CellKind};
use crate::id::MonitorId;
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Outcome, Reason, outcome, slow_limit};
use crate::wire::monitor::{Monitor, MonitorCheck, MonitorType, ResponseTime};
use std::sync::Arc;

/// The server tells so many checks at most: a strip has so many cells.
const CELLS: usize = 60;

/// What a monitor looks at.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An address that can be followed.
    Link(SafeUrl),
    /// Anything else: `host:port`, or an address that is not safe to follow.
    Text(String),
    /// It waits for what it watches to report.
    Heartbeat,
}

/// How many of the checks that are shown found the monitor up, and from when to when they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Checks that found it up.
    pub up: usize,
    /// All checks.
    pub all: usize,
    /// When the first was.
    pub from: Timestamp,
    /// When the last was.
    pub to: Timestamp,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct WallRow {
    /// Which monitor.
    pub id: MonitorId,
    /// Its name, with nothing hidden in it; never empty.
    pub name: String,
    /// How it looks.
    pub kind: MonitorType,
    /// What it looks at.
    pub target: Target,
    /// Seconds between two checks.
    pub interval_s: i64,
    /// The project's name.
    pub project: Option<String>,
    /// The environment's name.
    pub environment: Option<String>,
    /// Whether it is up.
    pub health: Health,
    /// Since when it is so.
    pub since: Option<Timestamp>,
    /// The checks that the server told, the oldest first.
    pub checks: Arc<[MonitorCheck]>,
    /// Why the last check failed, when it did and the server says so.
    pub reason: Option<Reason>,
    /// How long the last check took: milliseconds. None when it got no answer, or the server has not said it yet.
    pub response_ms: Option<i64>,
    /// The share of the checks; none without checks.
    pub seen: Option<Seen>,
    /// What a text is looked for in, in small letters.
    pub(super) haystack: String,
    /// What names are ordered by.
    pub(super) name_key: String,
}

impl WallRow {
    /// The row of a monitor, as the list or its own endpoint sends it.
    pub fn of(monitor: &Monitor) -> Self {
        let mut checks = monitor.checks.clone();
        checks.sort_by_key(|check| check.start_check);
        let health = Health::of(monitor.is_up);
        let last = checks.last();
        let url = monitor.url.as_deref().unwrap_or_default();
        let name = match reveal(monitor.name.trim()) {
            name if name.is_empty() => format!("Monitor {}", monitor.id),
            name => name,
        };
        let project = monitor.project_name.as_deref().map(reveal);
        let environment = monitor.env_name.as_deref().map(reveal);
        let haystack = [
            name.as_str(),
            url,
            project.as_deref().unwrap_or_default(),
            environment.as_deref().unwrap_or_default(),
            monitor.monitor_type.as_str(),
        ]
        .join("\n")
        .to_lowercase();
        Self {
            id: monitor.id,
            name_key: name.to_lowercase(),
            name,
            kind: monitor.monitor_type,
            target: target(monitor.monitor_type, url),
            interval_s: monitor.interval,
            project,
            environment,
            health,
            since: monitor.last_change,
            reason: last
                .filter(|last| health == Health::Down && !last.is_up)
                .and_then(|last| last.reason),
            response_ms: last_response(&checks),
            seen: seen(&checks),
            checks: checks.into(),
            haystack,
        }
    }

    /// The strip's cells, the oldest first: as many as the server tells checks at most, those that are missing before the
    /// others.
    pub fn cells(&self) -> Arc<[Cell]> {
        let checks: Vec<Check> = self.checks.iter().map(Check::from).collect();
        let limit = slow_limit(&checks);
        let top = checks.iter().filter_map(|check| check.response_ms).fold(0.0, f64::max);
        let missing = CELLS.saturating_sub(checks.len());
        let none = Cell::of(CellKind::None, None, top);
        std::iter::repeat_n(none, missing)
            .chain(checks.iter().map(|check| {
                let kind = match outcome(check, limit) {
                    Outcome::Up => CellKind::Up,
                    Outcome::Slow => CellKind::Slow,
                    Outcome::TimedOut | Outcome::Failed => CellKind::Down,
                };
                Cell::of(kind, check.response_ms, top)
            }))
            .collect()
    }

    /// The check of a cell; none where one is missing.
    pub fn check_of_cell(&self, cell: usize) -> Option<&MonitorCheck> {
        let missing = CELLS.saturating_sub(self.checks.len());
        self.checks.get(cell.checked_sub(missing)?)
    }

    /// The share of the checks that found it up, from 0 to 1; none without checks.
    pub fn share(&self) -> Option<f64> {
        self.seen.map(|seen| seen.up as f64 / seen.all as f64)
    }

    /// The same row with checks that say more: those of the monitor's own endpoint.
    pub fn with_checks(&self, detail: &Monitor) -> Self {
        let mut row = self.clone();
        row.set_checks(Self::of(detail).checks);
        row
    }

    /// Whether what does not change by itself is the same: name, type, target, interval, project, environment.
    pub fn has_same_facts(&self, other: &Self) -> bool {
        self.name == other.name
            && self.haystack == other.haystack
            && self.target == other.target
            && self.interval_s == other.interval_s
    }

    /// Whether all that is newest about it says how long it took.
    pub fn is_timed(&self) -> bool {
        self.checks
            .last()
            .is_none_or(|check| check.response_time != ResponseTime::Unsaid)
    }

    pub(super) fn set_checks(&mut self, checks: Arc<[MonitorCheck]>) {
        self.seen = seen(&checks);
        self.response_ms = last_response(&checks);
        self.checks = checks;
    }
}

/// How long the last check took, unless it says nothing of it.
fn last_response(checks: &[MonitorCheck]) -> Option<i64> {
    checks.last()?.response_time.ms()
}

fn target(kind: MonitorType, url: &str) -> Target {
    if kind == MonitorType::Heartbeat {
        return Target::Heartbeat;
    }
    match SafeUrl::web(url) {
        Some(url) if kind != MonitorType::Port => Target::Link(url),
        _ => Target::Text(reveal(url)),
    }
}

fn seen(checks: &[MonitorCheck]) -> Option<Seen> {
    Some(Seen {
        up: checks.iter().filter(|check| check.is_up).count(),
        all: checks.len(),
        from: checks.first()?.start_check,
        to: checks.last()?.start_check,
    })
}

#[cfg(test)]
mod tests;
