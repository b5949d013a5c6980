//! What came of a check, for one cell of a strip.

use super::check::{Check, Reason};
use super::stats::{Responses, response};

/// With fewer answers than this nothing is called slow.
const FEWEST: usize = 5;
/// How many times slower than the median an answer is that is slow ...
const TIMES: f64 = 2.0;
/// ... and how many milliseconds at least.
const LEAST_MS: f64 = 100.0;

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was well.
    Up,
    /// It was well, but slow for this monitor.
    Slow,
    /// There was no answer in time.
    TimedOut,
    /// It failed for another reason.
    Failed,
}

/// The response time in milliseconds over which an answer is slow for this monitor: twice the median of the checks that
/// were well, and at least 100 ms more than it. None while there are fewer than five.
pub fn slow_limit(checks: &[Check]) -> Option<f64> {
    let responses = Responses::of(checks.iter().filter_map(response).collect())?;
    let limit = (responses.p50 * TIMES).max(responses.p50 + LEAST_MS);
    (responses.count >= FEWEST).then_some(limit)
}

/// What came of a check, with the limit of [`slow_limit`].
pub fn outcome(check: &Check, limit: Option<f64>) -> Outcome {
    match (check.is_up, check.reason) {
        (false, Some(Reason::Timeout)) => Outcome::TimedOut,
        (false, _) => Outcome::Failed,
        (true, _) => match (response(check), limit) {
            (Some(time), Some(limit)) if time > limit => Outcome::Slow,
            _ => Outcome::Up,
        },
    }
}
