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
