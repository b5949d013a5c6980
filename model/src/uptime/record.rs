//! The checks of one list of one monitor, as far as they were loaded.

use super::check::Check;
use super::plan::Ask;
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;

/// Response times are kept to the microsecond, up to some eleven days.
const MOST_RESPONSE_MS: f64 = 1e9;

/// One page as it came.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// What was asked for. Of a page that was reached by the cursor of the one before: before its oldest check.
    pub ask: Ask,
    /// The checks, in any order.
    pub checks: &'a [Check],
    /// Whether older ones follow.
    pub has_next: bool,
    /// When it was asked for, by this clock.
    pub asked_at: Timestamp,
}

/// The checks that were loaded, and where they are all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// By their order, each once.
    checks: Vec<Check>,
    loaded: Spans,
    begins: Option<Timestamp>,
    asked_at: Option<Timestamp>,
}

impl Record {
    /// A record of these parts.
    pub(super) fn of(
        checks: Vec<Check>,
        loaded: Spans,
        begins: Option<Timestamp>,
        asked_at: Option<Timestamp>,
    ) -> Self {
        let mut record = Self {
            checks: Vec::new(),
            loaded,
            begins,
            asked_at,
        };
        record.add_checks(checks.into_iter());
        record
    }

    /// The checks, the oldest first.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The checks of a span, the oldest first.
    pub fn checks_in(&self, span: Span) -> &[Check] {
        let from = self.checks.partition_point(|check| check.at < span.start);
        let to = self.checks.partition_point(|check| check.at < span.end);
        self.checks.get(from..to).unwrap_or_default()
    }

    /// Where all checks are here: each span from one check to another.
    pub fn loaded(&self) -> &Spans {
        &self.loaded
    }

    /// Where the server's own record began when it was last seen: it keeps nothing before. None as long as nobody paged
    /// that far.
    pub fn begins(&self) -> Option<Timestamp> {
        self.begins
    }

    /// When the newest page was last asked for, by this clock.
    pub fn asked_at(&self) -> Option<Timestamp> {
        self.asked_at
    }

    /// Where all checks are here, up to this moment. If the newest page did not come just now (`is_current`), up to when
    /// it did.
    pub fn known(&self, now: Timestamp, is_current: bool) -> Spans {
        let mut known = self.loaded.clone();
        let from = known.last().map(|last| last.end).or(self.begins);
        if let (Some(from), Some(asked_at)) = (from, self.asked_at) {
            let end = if is_current { now } else { asked_at.min(now) };
            known.add(Span::new(from, end));
        }
        known
    }

    /// Takes a page in. False when it is not the page that was asked for: the server did not follow a cursor that was made
    /// here. Its checks are taken in all the same.
    pub fn add(&mut self, page: &Page<'_>) -> bool {
        let times = || page.checks.iter().map(|check| check.at);
        let (oldest, newest) = (times().min(), times().max());
        let is_followed = match page.ask {
            // Times are cut to milliseconds, so that the same one may stand on both sides.
            Ask::Before(at) => newest.is_none_or(|newest| newest <= at),
            Ask::Newest => true,
            Ask::Oldest => self.checks.first().is_none_or(|first| oldest <= Some(first.at)),
        };
        if let (Some(oldest), Some(newest)) = (oldest, newest) {
            let behind = Timestamp(newest.0.saturating_add(1));
            let end = match page.ask {
                Ask::Before(at) if is_followed => at.max(behind),
                _ => behind,
            };
            self.loaded.add(Span::new(oldest, end));
        }
        // A page with nothing on it is the last one, whatever its link says.
        let is_last = !page.has_next || page.checks.is_empty() || page.ask == Ask::Oldest;
        if is_last && is_followed {
            let nothing_before = match page.ask {
                Ask::Before(at) => at,
                Ask::Newest | Ask::Oldest => page.asked_at,
            };
            self.begins = self.begins.max(Some(oldest.unwrap_or(nothing_before)));
        }
        if page.ask == Ask::Newest {
            self.asked_at = self.asked_at.max(Some(page.asked_at));
        }
        self.add_checks(page.checks.iter().copied());
        is_followed
    }

    /// Takes in what another record of the same list holds.
    pub fn merge(&mut self, other: &Self) {
        self.loaded.add_all(&other.loaded);
        self.begins = self.begins.max(other.begins);
        self.asked_at = self.asked_at.max(other.asked_at);
        self.add_checks(other.checks.iter().copied());
    }

    /// Forgets what was before a time.
    pub fn forget_before(&mut self, at: Timestamp) {
        let gone = self.checks.partition_point(|check| check.at < at);
        self.checks.drain(..gone);
        self.loaded = self.loaded.within(Span::new(at, Timestamp(i64::MAX)));
    }

    /// Puts checks in their places. Only the part of the list that they reach into is put in order again.
    fn add_checks(&mut self, checks: impl Iterator<Item = Check>) {
        let mut new: Vec<Check> = checks.map(kept).collect();
        let times = || new.iter().map(|check| check.at);
        let (Some(oldest), Some(newest)) = (times().min(), times().max()) else {
            return;
        };
        let from = self.checks.partition_point(|check| check.at < oldest);
        let to = self.checks.partition_point(|check| check.at <= newest);
        new.extend_from_slice(self.checks.get(from..to).unwrap_or_default());
        new.sort_by(Check::order);
        new.dedup();
        self.checks.splice(from..to, new);
    }
}

/// A check as it is kept: a response time that is none is left out.
fn kept(check: Check) -> Check {
    let response = check
        .response_ms
        .filter(|time| (0.0..=MOST_RESPONSE_MS).contains(time))
        // Adding nothing makes of the other zero this one.
        .map(|time| (time * 1000.0).round() / 1000.0 + 0.0);
    Check {
        response_ms: response,
        ..check
    }
}
