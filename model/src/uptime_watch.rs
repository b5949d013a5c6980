//! What is known of the monitors of an organization, what has changed since it was last heard, and what is told of it.

mod changes;
mod notice;
mod pace;
mod settings;
mod teller;
mod title;

pub use changes::{Change, What};
pub use notice::{Notice, Words, test_notice};
pub use pace::rest_ms;
pub use settings::NoticeSettings;
pub use teller::Teller;

use crate::id::MonitorId;
use crate::reveal::reveal;
use crate::text::first_line;
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Reason, Source, reason_text};
use crate::wire::monitor::Monitor;
use serde::{Deserialize, Serialize};

/// The longest name that is told, in characters.
const LONGEST_NAME: usize = 60;

/// What is kept of a monitor from one answer to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Which.
    pub id: MonitorId,
    /// What it is called, fit to be shown.
    pub name: String,
    /// Whether it is up; none before the first check.
    pub is_up: Option<bool>,
    /// Since when it is so.
    pub since: Option<Timestamp>,
    /// Why it is down, in words; none when it is not, or when nobody knows.
    pub why: Option<String>,
}

impl Known {
    /// What is kept of this one.
    pub fn of(monitor: &Monitor) -> Self {
        Self {
            id: monitor.id,
            name: name_of(monitor),
            is_up: monitor.is_up,
            since: monitor.last_change,
            why: why_down(monitor).map(str::to_owned),
        }
    }

    /// Whether it was found down.
    pub fn is_down(&self) -> bool {
        self.is_up == Some(false)
    }
}

fn why_down(monitor: &Monitor) -> Option<&'static str> {
    let check = monitor.checks.first().filter(|_| monitor.is_up == Some(false))?;
    let check = Check::from(check);
    let source = Source::from(monitor.monitor_type);
    let is_known = check.reason.is_some_and(|reason| reason != Reason::Unknown) || source != Source::Other;
    (!check.is_up && is_known).then(|| reason_text(check.reason, source))
}

fn name_of(monitor: &Monitor) -> String {
    let name = first_line(&monitor.name);
    if name.is_empty() {
        return format!("Monitor {}", monitor.id);
    }
    let name = reveal(&name);
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name,
    }
}

/// The monitors of an organization as they were last heard of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Each once, in no particular order.
    pub monitors: Vec<Known>,
    /// Whether these are all there are: a whole list was heard, not only some of it.
    pub is_whole: bool,
}

impl Picture {
    /// Takes a whole list over. What has changed; nothing when this is the first one.
    pub fn take_all(&mut self, monitors: Vec<Known>) -> Vec<Change> {
        let found = if self.is_whole {
            changes::between(&self.monitors, &monitors)
        } else {
            changes::of_known(&self.monitors, &monitors)
        };
        self.monitors = monitors;
        self.is_whole = true;
        found
    }

    /// Takes one monitor over, new or known.
    pub fn take_one(&mut self, monitor: Known) -> Vec<Change> {
        let found = changes::of_known(&self.monitors, std::slice::from_ref(&monitor));
        match self.monitors.iter_mut().find(|known| known.id == monitor.id) {
            Some(known) => *known = monitor,
            None => self.monitors.push(monitor),
        }
        found
    }

    /// Forgets one that was deleted.
    pub fn take_gone(&mut self, id: MonitorId) {
        self.monitors.retain(|known| known.id != id);
    }

    /// Those that are down, the latest first.
    pub fn down(&self) -> Vec<&Known> {
        let mut down: Vec<&Known> = self.monitors.iter().filter(|known| known.is_down()).collect();
        down.sort_by_key(|known| std::cmp::Reverse((known.since, known.id)));
        down
    }

    /// As text for other tabs.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the text of another tab.
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests;
