//! How much an organization sends: by the day and by the period of its plan. Events are those of the data; of the time
//! before the data begins they are made up at the same rate.

use crate::directory::projects::Project;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use crate::seed::monitors::Monitor;
use crate::seed::volume;
use crate::server::Demo;
use crate::world::World;
use std::collections::BTreeMap;

/// A day in milliseconds.
pub const DAY_MS: i64 = 86_400_000;
const HOUR_MS: i64 = 3_600_000;
/// The days of a period.
pub const PERIOD_DAYS: i64 = 30;
const MB: u64 = 1_000_000;

/// What was sent within a day (UTC).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// When it begins.
    pub start: i64,
    /// Events of issues.
    pub events: u64,
    /// Transactions.
    pub transactions: u64,
    /// Checks of monitors.
    pub checks: u64,
    /// Log lines (6.1).
    pub logs: u64,
}

/// What was sent within a period, and what is stored.
#[derive(Debug, PartialEq, Eq)]
pub struct Usage {
    /// Day by day, the oldest first.
    pub days: Vec<Day>,
    /// The size of the uploaded files.
    pub files_mb: u64,
}

impl Usage {
    /// The sum of something over the days.
    pub fn sum(&self, part: impl Fn(&Day) -> u64) -> u64 {
        self.days.iter().map(part).sum()
    }

    /// What counts against the plan: checks and log lines a tenth each, files by the MB.
    pub fn total(&self) -> u64 {
        let light = self.sum(|day| day.checks) + self.sum(|day| day.logs);
        self.sum(|day| day.events + day.transactions) + light / 10 + self.files_mb
    }
}

/// When the period of an organization began that is under way: some days ago with a plan, else the last 30 days.
pub fn period_start(demo: &Demo, world: &World, organization: i64) -> i64 {
    let today = demo.now().0.div_euclid(DAY_MS) * DAY_MS;
    let age = match world.billing.plan(organization) {
        Some(_) => (11 + 3 * organization).rem_euclid(28),
        None => PERIOD_DAYS - 1,
    };
    today - age * DAY_MS
}

/// What an organization used in a period: 0 is the one under way.
pub fn of_period(demo: &Demo, world: &World, organization: i64, periods_ago: i64) -> Usage {
    let start = period_start(demo, world, organization) - periods_ago * PERIOD_DAYS * DAY_MS;
    let starts = (0..PERIOD_DAYS).map(|day| start + day * DAY_MS);
    let starts: Vec<i64> = starts.take_while(|day| *day <= demo.now().0).collect();
    let usage = Usage {
        days: days(demo, world, organization, &starts),
        files_mb: files_mb(demo, world, organization),
    };
    let plan = world.billing.plan(organization);
    match (world.billing.used, plan) {
        (Some(percent), Some(plan)) if periods_ago == 0 => scaled(usage, plan.product.events * percent / 100),
        _ => usage,
    }
}

fn days(demo: &Demo, world: &World, organization: i64, starts: &[i64]) -> Vec<Day> {
    let seed = &demo.seed;
    let projects = world.directory.projects_of(organization);
    let is_own = |issue: &IssueSeed| {
        let project = world.directory.project_of(issue);
        project.organization == organization && !project.is_deleted
    };
    let mut events: BTreeMap<i64, u64> = BTreeMap::new();
    for issue in world.changes.issues(seed).filter(|issue| is_own(issue)) {
        for n in 0..issue.count {
            *events
                .entry(issue.event_time(n).0.div_euclid(DAY_MS) * DAY_MS)
                .or_default() += 1;
        }
    }
    let usual = events.values().sum::<u64>() / PERIOD_DAYS as u64;
    let first_whole_day = (seed.now.0 - PERIOD_DAYS * DAY_MS).div_euclid(DAY_MS) * DAY_MS + DAY_MS;
    let monitors = world.uptime.of_organization(seed, organization);
    let now = demo.now().0;
    let day = |start: i64| {
        let hours = (0..24).map(|hour| start + hour * HOUR_MS).filter(|hour| *hour <= now);
        let sent = |what: fn(&Project, i64) -> u64| {
            let of_hour = |hour| projects.iter().map(|own| what(own, hour)).sum::<u64>();
            hours.clone().map(of_hour).sum()
        };
        Day {
            start,
            events: if start < first_whole_day {
                usual * (70 + Dice::new(&[organization as u64, start as u64]).below(40)) / 100
            } else {
                events.get(&start).copied().unwrap_or(0)
            },
            transactions: sent(volume::transactions),
            checks: monitors
                .iter()
                .map(|monitor| checks(monitor, start, now.min(start + DAY_MS)))
                .sum(),
            logs: sent(volume::logs),
        }
    };
    starts.iter().map(|start| day(*start)).collect()
}

/// How many checks of a monitor lie between two moments, by its interval.
fn checks(monitor: &Monitor, from: i64, until: i64) -> u64 {
    let ends = monitor.eras.iter().skip(1).map(|era| era.start.0).chain([until]);
    let of_eras = monitor.eras.iter().zip(ends).map(|(era, end)| {
        let span = end.min(until) - era.start.0.max(from);
        span.max(0) / (era.interval.max(1) * 1000)
    });
    u64::try_from(of_eras.sum::<i64>()).unwrap_or(0)
}

fn files_mb(demo: &Demo, world: &World, organization: i64) -> u64 {
    let seed = &demo.seed;
    let is_own = |project: &Project| project.organization == organization && !project.is_deleted;
    let of_releases = seed.release_files.iter().filter(|file| {
        let project = &world.directory.projects[seed.releases[file.release].project];
        is_own(project) && !world.deleted_files.contains(&file.id)
    });
    let of_projects = seed.debug_files.iter().filter(|file| {
        let project = world.directory.project_by_id(file.project);
        project.is_some_and(is_own)
    });
    let bytes = of_releases.map(|file| file.size).sum::<u64>() + of_projects.map(|file| file.size).sum::<u64>();
    bytes.div_ceil(MB)
}

/// The same in its proportions, but so much in all: what does not come out even is added as events of the last day.
fn scaled(mut usage: Usage, total: u64) -> Usage {
    usage.files_mb = usage.files_mb.min(total / 10);
    let had = (usage.total() - usage.files_mb).max(1);
    let share = |part: u64| u64::try_from(u128::from(part) * u128::from(total - usage.files_mb) / u128::from(had));
    for day in &mut usage.days {
        for part in [&mut day.events, &mut day.transactions, &mut day.checks, &mut day.logs] {
            *part = share(*part).unwrap_or(u64::MAX);
        }
    }
    let missing = total.saturating_sub(usage.total());
    if let Some(last) = usage.days.last_mut() {
        last.events += missing;
    }
    usage
}

#[cfg(test)]
mod tests {
    use super::{Day, Usage, scaled};

    #[test]
    fn scaling_keeps_the_proportions_and_meets_the_total() {
        let day = Day {
            start: 0,
            events: 30,
            transactions: 60,
            checks: 1000,
            logs: 100,
        };
        let usage = |days: Vec<Day>| Usage { days, files_mb: 7 };
        for total in [0, 50, 1_000, 123_457] {
            let found = scaled(usage(vec![day, day, Day::default()]), total);
            assert_eq!(found.total(), total);
            assert!(found.days[0].checks >= found.days[0].transactions * 10);
        }
        assert_eq!(scaled(usage(vec![Day::default()]), 40).total(), 40);
        assert_eq!(scaled(usage(Vec::new()), 40).total(), 4);
    }
}
