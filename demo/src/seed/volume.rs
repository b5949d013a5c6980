//! How much is sent that the demo keeps no records of: transactions and log lines, by the hour.

use crate::directory::projects::Project;
use crate::seed::dice::Dice;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How busy each hour of a day is (UTC), in percent of the busiest.
const DAY: [u64; 24] = [
    30, 25, 20, 20, 20, 25, 35, 50, 70, 85, 95, 100, 95, 95, 100, 95, 90, 85, 80, 75, 70, 60, 50, 40,
];

/// The transactions that a project sends in the hour that begins then. Two of three projects measure their performance.
pub fn transactions(project: &Project, hour: i64) -> u64 {
    sent(project, hour, 0x7a, 12)
}

/// The log lines that a project sends in the hour that begins then.
pub fn logs(project: &Project, hour: i64) -> u64 {
    sent(project, hour, 0x10, 30)
}

fn sent(project: &Project, hour: i64, what: u64, at_most: u64) -> u64 {
    if project.template.is_none() {
        return 0;
    }
    let mut habits = Dice::new(&[project.id as u64, what]);
    if habits.percent(33) {
        return 0;
    }
    let usual = 1 + habits.below(at_most);
    let number = hour.div_euclid(HOUR_MS);
    let busy = DAY[number.rem_euclid(24) as usize];
    // The first day of the epoch was a Thursday.
    let is_weekend = matches!(hour.div_euclid(DAY_MS).rem_euclid(7), 2 | 3);
    let share = if is_weekend { busy / 2 } else { busy };
    let chance = 60 + Dice::new(&[project.id as u64, what, number as u64]).below(80);
    usual * share * chance / 10_000
}

#[cfg(test)]
mod tests {
    use super::{DAY_MS, HOUR_MS, logs, transactions};
    use crate::directory::Directory;
    use crate::seed::organizations::projects;
    use glint_model::timestamp::Timestamp;

    #[test]
    fn a_project_that_is_new_sends_nothing_and_the_others_more_by_day() {
        let monday = 1_795_392_000_000 - 1_795_392_000_000 % DAY_MS;
        let mut night = 0;
        let mut noon = 0;
        for project in Directory::of_seed(&projects(), Timestamp(monday)).projects {
            let two_hours =
                |from: i64| transactions(&project, monday + from * HOUR_MS) + logs(&project, monday + from * HOUR_MS);
            if project.template.is_none() {
                assert_eq!(two_hours(11), 0, "{}", project.slug);
            }
            night += two_hours(3);
            noon += two_hours(11);
        }
        assert!(noon > 2 * night, "{noon} {night}");
    }
}
