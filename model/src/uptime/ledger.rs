//! When a monitor was up, when it was down, and when nobody knows.

mod runs;

use super::check::{Check, Reason};
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;
use runs::Run;

/// What the checks that were given can speak for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// Where every switch is among the checks. In each of these spans the state is known from its first check on.
    pub known: Spans,
    /// Where no check was made though it should have been: unknown. What was so before goes on after it.
    pub silent: Spans,
}

impl Knowledge {
    /// One record without a gap, from its beginning to now.
    pub fn since(begin: Timestamp, now: Timestamp) -> Self {
        Self {
            known: Spans::from_iter([Span::new(begin, now)]),
            silent: Spans::default(),
        }
    }
}

/// How a monitor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Its last check was well.
    Up,
    /// Its last check failed.
    Down,
    /// No check speaks for it.
    Unknown,
}

/// A stretch in which the state is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// When.
    pub span: Span,
    /// How it was.
    pub state: State,
}

/// A stretch of downtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// The first check that failed.
    pub start: Timestamp,
    /// The first check that was well again; none while it lasts, and where the record breaks off before.
    pub end: Option<Timestamp>,
    /// Up to when it is counted: its end, now, or where the record breaks off.
    pub until: Timestamp,
    /// Whether it was down already where the record begins, so that it is at least this long.
    pub began_before: bool,
    /// Whether it lasts.
    pub is_open: bool,
    /// The first reason that a check of it gave.
    pub reason: Option<Reason>,
}

impl Outage {
    /// How long it is, in milliseconds, as far as it was seen.
    pub fn length_ms(&self) -> i64 {
        self.span().len_ms()
    }

    /// When it was, as far as it was seen.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.until)
    }
}

/// Everything that is known about when a monitor was up and down, up to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Known stretches, the oldest first; between them it is unknown.
    runs: Vec<Run>,
    outages: Vec<Outage>,
    now: Timestamp,
}

impl Ledger {
    /// Makes the ledger of checks in any order: switches, or any checks at all. Those that say the same again change
    /// nothing. When two at the same millisecond disagree, the one that failed counts. Checks of the future (another
    /// clock is ahead) happen now.
    pub fn new(checks: &[Check], knowledge: &Knowledge, now: Timestamp) -> Self {
        let runs = runs::runs(checks, knowledge, now);
        let outages = runs.iter().filter_map(|run| run.outage(now)).collect();
        Self { runs, outages, now }
    }

    /// The moment at which it was made: it says nothing about what comes after.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Where it begins: before that all is unknown. None when nothing is known at all.
    pub fn known_from(&self) -> Option<Timestamp> {
        self.runs.first().map(|run| run.span.start)
    }

    /// How the monitor is now.
    pub fn state(&self) -> State {
        self.current().map_or(State::Unknown, Run::state)
    }

    /// Since when the monitor has been as it is now, as far as the record tells; none when its state is unknown.
    pub fn since(&self) -> Option<Timestamp> {
        self.current().map(|run| run.span.start)
    }

    /// The stretches that make up a span without a gap, the oldest first, each of another state than the one before.
    pub fn segments(&self, span: Span) -> Vec<Segment> {
        let mut all = Vec::new();
        let mut at = span.start;
        let mut push = |start, end, state| {
            let span = Span::new(start, end);
            if !span.is_empty() {
                all.push(Segment { span, state });
            }
        };
        for (part, state) in self.parts(span) {
            push(at, part.start, State::Unknown);
            push(part.start, part.end, state);
            at = part.end;
        }
        push(at, span.end, State::Unknown);
        all
    }

    /// All outages, the oldest first. They do not overlap.
    pub fn outages(&self) -> &[Outage] {
        &self.outages
    }

    /// The outages of which some part lies in a span, the oldest first.
    pub fn outages_in(&self, span: Span) -> &[Outage] {
        let from = self.outages.partition_point(|outage| outage.until <= span.start);
        let to = self.outages.partition_point(|outage| outage.start < span.end);
        self.outages.get(from..to).unwrap_or_default()
    }

    /// The known parts of a span, with their state.
    pub(super) fn parts(&self, span: Span) -> impl Iterator<Item = (Span, State)> {
        let from = self.runs.partition_point(|run| run.span.end <= span.start);
        let runs = self.runs.get(from..).unwrap_or_default();
        runs.iter()
            .take_while(move |run| run.span.start < span.end)
            .filter_map(move |run| Some((run.span.overlap(span)?, run.state())))
    }

    fn current(&self) -> Option<&Run> {
        self.runs.last().filter(|run| run.span.end == self.now)
    }
}
