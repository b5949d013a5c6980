//! Figures about checks and how fast they were answered.

use super::check::{Check, Reason};
use super::span::Span;

/// How fast the answers were: milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Responses {
    /// How many there are.
    pub count: usize,
    /// The fastest.
    pub min: f64,
    /// The slowest.
    pub max: f64,
    /// The mean.
    pub average: f64,
    /// Half of them were not slower than this.
    pub p50: f64,
    /// 95 of 100 were not slower than this.
    pub p95: f64,
    /// 99 of 100 were not slower than this.
    pub p99: f64,
}

impl Responses {
    /// The figures of response times in any order; none when there is none. A percentile is the nearest rank: always one
    /// of the times, and of a few the slowest.
    pub(super) fn of(mut times: Vec<f64>) -> Option<Self> {
        times.sort_by(f64::total_cmp);
        Some(Self {
            count: times.len(),
            min: *times.first()?,
            max: *times.last()?,
            average: times.iter().sum::<f64>() / times.len() as f64,
            p50: nearest_rank(&times, 50)?,
            p95: nearest_rank(&times, 95)?,
            p99: nearest_rank(&times, 99)?,
        })
    }
}

/// The smallest of the sorted times that at least so many percent of them do not exceed.
fn nearest_rank(times: &[f64], percent: usize) -> Option<f64> {
    let rank = (times.len() * percent).div_ceil(100);
    times.get(rank.saturating_sub(1)).copied()
}

/// The figures of the checks of a stretch of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
    /// How many checks there are.
    pub checks: usize,
    /// How many failed.
    pub failures: usize,
    /// How many of those had no answer in time.
    pub timeouts: usize,
    /// How many failed for each reason, the most frequent first.
    pub reasons: Vec<(Option<Reason>, usize)>,
    /// How fast the checks were answered that were well: how soon an error page came says nothing. None for heartbeats.
    pub responses: Option<Responses>,
}

/// The figures of those checks, in any order, that lie in a span.
pub fn stats(checks: &[Check], span: Span) -> Stats {
    let mut tally = Tally::default();
    for check in checks.iter().filter(|check| span.contains(check.at)) {
        tally.add(check);
    }
    tally.stats()
}

/// Checks as they are counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    checks: usize,
    /// By the code of the reason; the first is for none.
    failures: [usize; 1 + Reason::ALL.len()],
    times: Vec<f64>,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, check: &Check) {
        self.checks += 1;
        if check.is_up {
            self.times.extend(response(check));
            return;
        }
        let place = check.reason.map_or(0, |reason| usize::from(reason.code()) + 1);
        if let Some(count) = self.failures.get_mut(place) {
            *count += 1;
        }
    }

    /// What was counted.
    pub fn stats(self) -> Stats {
        let reasons = std::iter::once(None).chain(Reason::ALL.map(Some));
        let mut reasons: Vec<_> = reasons.zip(self.failures).filter(|(_, count)| *count > 0).collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let timeouts = reasons.iter().find(|(reason, _)| *reason == Some(Reason::Timeout));
        Stats {
            checks: self.checks,
            failures: self.failures.iter().sum(),
            timeouts: timeouts.map_or(0, |(_, count)| *count),
            reasons,
            responses: Responses::of(self.times),
        }
    }
}

/// How long the answer of a check took that was well.
pub(super) fn response(check: &Check) -> Option<f64> {
    check.response_ms.filter(|time| check.is_up && time.is_finite())
}
