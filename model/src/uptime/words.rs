//! Lengths of time and reasons in words.

use super::check::Reason;
use crate::wire::monitor::MonitorType;

/// A length in its two largest units, cut: `350 ms`, `45 s`, `1 min 5 s`, `3 h 12 min`, `2 d 4 h`. What is below zero
/// counts as nothing: `0 s`.
pub fn duration_text(length_ms: i64) -> String {
    const UNITS: [(i64, &str, i64, &str); 3] = [
        (86_400_000, "d", 3_600_000, "h"),
        (3_600_000, "h", 60_000, "min"),
        (60_000, "min", 1000, "s"),
    ];
    let found = UNITS.iter().find(|(large, ..)| length_ms >= *large);
    match found {
        Some((large, large_name, small, small_name)) => {
            let (whole, rest) = (length_ms / large, length_ms % large / small);
            if rest == 0 {
                format!("{whole} {large_name}")
            } else {
                format!("{whole} {large_name} {rest} {small_name}")
            }
        }
        None if (1..1000).contains(&length_ms) => format!("{length_ms} ms"),
        None => format!("{} s", length_ms.max(0) / 1000),
    }
}

/// What sort of check it is that gives a reason, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A heartbeat: nothing is asked, something is waited for.
    Heartbeat,
    /// A certificate.
    Ssl,
    /// Anything else.
    Other,
}

impl From<MonitorType> for Source {
    fn from(kind: MonitorType) -> Self {
        match kind {
            MonitorType::Heartbeat => Self::Heartbeat,
            MonitorType::Ssl => Self::Ssl,
            _ => Self::Other,
        }
    }
}

/// Why a monitor is down.
pub fn reason_text(reason: Option<Reason>, source: Source) -> &'static str {
    match (reason, source) {
        (Some(Reason::Timeout), _) => "Timeout",
        (Some(Reason::WrongStatus), _) => "Wrong status code",
        (Some(Reason::MissingText), _) => "Expected response not found",
        (Some(Reason::Ssl), _) => "SSL error",
        (Some(Reason::Network), _) => "Network error",
        (None, Source::Heartbeat) => "Request not received",
        (None, Source::Ssl) => "This server has no SSL check",
        (Some(Reason::Unknown), _) | (None, Source::Other) => "Unknown",
    }
}
