//! What is kept of a monitor, so that it is asked for once.

use super::check::Check;
use super::ledger::{Knowledge, Ledger};
use super::record::Record;
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;

/// The two lists of checks of one monitor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// All checks (`/checks/`).
    pub checks: Record,
    /// Only the switches (`/checks/?is_change=true`).
    pub changes: Record,
}

impl History {
    /// Takes in what another history of the same monitor holds.
    pub fn merge(&mut self, other: &Self) {
        self.checks.merge(&other.checks);
        self.changes.merge(&other.changes);
    }

    /// Forgets what was before a time.
    pub fn forget_before(&mut self, at: Timestamp) {
        self.checks.forget_before(at);
        self.changes.forget_before(at);
    }

    /// What the two lists can speak for together. `is_current`: whether the newest pages came just now; otherwise they
    /// speak for the time up to when they came. Where all switches were loaded that the server keeps, there was none
    /// between the beginning of its record and the first of them: the oldest page of all checks tells that beginning, and
    /// how it was there.
    pub fn knowledge(&self, now: Timestamp, is_current: bool) -> Knowledge {
        let mut known = self.checks.known(now, is_current);
        known.add_all(&self.changes.known(now, is_current));
        if let (Some(begin), Some(first_change)) = (self.checks.begins(), self.changes.begins()) {
            known.add(Span::new(begin, first_change.min(now)));
        }
        Knowledge {
            known,
            silent: Spans::default(),
        }
    }

    /// The checks of both lists.
    pub fn statements(&self) -> Vec<Check> {
        [self.changes.checks(), self.checks.checks()].concat()
    }

    /// The ledger of both lists, without silences. `extra` are checks since which nothing has switched up to now, such as a
    /// monitor's own `lastChange`.
    pub fn ledger(&self, now: Timestamp, is_current: bool, extra: &[Check]) -> Ledger {
        let mut knowledge = self.knowledge(now, is_current);
        for check in extra {
            knowledge.known.add(Span::new(check.at, now));
        }
        let mut statements = self.statements();
        statements.extend_from_slice(extra);
        Ledger::new(&statements, &knowledge, now)
    }
}
