//! One check of a monitor, as far as figures need it.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Why a check failed; a number on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "i64", into = "u8")]
pub enum Reason {
    /// 0: the server does not know, as with a port that refuses.
    Unknown,
    /// 1: no answer in time.
    Timeout,
    /// 2: an answer with another status code.
    WrongStatus,
    /// 3: an answer without the expected text.
    MissingText,
    /// 4: the certificate was not accepted.
    Ssl,
    /// 5: the network failed.
    Network,
}

impl Reason {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 6] = [
        Self::Unknown,
        Self::Timeout,
        Self::WrongStatus,
        Self::MissingText,
        Self::Ssl,
        Self::Network,
    ];

    /// The reason of a code of the wire; [`Reason::Unknown`] for one that is not known here.
    pub fn from_code(code: i64) -> Self {
        usize::try_from(code)
            .ok()
            .and_then(|at| Self::ALL.get(at).copied())
            .unwrap_or(Self::Unknown)
    }

    /// The code of the wire.
    pub fn code(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Timeout => 1,
            Self::WrongStatus => 2,
            Self::MissingText => 3,
            Self::Ssl => 4,
            Self::Network => 5,
        }
    }
}

impl From<i64> for Reason {
    fn from(code: i64) -> Self {
        Self::from_code(code)
    }
}

impl From<Reason> for u8 {
    fn from(reason: Reason) -> Self {
        reason.code()
    }
}

/// One check: from its time on the monitor is up or down, until another check says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// When it started.
    pub at: Timestamp,
    /// What it found.
    pub is_up: bool,
    /// Why it failed; none when it did not, and where the server names no reason (heartbeats, SSL).
    pub reason: Option<Reason>,
    /// How long the answer took, in milliseconds; none without an answer, and for heartbeats.
    pub response_ms: Option<f64>,
}

impl Check {
    /// One order for all checks: by time, then by everything else.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let rest = |check: &Self| (check.at, check.is_up, check.reason, check.response_ms.is_some());
        let response = |check: &Self| check.response_ms.unwrap_or_default();
        rest(self)
            .cmp(&rest(other))
            .then_with(|| response(self).total_cmp(&response(other)))
    }
}
