//! One monitor, as the wall shows it.

use crate::chart::{Cell, CellKind};
use crate::id::MonitorId;
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Outcome, outcome, slow_limit};
use crate::wire::monitor::{CheckReason, Monitor, MonitorCheck, MonitorType, ResponseTime};
use std::sync::Arc;

/// The server tells so many checks at most: a strip has so many cells.
const CELLS: usize = 60;

/// Whether a monitor is up. The order is that of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Health {
    /// It is down.
    Down,
    /// It was not checked yet.
    Unknown,
    /// It is up.
    Up,
}

impl Health {
    /// All of them, in the order of urgency.
    pub const ALL: [Self; 3] = [Self::Down, Self::Up, Self::Unknown];

    /// What the server's `isUp` means.
    pub fn of(is_up: Option<bool>) -> Self {
        match is_up {
            Some(true) => Self::Up,
            Some(false) => Self::Down,
            None => Self::Unknown,
        }
    }

    /// The word for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Down => "Down",
            Self::Unknown => "No data",
            Self::Up => "Up",
        }
    }

    /// The word of a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Unknown => "unknown",
            Self::Up => "up",
        }
    }

    /// Reads the word of a URL.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|health| health.as_str() == text)
    }
}

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
    pub reason: Option<CheckReason>,
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
mod tests {
    use super::{CELLS, Health, Target, WallRow};
    use crate::chart::CellKind;
    use crate::monitor_wall::view::tests::monitor;

    #[test]
    fn statuses_are_read_as_they_are_written() {
        for health in Health::ALL {
            assert_eq!(Health::parse(health.as_str()), Some(health));
        }
        assert_eq!(Health::parse("Down"), None);
        assert!(Health::Down < Health::Unknown && Health::Unknown < Health::Up);
    }

    #[test]
    fn the_newest_check_is_at_the_right_and_missing_ones_at_the_left() {
        let row = WallRow::of(&monitor(
            r#""isUp":false,"checks":[
            {"isUp":false,"startCheck":"2026-11-23T08:02:00Z","reason":1},
            {"isUp":true,"startCheck":"2026-11-23T08:01:00Z","reason":null},
            {"isUp":true,"startCheck":"2026-11-23T08:00:00Z","reason":null}]"#,
        ));
        let kinds: Vec<CellKind> = row.cells().iter().map(|cell| cell.kind).collect();
        assert_eq!(kinds.len(), CELLS);
        assert_eq!(
            kinds.get(56..),
            Some(&[CellKind::None, CellKind::Up, CellKind::Up, CellKind::Down][..])
        );
        assert_eq!(row.check_of_cell(56), None);
        assert_eq!(row.check_of_cell(59), row.checks.last());
        assert!(row.check_of_cell(59).is_some_and(|check| !check.is_up));
        assert_eq!(row.check_of_cell(60), None);
        let seen = row.seen.expect("checks");
        assert_eq!((seen.up, seen.all, seen.to.0 - seen.from.0), (2, 3, 120_000));
        assert_eq!(row.reason.map(|reason| reason.number()), Some(1));
    }

    #[test]
    fn without_checks_nothing_is_claimed() {
        let row = WallRow::of(&monitor(r#""isUp":null"#));
        assert_eq!(
            (row.health, row.seen, row.share(), row.response_ms),
            (Health::Unknown, None, None, None)
        );
        assert!(row.cells().iter().all(|cell| cell.kind == CellKind::None));
    }

    #[test]
    fn a_reason_belongs_to_what_is_down() {
        let row = WallRow::of(&monitor(
            r#""isUp":true,"checks":[{"isUp":false,"startCheck":"2026-11-23T08:02:00Z","reason":1}]"#,
        ));
        assert_eq!(row.reason, None);
    }

    #[test]
    fn only_safe_addresses_are_links() {
        let target = |more: &str| WallRow::of(&monitor(more)).target;
        assert!(matches!(
            target(r#""url":"https://shop.example/health""#),
            Target::Link(_)
        ));
        assert!(matches!(target(r#""url":"javascript:alert(1)""#), Target::Text(_)));
        assert!(matches!(
            target(r#""monitorType":"TCP Port","url":"https://shop.example:443""#),
            Target::Text(_)
        ));
        assert_eq!(target(r#""monitorType":"Heartbeat","url":"""#), Target::Heartbeat);
    }

    #[test]
    fn names_hide_nothing_and_are_never_empty() {
        assert_eq!(WallRow::of(&monitor(r#""name":"  ""#)).name, "Monitor 7");
        assert_eq!(WallRow::of(&monitor(r#""name":"a\u202eb""#)).name, "a⟨U+202E⟩b");
    }

    #[test]
    fn response_times_come_with_the_monitor_s_own_answer() {
        let listed = WallRow::of(&monitor(
            r#""isUp":true,"checks":[{"isUp":true,"startCheck":"2026-11-23T08:02:00Z","reason":null}]"#,
        ));
        assert_eq!(listed.response_ms, None);
        let detail = monitor(
            r#""isUp":true,"checks":[{"isUp":true,"startCheck":"2026-11-23T08:02:00Z","reason":null,"responseTime":41}]"#,
        );
        let fuller = listed.with_checks(&detail);
        assert_eq!(
            (fuller.response_ms, fuller.cells().last().map(|cell| cell.height)),
            (Some(41), Some(100))
        );
    }
}
