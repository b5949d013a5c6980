//! The figures of the checks of a range, in words.

use crate::chart::Unit;
use crate::text::{counted, thousands};
use crate::uptime::{Check, Outcome, Responses, Source, Span, Stats, outcome, slow_limit, stats};

/// What the checks of a range come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What was counted.
    pub stats: Stats,
    /// From how many milliseconds on an answer is slow for this monitor.
    pub slow_limit: Option<f64>,
    /// How many answers were slow.
    pub slow: usize,
}

impl Figures {
    /// Of the checks of a span, the oldest first.
    pub fn of(checks: &[Check], span: Span) -> Self {
        let slow_limit = slow_limit(checks);
        let slow = checks
            .iter()
            .filter(|check| outcome(check, slow_limit) == Outcome::Slow);
        Self {
            slow: slow.count(),
            slow_limit,
            stats: stats(checks, span),
        }
    }

    /// `720 checks: 3 timeouts, 2 other failures, 14 slow answers (over 230 ms)`.
    pub fn text(&self, source: Source) -> String {
        let count = |count: usize, one, many| counted(number(count), one, many);
        let Stats {
            checks,
            failures,
            timeouts,
            ..
        } = self.stats;
        if source == Source::Heartbeat {
            return match failures {
                0 => format!("{}, all received", count(checks, "check", "checks")),
                _ => format!(
                    "{}: {} not received",
                    count(checks, "check", "checks"),
                    thousands(number(failures))
                ),
            };
        }
        let mut parts = Vec::new();
        if timeouts > 0 {
            parts.push(count(timeouts, "timeout", "timeouts"));
        }
        let others = failures.saturating_sub(timeouts);
        match (others, timeouts) {
            (0, _) => {}
            (_, 0) => parts.push(count(others, "failure", "failures")),
            _ => parts.push(count(others, "other failure", "other failures")),
        }
        if self.slow > 0 {
            let limit = self.slow_limit.unwrap_or_default();
            let slow = count(self.slow, "slow answer", "slow answers");
            parts.push(format!("{slow} (over {})", Unit::Milliseconds.text(limit)));
        }
        let checks = count(checks, "check", "checks");
        match parts.is_empty() {
            true if self.stats.checks == 0 => "No checks".to_owned(),
            true => format!("{checks}, all well"),
            false => format!("{checks}: {}", parts.join(", ")),
        }
    }

    /// `p50`, `p95`, `p99` and the average, each with its text; a dash where no check was answered.
    pub fn percentiles(&self) -> [(&'static str, String); 4] {
        let text = |of: fn(&Responses) -> f64| match &self.stats.responses {
            Some(responses) => Unit::Milliseconds.text(of(responses)),
            None => "–".to_owned(),
        };
        [
            ("p50", text(|responses| responses.p50)),
            ("p95", text(|responses| responses.p95)),
            ("p99", text(|responses| responses.p99)),
            ("Average", text(|responses| responses.average)),
        ]
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
