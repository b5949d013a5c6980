//! What one visitor can change. The seed is shared; a world keeps only what differs from it.

use crate::billing::Billing;
use crate::changes::Changes;
use crate::directory::Directory;
use crate::session::{FailedLogins, Sessions};
use crate::throttle::Throttle;
use crate::uptime::Uptime;
use serde::Serialize;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

/// One visitor's server: sessions, changes, and what the control endpoints ask for.
#[derive(Debug, Default)]
pub struct World {
    /// What the visitor called it; empty for the one that everybody shares.
    pub name: String,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Bad sign-ins.
    pub failed_logins: FailedLogins,
    /// Recovery codes and the steps (30 s) of codes that were used already.
    pub used_codes: Vec<String>,
    /// Organizations, members, teams, projects and keys: those of the seed until something is changed.
    pub directory: Arc<Directory>,
    /// Whether members may delete what a strict server keeps from them.
    pub is_lax: bool,
    /// Whether only superusers may create organizations, and anybody the very first.
    pub keeps_creation: bool,
    /// Who sent how many invitations lately.
    pub invitations: Throttle,
    /// What was changed about issues.
    pub changes: Changes,
    /// What was changed about monitors, status pages and alerts.
    pub uptime: Uptime,
    /// What is sold and was bought.
    pub billing: Billing,
    /// The numbers of the files of releases that were deleted.
    pub deleted_files: BTreeSet<i64>,
    /// What was asked lately.
    pub requests: RequestLog,
    /// Failures that tests asked for.
    pub failures: Vec<PlannedFailure>,
    /// How long every answer is held back.
    pub delay: Duration,
}

/// What all worlds start with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Organizations, members, teams, projects and keys.
    pub directory: Arc<Directory>,
    /// Whether members may delete what a strict server keeps from them.
    pub is_lax: bool,
}

/// A failure that `POST /__demo/fail-next` asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFailure {
    /// The start of the paths it hits.
    pub path: String,
    /// The method it hits; None means any.
    pub method: Option<String>,
    /// The status to answer.
    pub status: u16,
    /// How many requests pass before it hits.
    pub skip: u32,
    /// How many requests it still hits.
    pub times: u32,
}

/// One request as the log keeps it.
#[derive(Clone, Debug, Serialize)]
pub struct LoggedRequest {
    /// Such as `GET`.
    pub method: String,
    /// The path as sent.
    pub path: String,
    /// The query as sent.
    pub query: String,
    /// The status that was answered.
    pub status: u16,
}

/// The latest requests of a world, so that a test can see what was asked and how often.
#[derive(Debug, Default)]
pub struct RequestLog(VecDeque<LoggedRequest>);

impl RequestLog {
    const KEPT: usize = 2000;

    /// Adds a request; the oldest one goes when the log is full.
    pub fn add(&mut self, request: LoggedRequest) {
        if self.0.len() == Self::KEPT {
            self.0.pop_front();
        }
        self.0.push_back(request);
    }

    /// The requests, the oldest first.
    pub fn all(&self) -> Vec<&LoggedRequest> {
        self.0.iter().collect()
    }

    /// Forgets all requests.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl World {
    /// A world as it is at the start.
    pub fn new(name: &str, start: &Start) -> Self {
        Self {
            name: name.to_owned(),
            directory: Arc::clone(&start.directory),
            is_lax: start.is_lax,
            ..Self::default()
        }
    }

    /// The status of a planned failure that hits this request, which uses it up once; those that let it pass count it.
    pub fn take_failure(&mut self, method: &str, path: &str) -> Option<u16> {
        let hits = |failure: &PlannedFailure| {
            path.starts_with(&failure.path) && failure.method.as_deref().is_none_or(|wanted| wanted == method)
        };
        for index in 0..self.failures.len() {
            let failure = &mut self.failures[index];
            if !hits(failure) {
                continue;
            }
            if failure.skip > 0 {
                failure.skip -= 1;
                continue;
            }
            let status = failure.status;
            failure.times -= 1;
            if failure.times == 0 {
                self.failures.remove(index);
            }
            return Some(status);
        }
        None
    }
}
