//! The 1 500 monitors of the organization `wall`: regions, services and instances, in every state.

use super::course::{ALWAYS, Course, DAY, HOUR, MINUTE, Pace, When};
use super::{Era, Kind, Monitor};
use crate::seed::dice::Dice;
use crate::seed::organizations::{FIRST_WALL_PROJECT, REGIONS};
use glint_model::timestamp::Timestamp;

const WALL: i64 = 4;
const FIRST: i64 = 1001;
const INSTANCES: usize = 25;
const SERVICES: [&str; 10] = [
    "api", "auth", "billing", "cache", "checkout", "images", "mail", "queue", "search", "web",
];

/// The monitors, by rising number.
pub fn build(now: Timestamp) -> Vec<Monitor> {
    let places = REGIONS.iter().zip(0..).flat_map(|((region, _), number)| {
        SERVICES
            .iter()
            .flat_map(move |service| (1..=INSTANCES).map(move |instance| (number, *region, *service, instance)))
    });
    (FIRST..)
        .zip(places)
        .map(|(id, place)| monitor(now, id, place))
        .collect()
}

fn monitor(now: Timestamp, id: i64, (number, region, service, instance): (i64, &str, &str, usize)) -> Monitor {
    let mut dice = Dice::new(&[id as u64, 0xa11]);
    let kind = match dice.below(100) {
        0..55 => Kind::Get,
        55..70 => Kind::Ping,
        70..75 => Kind::Post,
        75..90 => Kind::Port,
        90..93 => Kind::Ssl,
        _ => Kind::Heartbeat,
    };
    let interval = *dice.pick(&[30, 60, 60, 60, 120, 300]).unwrap_or(&60);
    let is_new = dice.percent(1);
    let age = if is_new { 0 } else { (20 + dice.below(380) as i64) * DAY };
    let host = format!("{service}-{instance:02}.{region}.wall.example");
    let offset = dice.below(interval as u64 * 1000) as i64;
    let created = Timestamp(now.0 - age - offset);
    Monitor {
        id,
        organization: WALL,
        project: (!dice.percent(5)).then_some(FIRST_WALL_PROJECT + number),
        environment: *dice
            .pick(&[Some("production"), Some("production"), Some("staging"), None])
            .unwrap_or(&None),
        kind,
        name: format!("{region}/{service}-{instance:02}"),
        url: match kind {
            Kind::Heartbeat => String::new(),
            Kind::Port => format!("{host}:5432"),
            _ => format!("https://{host}/health"),
        },
        expected_status: matches!(kind, Kind::Get | Kind::Post).then_some(200),
        expected_body: String::new(),
        timeout: (kind != Kind::Heartbeat).then_some(10),
        created,
        eras: vec![Era {
            start: created,
            interval: if is_new { 32_767 } else { interval },
        }],
        course: course(kind, &mut dice),
    }
}

/// Most are up and have an outage now and then; the others are down, flap, or grow slow.
fn course(kind: Kind, dice: &mut Dice) -> Course {
    let reasons: &[Option<i64>] = match kind {
        Kind::Heartbeat | Kind::Ssl => &[None],
        Kind::Port => &[Some(0), Some(1), Some(5)],
        Kind::Ping => &[Some(1), Some(4), Some(5)],
        Kind::Get | Kind::Post => &[Some(0), Some(1), Some(2), Some(3), Some(4), Some(5)],
    };
    let reason = dice.pick(reasons).copied().flatten();
    let base = 8 + dice.below(160) as i64;
    let usual = When::Sometimes {
        every: 2 * DAY,
        percent: 10,
        least: MINUTE,
        most: 2 * HOUR,
        since: ALWAYS,
    };
    let at_present = match dice.below(100) {
        0..2 => Some(When::From(ALWAYS)),
        2..5 => Some(When::From(MINUTE + dice.below(6 * DAY as u64) as i64)),
        5..7 => Some(When::Cycle {
            every: (6 + dice.below(20) as i64) * MINUTE,
            lasts: 3 * MINUTE,
        }),
        _ => None,
    };
    let troubles: Vec<_> = at_present
        .into_iter()
        .chain([usual])
        .map(|when| (when, reason))
        .collect();
    Course {
        pace: Pace {
            base,
            growth: if dice.percent(2) { 15 } else { 0 },
            since: 30 * DAY,
        },
        ..Course::new(base, &troubles)
    }
}

#[cfg(test)]
mod tests {
    use super::build;
    use crate::seed::monitors::Kind;
    use glint_model::timestamp::Timestamp;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_1500_of_every_kind() {
        let monitors = build(Timestamp(1_795_435_200_000));
        let names: BTreeSet<_> = monitors.iter().map(|monitor| &monitor.name).collect();
        assert_eq!((monitors.len(), names.len()), (1500, 1500));
        for kind in [
            Kind::Ping,
            Kind::Get,
            Kind::Post,
            Kind::Port,
            Kind::Ssl,
            Kind::Heartbeat,
        ] {
            assert!(monitors.iter().any(|monitor| monitor.kind == kind), "{kind:?}");
        }
        let down = monitors
            .iter()
            .filter(|monitor| monitor.course.trouble(monitor.id as u64, 0).is_some());
        assert!((40..200).contains(&down.count()));
    }
}
