//! Alerts of projects: those of the seed and those that visitors set up.

use super::alert_seed;
use serde_json::Value;

/// An alert.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// Its number.
    pub id: i64,
    /// The number of its project.
    pub project: i64,
    /// What is set about it.
    pub settings: AlertSettings,
    /// Who is told.
    pub recipients: Vec<Recipient>,
}

/// What can be set about an alert beside its recipients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertSettings {
    /// Its name.
    pub name: Option<String>,
    /// In how many minutes so many events must happen; None when events do not matter.
    pub minutes: Option<i64>,
    /// How many events must happen.
    pub quantity: Option<i64>,
    /// Whether monitors that change matter.
    pub uptime: bool,
}

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Its number.
    pub id: i64,
    /// What is set about it.
    pub target: Target,
}

/// How a recipient is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// Such as `email` or `webhook`.
    pub kind: String,
    /// Where to; empty for e-mail.
    pub url: String,
    /// More that some kinds need (6.1).
    pub config: Value,
    /// The tags that the message names (6.1).
    pub tags: Vec<String>,
}

/// The alerts of a world, the oldest first.
#[derive(Debug)]
pub struct Alerts {
    all: Vec<Alert>,
    next_alert: i64,
    next_recipient: i64,
}

impl Default for Alerts {
    fn default() -> Self {
        let mut alerts = Self {
            all: Vec::new(),
            next_alert: 1,
            next_recipient: 1,
        };
        alert_seed::fill(&mut alerts);
        alerts
    }
}

impl Alerts {
    /// The alerts of a project, the newest first.
    pub fn of_project(&self, project: i64) -> Vec<&Alert> {
        self.all.iter().rev().filter(|alert| alert.project == project).collect()
    }

    /// An alert of a project.
    pub fn find(&self, project: i64, id: i64) -> Option<&Alert> {
        self.all.iter().find(|alert| alert.project == project && alert.id == id)
    }

    /// Adds an alert.
    pub fn add(&mut self, project: i64, settings: AlertSettings, targets: Vec<Target>) -> &Alert {
        let alert = Alert {
            id: self.next_alert,
            project,
            settings,
            recipients: self.numbered(targets, &[]),
        };
        self.next_alert += 1;
        let index = self.all.len();
        self.all.push(alert);
        &self.all[index]
    }

    /// Changes an alert; its recipients become these, and those that it had before keep their numbers. None when
    /// there is no such alert.
    pub fn change(&mut self, project: i64, id: i64, settings: AlertSettings, targets: Vec<Target>) -> Option<&Alert> {
        let index = self
            .all
            .iter()
            .position(|alert| alert.project == project && alert.id == id)?;
        let had = self.all[index].recipients.clone();
        let recipients = self.numbered(targets, &had);
        let alert = &mut self.all[index];
        alert.settings = settings;
        alert.recipients = recipients;
        Some(alert)
    }

    /// Deletes an alert; false when there is no such.
    pub fn delete(&mut self, project: i64, id: i64) -> bool {
        let before = self.all.len();
        self.all.retain(|alert| alert.project != project || alert.id != id);
        self.all.len() < before
    }

    fn numbered(&mut self, targets: Vec<Target>, had: &[Recipient]) -> Vec<Recipient> {
        let mut recipients = Vec::new();
        for target in targets {
            let known = had
                .iter()
                .find(|old| old.target.kind == target.kind && old.target.url == target.url);
            let id = known.map_or(self.next_recipient, |old| old.id);
            if known.is_none() {
                self.next_recipient += 1;
            }
            recipients.push(Recipient { id, target });
        }
        recipients
    }
}
