//! Checks made into stretches of the same state.

use super::{Knowledge, Outage, State};
use crate::timestamp::Timestamp;
use crate::uptime::check::{Check, Reason};
use crate::uptime::span::Span;
use crate::uptime::spans::Spans;

/// A known stretch. Only one that begins now may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub span: Span,
    is_up: bool,
    reason: Option<Reason>,
    /// Whether a check has seen it begin, rather than the record.
    is_start_seen: bool,
    /// Whether a check has seen it end.
    is_end_seen: bool,
}

impl Run {
    pub fn state(&self) -> State {
        if self.is_up { State::Up } else { State::Down }
    }

    /// The outage that it is.
    pub fn outage(&self, now: Timestamp) -> Option<Outage> {
        (!self.is_up).then_some(Outage {
            start: self.span.start,
            end: self.is_end_seen.then_some(self.span.end),
            until: self.span.end,
            began_before: !self.is_start_seen,
            is_open: !self.is_end_seen && self.span.end == now,
            reason: self.reason,
        })
    }
}

/// The state from a moment on.
#[derive(Clone, Copy)]
struct Turn {
    at: Timestamp,
    is_up: bool,
    reason: Option<Reason>,
}

pub(super) fn runs(checks: &[Check], knowledge: &Knowledge, now: Timestamp) -> Vec<Run> {
    let turns = turns(checks, now);
    let mut all = Vec::new();
    for known in knowledge.known.as_slice() {
        let known = Span::new(known.start, known.end.min(now));
        let from = turns.partition_point(|turn| turn.at < known.start);
        // What happens at this very moment belongs to a record that reaches it.
        let to = turns.partition_point(|turn| turn.at < known.end || turn.at == now && known.end == now);
        push_runs(&mut all, turns.get(from..to).unwrap_or_default(), known.end);
    }
    all.into_iter().flat_map(|run| heard(run, knowledge)).collect()
}

/// One turn for each moment at which there are checks, in their order.
fn turns(checks: &[Check], now: Timestamp) -> Vec<Turn> {
    let mut sorted = checks.to_vec();
    sorted.sort_by(Check::order);
    let mut turns: Vec<Turn> = Vec::with_capacity(sorted.len());
    let mut latest = None;
    for check in &sorted {
        let turn = Turn {
            at: check.at.min(now),
            is_up: check.is_up,
            reason: check.reason,
        };
        match turns.last_mut() {
            // Those that failed come first, and among them the one without a reason.
            Some(last) if latest == Some(check.at) => {
                if !check.is_up {
                    last.reason = last.reason.or(turn.reason);
                }
            }
            Some(last) if last.at == turn.at => *last = turn,
            _ => turns.push(turn),
        }
        latest = Some(check.at);
    }
    turns
}

/// The runs of one part of the record that is known up to its end.
fn push_runs(all: &mut Vec<Run>, turns: &[Turn], end: Timestamp) {
    let mut open: Option<Run> = None;
    for turn in turns {
        match &mut open {
            Some(run) if run.is_up == turn.is_up => run.reason = run.reason.or(turn.reason),
            _ => {
                let is_start_seen = open.is_some();
                if let Some(mut run) = open.take() {
                    run.span.end = turn.at;
                    run.is_end_seen = true;
                    all.push(run);
                }
                open = Some(Run {
                    span: Span::new(turn.at, end.max(turn.at)),
                    is_up: turn.is_up,
                    reason: turn.reason,
                    is_start_seen,
                    is_end_seen: false,
                });
            }
        }
    }
    all.extend(open);
}

/// The parts of a run in which checks were made.
fn heard(run: Run, knowledge: &Knowledge) -> Vec<Run> {
    let silent = knowledge.silent.within(run.span);
    if silent.is_empty() {
        return vec![run];
    }
    let parts = Spans::from_iter([run.span]).without(&silent);
    let parts = parts.as_slice().iter().map(|span| Run {
        span: *span,
        is_start_seen: run.is_start_seen && span.start == run.span.start,
        is_end_seen: run.is_end_seen && span.end == run.span.end,
        ..run.clone()
    });
    parts.collect()
}
