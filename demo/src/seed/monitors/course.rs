//! What happens to a monitored service: whether it is up and how fast it answers, worked out from the time alone.

use crate::seed::dice::Dice;

/// A second in ms.
pub const SECOND: i64 = 1000;
/// A minute in ms.
pub const MINUTE: i64 = 60 * SECOND;
/// An hour in ms.
pub const HOUR: i64 = 60 * MINUTE;
/// A day in ms.
pub const DAY: i64 = 24 * HOUR;
/// Longer ago than anything in the record, in ms.
pub const ALWAYS: i64 = 10_000 * DAY;

/// The whole course of a service. Times in it are ms relative to the start of the world, negative before it.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// When it is down; the first one that covers a moment says why.
    pub troubles: Vec<Trouble>,
    /// How fast it answers.
    pub pace: Pace,
    /// Whether nothing is checked on Sundays from 01:00 to 06:00 UTC.
    pub rests_on_sundays: bool,
}

/// Times at which a service is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// When.
    pub when: When,
    /// The number the server gives as the reason.
    pub reason: Option<i64>,
}

/// A set of moments; all lengths are ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From so long before the start, and ever after.
    From(i64),
    /// From so long before the start until so long before it.
    Between(i64, i64),
    /// The first part of each round.
    Cycle {
        /// The length of a round.
        every: i64,
        /// The length of the part.
        lasts: i64,
    },
    /// By chance: at most one time in each round.
    Sometimes {
        /// The length of a round.
        every: i64,
        /// How many of a hundred rounds have one.
        percent: u64,
        /// The shortest.
        least: i64,
        /// The longest; shorter than a round.
        most: i64,
        /// From so long before the start on.
        since: i64,
    },
}

/// How fast a service answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Ms at a quiet hour.
    pub base: i64,
    /// How much slower it is each day, in percent of `base`.
    pub growth: i64,
    /// How long before the start that growth began, in ms.
    pub since: i64,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            base: 40,
            growth: 0,
            since: 0,
        }
    }
}

/// Percent that each hour of the day (UTC) adds.
const BUSY: [i64; 24] = [
    0, 0, 0, 0, 0, 2, 5, 10, 15, 20, 22, 22, 20, 22, 24, 22, 20, 18, 14, 10, 6, 3, 1, 0,
];

impl Course {
    /// A service that has these troubles and answers in about so many ms.
    pub fn new(base: i64, troubles: &[(When, Option<i64>)]) -> Self {
        let trouble = |(when, reason): &(When, Option<i64>)| Trouble {
            when: *when,
            reason: *reason,
        };
        Self {
            troubles: troubles.iter().map(trouble).collect(),
            pace: Pace {
                base,
                ..Pace::default()
            },
            rests_on_sundays: false,
        }
    }

    /// Why the service is down at a moment; None while it is up.
    pub fn trouble(&self, key: u64, at: i64) -> Option<Option<i64>> {
        let mut all = self.troubles.iter().zip(0..);
        let hit = all.find(|(trouble, index)| trouble.when.covers(key ^ (*index << 40), at));
        hit.map(|(trouble, _)| trouble.reason)
    }

    /// The last moment up to `at`, but not before `floor`, at which a trouble began or ended.
    pub fn last_edge(&self, key: u64, at: i64, floor: i64) -> Option<i64> {
        let edges = self.troubles.iter().zip(0..);
        edges
            .filter_map(|(trouble, index)| trouble.when.last_edge(key ^ (index << 40), at, floor))
            .max()
    }

    /// How long an answer takes at a moment, in ms.
    pub fn response_time(&self, key: u64, at: i64, hour: i64) -> i64 {
        let mut dice = Dice::new(&[key, at as u64, 0x7e]);
        let days = (at + self.pace.since).max(0);
        let grown = self.pace.base + self.pace.base * self.pace.growth * (days / MINUTE) / (100 * (DAY / MINUTE));
        let busy = usize::try_from(hour).ok().and_then(|hour| BUSY.get(hour)).unwrap_or(&0);
        let chance = 80 + dice.below(50) as i64;
        let spike = if dice.percent(1) { 2 + dice.below(4) as i64 } else { 1 };
        (grown * (100 + busy) / 100 * chance / 100 * spike).max(1)
    }
}

impl When {
    fn covers(self, key: u64, at: i64) -> bool {
        match self {
            Self::From(ago) => at >= -ago,
            Self::Between(from, until) => (-from..-until).contains(&at),
            Self::Cycle { every, lasts } => at.rem_euclid(every) < lasts,
            Self::Sometimes { every, since, .. } => {
                at >= -since
                    && self
                        .span(key, at.div_euclid(every))
                        .is_some_and(|(from, until)| (from..until).contains(&at))
            }
        }
    }

    fn last_edge(self, key: u64, at: i64, floor: i64) -> Option<i64> {
        let last = |edges: [i64; 2]| edges.into_iter().filter(|edge| (floor..=at).contains(edge)).max();
        match self {
            Self::From(ago) => last([-ago, -ago]),
            Self::Between(from, until) => last([-from, -until]),
            Self::Cycle { every, lasts } => {
                let round = at.div_euclid(every) * every;
                last([round, round + lasts])
            }
            Self::Sometimes { every, since, .. } => {
                let floor = floor.max(-since);
                let rounds = (floor.div_euclid(every)..=at.div_euclid(every)).rev();
                let spans = rounds.filter_map(|round| self.span(key, round));
                let cut = spans.map(|(from, until)| [from.max(-since), until]);
                cut.filter_map(|edges| edges.into_iter().filter(|edge| (floor..=at).contains(edge)).max())
                    .next()
            }
        }
    }

    /// The time of trouble in a round, if the round has one.
    fn span(self, key: u64, round: i64) -> Option<(i64, i64)> {
        let Self::Sometimes {
            every,
            percent,
            least,
            most,
            ..
        } = self
        else {
            return None;
        };
        let mut dice = Dice::new(&[key, round as u64, 0x5d]);
        if !dice.percent(percent) {
            return None;
        }
        let length = least + dice.below((most - least).max(1) as u64) as i64;
        let from = round * every + dice.below((every - length).max(1) as u64) as i64;
        Some((from, from + length))
    }
}

#[cfg(test)]
mod tests {
    use super::{ALWAYS, Course, DAY, HOUR, MINUTE, When};

    /// Edges found by looking are those found by asking at every step.
    #[test]
    fn edges_are_where_the_state_changes() {
        let sometimes = When::Sometimes {
            every: 3 * HOUR,
            percent: 60,
            least: 2 * MINUTE,
            most: HOUR,
            since: 5 * DAY,
        };
        let cycle = When::Cycle {
            every: 7 * MINUTE,
            lasts: 3 * MINUTE,
        };
        for when in [
            sometimes,
            cycle,
            When::From(2 * DAY),
            When::Between(3 * DAY, DAY),
            When::From(ALWAYS),
        ] {
            let course = Course::new(40, &[(when, Some(2))]);
            let mut at = HOUR;
            let mut edges = 0;
            while let Some(edge) = course.last_edge(9, at, -6 * DAY) {
                let is_down = course.trouble(9, edge).is_some();
                assert_ne!(is_down, course.trouble(9, edge - 1).is_some(), "{when:?} at {edge}");
                assert_eq!(
                    is_down,
                    course.trouble(9, (edge + at) / 2).is_some(),
                    "{when:?} after {edge}"
                );
                at = edge - 1;
                edges += 1;
            }
            let is_steady = matches!(when, When::From(ALWAYS));
            assert_eq!(edges == 0, is_steady, "{when:?}: {edges}");
        }
    }

    #[test]
    fn a_service_can_grow_slow() {
        let mut course = Course::new(200, &[]);
        course.pace.growth = 10;
        course.pace.since = 40 * DAY;
        let mean = |from: i64| {
            (0..50)
                .map(|n| course.response_time(1, from + n * HOUR, 3))
                .sum::<i64>()
                / 50
        };
        assert!(mean(-60 * DAY) < 260);
        assert!(mean(-3 * DAY) > 800);
    }
}
