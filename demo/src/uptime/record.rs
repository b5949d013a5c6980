//! The checks of a monitor: those that its pace and its course give, and those that were added in a world. None is
//! stored; each is worked out when it is asked for, so that 90 days of them cost nothing.

use super::{Effect, Mark, State};
use crate::seed::dice::Dice;
use crate::seed::monitors::course::{DAY, HOUR, SECOND};
use crate::seed::monitors::{Era, Kind, Monitor};
use glint_model::timestamp::Timestamp;

/// How long the server keeps checks, in ms.
pub const KEPT: i64 = 90 * DAY;

/// One check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// When it began.
    pub time: Timestamp,
    /// What it found.
    pub state: State,
}

/// All checks of one monitor up to a moment.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The monitor.
    pub monitor: &'a Monitor,
    /// What was done to it in this world, the oldest first.
    pub marks: &'a [Mark],
    /// The start of the world, which the course is relative to.
    pub start: Timestamp,
    /// The moment.
    pub now: Timestamp,
    /// Whether certificates are not looked at, so that their monitors are never up (5.2).
    pub never_up: bool,
}

impl Record<'_> {
    /// The checks that the server still has, the newest first.
    pub fn checks(&self) -> impl Iterator<Item = Check> {
        self.checks_before(self.end())
    }

    /// The same from a moment back; a check at that moment is left out.
    pub fn checks_before(&self, time: Timestamp) -> impl Iterator<Item = Check> {
        std::iter::successors(self.newest_before(time.min(self.end())), |check| {
            self.newest_before(check.time)
        })
        .take_while(|check| check.time >= self.kept_from())
    }

    /// The checks that found another state than the one before, the newest first. The first check ever is one too.
    pub fn changes_before(&self, time: Timestamp) -> impl Iterator<Item = Check> {
        std::iter::successors(self.change_before(time.min(self.end())), |change| {
            self.change_before(change.time)
        })
        .take_while(|check| check.time >= self.kept_from())
    }

    /// The checks that found a change, the newest first.
    pub fn changes(&self) -> impl Iterator<Item = Check> {
        self.changes_before(self.end())
    }

    /// How long the service took to answer, in ms; None when it did not.
    pub fn response_time(&self, check: &Check) -> Option<i64> {
        let has_answer = match (self.monitor.kind, check.state) {
            (Kind::Heartbeat, _) => false,
            (
                Kind::Ssl,
                State {
                    is_up: false,
                    reason: None,
                },
            ) => return Some(0),
            (_, state) => state.is_up || matches!(state.reason, Some(2 | 3)),
        };
        let hour = check.time.0.div_euclid(HOUR).rem_euclid(24);
        let at = check.time.0 - self.start.0;
        has_answer.then(|| self.monitor.course.response_time(self.key(), at, hour))
    }

    fn key(&self) -> u64 {
        self.monitor.id as u64
    }

    /// Just after the newest check there may be. With a clock that stands still, marks lie a little ahead of it.
    fn end(&self) -> Timestamp {
        let last = self.marks.last().map_or(self.now, |mark| mark.time.max(self.now));
        Timestamp(last.0 + 1)
    }

    fn kept_from(&self) -> Timestamp {
        Timestamp(self.now.0 - KEPT)
    }

    /// The newest check before a moment, also one that the server has forgotten.
    fn newest_before(&self, time: Timestamp) -> Option<Check> {
        let planned = self.planned_before(time).map(|time| self.planned(time));
        let added = self.marks.iter().rev().find(|mark| mark.time < time && mark.is_check());
        let added = added.and_then(Mark::check);
        match (planned, added) {
            (Some(planned), Some(added)) if planned.time > added.time => Some(planned),
            (planned, added) => added.or(planned),
        }
    }

    /// The first check at a moment or after it.
    fn oldest_from(&self, time: Timestamp) -> Option<Check> {
        let planned = self.planned_from(time).map(|time| self.planned(time));
        let added = self.marks.iter().find(|mark| mark.time >= time && mark.is_check());
        let added = added.and_then(Mark::check);
        match (planned, added) {
            (Some(planned), Some(added)) if planned.time < added.time => Some(planned),
            (planned, added) => added.or(planned),
        }
    }

    /// The newest check before a moment that found another state than the one before it. All checks since the last
    /// edge have the same state, so only the first one after each edge is looked at.
    fn change_before(&self, time: Timestamp) -> Option<Check> {
        let mut newest = self.newest_before(time)?;
        loop {
            if newest.time < self.kept_from() {
                return None;
            }
            let Some(edge) = self.last_edge(newest.time) else {
                return self.oldest_from(Timestamp(i64::MIN)).filter(|first| first.time < time);
            };
            let first = self.oldest_from(edge)?;
            match self.newest_before(first.time) {
                Some(before) if before.state.is_up == first.state.is_up => newest = before,
                _ => return Some(first),
            }
        }
    }

    /// The last moment up to this one from which on checks may find something else.
    fn last_edge(&self, time: Timestamp) -> Option<Timestamp> {
        let relative = |time: Timestamp| time.0 - self.start.0;
        let first = self.monitor.created.max(Timestamp(self.now.0 - KEPT - DAY));
        let course = self
            .monitor
            .course
            .last_edge(self.key(), relative(time), relative(first));
        let of_course = course.map(|edge| Timestamp(edge + self.start.0));
        // An added check is one edge, and what comes after it another.
        let of_marks = self
            .marks
            .iter()
            .flat_map(|mark| [mark.time, Timestamp(mark.time.0 + 1)]);
        of_marks.filter(|edge| *edge <= time).chain(of_course).max()
    }

    fn planned(&self, time: Timestamp) -> Check {
        let state = self.state(time);
        Check { time, state }
    }

    /// What a planned check finds at a moment.
    fn state(&self, time: Timestamp) -> State {
        let effect = self
            .marks
            .iter()
            .rev()
            .find(|mark| mark.time <= time)
            .map(|mark| mark.effect);
        if let Some(Effect::Forced(state) | Effect::Planned(state)) = effect {
            return state;
        }
        if self.never_up && self.monitor.kind == Kind::Ssl {
            return State::down(None);
        }
        match self.monitor.course.trouble(self.key(), time.0 - self.start.0) {
            Some(reason) => State::down(reason),
            None => State::UP,
        }
    }

    fn planned_before(&self, time: Timestamp) -> Option<Timestamp> {
        let time = time.min(Timestamp(self.now.0 + 1));
        let mut until = time;
        for era in self.monitor.eras.iter().rev() {
            let limit = until.min(time);
            let highest = (limit.0 - era.start.0).div_euclid(length(era));
            let found = (1..=highest)
                .rev()
                .map(|number| self.moment(era, number))
                .find(|moment| *moment < limit && self.takes_place(*moment, era));
            if found.is_some() {
                return found;
            }
            until = era.start;
        }
        None
    }

    fn planned_from(&self, time: Timestamp) -> Option<Timestamp> {
        let ends = self.monitor.eras.iter().skip(1).map(|era| era.start);
        let ends = ends.chain([Timestamp(self.now.0 + 1)]);
        for (era, end) in self.monitor.eras.iter().zip(ends) {
            let lowest = (time.0.saturating_sub(era.start.0)).div_euclid(length(era)).max(1);
            let found = (lowest..)
                .map(|number| self.moment(era, number))
                .take_while(|moment| *moment < end)
                .find(|moment| *moment >= time && self.takes_place(*moment, era));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// When check number `number` (from 1) of an era begins: a little late, as the server is.
    fn moment(&self, era: &Era, number: i64) -> Timestamp {
        let mut dice = Dice::new(&[self.key(), number as u64]);
        let late = dice.below(u64::try_from(length(era) / 10).unwrap_or(1).min(400)) as i64;
        Timestamp(era.start.0 + number * length(era) + late)
    }

    /// Whether a planned check takes place: not while the monitor rests, nor when the service has just called itself.
    fn takes_place(&self, time: Timestamp, era: &Era) -> bool {
        if self.monitor.course.rests_on_sundays && is_sunday_rest(time) {
            return false;
        }
        let is_beat = |mark: &Mark| {
            let age = time.0 - mark.time.0;
            mark.effect == Effect::Beat && (0..length(era)).contains(&age)
        };
        let is_called = self.monitor.kind == Kind::Heartbeat && self.marks.iter().any(is_beat);
        !is_called || self.state(time).is_up
    }
}

fn length(era: &Era) -> i64 {
    era.interval.max(1) * SECOND
}

/// From 01:00 to 06:00 UTC on Sundays; the first day of the epoch was a Thursday.
fn is_sunday_rest(time: Timestamp) -> bool {
    let is_sunday = time.0.div_euclid(DAY).rem_euclid(7) == 3;
    is_sunday && (HOUR..6 * HOUR).contains(&time.0.rem_euclid(DAY))
}

#[cfg(test)]
mod tests;
