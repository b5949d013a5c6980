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
        !(is_called && !self.state(time).is_up)
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
mod tests {
    use super::{Check, Record};
    use crate::seed::monitors::build;
    use crate::seed::monitors::course::{DAY, HOUR, MINUTE};
    use crate::uptime::{Effect, Mark, State};
    use glint_model::timestamp::Timestamp;

    const NOW: Timestamp = Timestamp(1_795_435_200_000);
    const WALKED: usize = 3000;

    fn record<'a>(monitor: &'a crate::seed::monitors::Monitor, marks: &'a [Mark]) -> Record<'a> {
        Record {
            monitor,
            marks,
            start: NOW,
            now: NOW,
            never_up: true,
        }
    }

    /// The changes among the newest checks, found by going through those.
    fn walked(record: &Record<'_>) -> Vec<Check> {
        let is_change = |check: &Check| {
            let before = record.newest_before(check.time);
            before.is_none_or(|before| before.state.is_up != check.state.is_up)
        };
        record.checks().take(WALKED).filter(is_change).collect()
    }

    #[test]
    fn changes_are_those_that_all_checks_have() {
        let later = Timestamp(NOW.0 + 3 * HOUR);
        let mark = |minutes: i64, effect: Effect| Mark {
            time: Timestamp(NOW.0 + minutes * MINUTE),
            effect,
        };
        let marks = [
            mark(2, Effect::Forced(State::down(Some(1)))),
            mark(9, Effect::Planned(State::UP)),
            mark(20, Effect::Beat),
            mark(21, Effect::Beat),
            mark(50, Effect::Freed),
        ];
        for monitor in build(NOW).iter().filter(|monitor| monitor.id < 1030) {
            for (marks, now) in [(&[][..], NOW), (&marks[..], later)] {
                let record = Record {
                    now,
                    ..record(monitor, marks)
                };
                let (found, want): (Vec<_>, _) = (record.changes().take(WALKED).collect(), walked(&record));
                let differs = found.iter().zip(&want).find(|(found, want)| found != want);
                assert_eq!(differs, None, "{}", monitor.name);
                assert!(found.len() >= want.len(), "{}", monitor.name);
            }
        }
    }

    #[test]
    fn checks_come_at_the_pace_of_the_monitor() {
        for monitor in build(NOW).iter().filter(|monitor| monitor.id < 1030) {
            let record = record(monitor, &[]);
            let times: Vec<_> = record.checks().map(|check| check.time.0).take(400).collect();
            let interval = monitor.interval() * 1000;
            for pair in times.windows(2) {
                let apart = pair[0] - pair[1];
                let is_rest = monitor.course.rests_on_sundays && apart > 4 * HOUR;
                assert!(is_rest || (apart - interval).abs() <= 400, "{}: {apart}", monitor.name);
            }
            let newest = times.first().copied().unwrap_or(NOW.0);
            assert!(NOW.0 - newest <= interval + 400 && newest <= NOW.0, "{}", monitor.name);
        }
    }

    #[test]
    fn time_only_adds_checks() {
        let monitors = build(NOW);
        let monitor = &monitors[3];
        let before: Vec<_> = record(monitor, &[]).checks().take(50).collect();
        let record = Record {
            now: Timestamp(NOW.0 + 10 * MINUTE),
            ..record(monitor, &[])
        };
        let after: Vec<_> = record.checks().skip(20).take(50).collect();
        assert_eq!(before, after);
    }

    #[test]
    fn stories_are_told() {
        let monitors = build(NOW);
        let all = |id: usize| record(&monitors[id - 1], &[]).checks().collect::<Vec<_>>();
        assert!(all(15).is_empty());
        assert_eq!(all(7).len(), all(7).iter().filter(|check| check.state.is_up).count());
        assert_eq!(record(&monitors[6], &[]).changes().next(), None);
        let outage = record(&monitors[17], &[]).changes().take(2).collect::<Vec<_>>();
        assert!(outage[0].time.0 - outage[1].time.0 > 30 * HOUR);
        let oldest = all(19).last().map_or(0, |check| check.time.0);
        assert!((9 * DAY..=10 * DAY).contains(&(NOW.0 - oldest)));
        let gap = all(17).windows(2).map(|pair| pair[0].time.0 - pair[1].time.0).max();
        assert!(gap.is_some_and(|gap| gap >= 5 * HOUR));
    }

    #[test]
    fn a_call_brings_a_heartbeat_up_for_one_interval() {
        let monitors = build(NOW);
        let beat = [Mark {
            time: Timestamp(NOW.0 + MINUTE),
            effect: Effect::Beat,
        }];
        let is_up = |minutes: i64| {
            let record = Record {
                now: Timestamp(NOW.0 + minutes * MINUTE),
                ..record(&monitors[13], &beat)
            };
            record.checks().next().map(|check| check.state.is_up)
        };
        assert_eq!([is_up(1), is_up(5), is_up(12)], [Some(true), Some(true), Some(false)]);
    }
}
