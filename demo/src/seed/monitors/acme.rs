//! The monitors of Acme: one of every sort, each with its own story.

mod recorded;
mod stories;

use super::course::{ALWAYS, Course, DAY, SECOND, When};
use super::{Era, Kind, Monitor};
use glint_model::timestamp::Timestamp;

const ACME: i64 = 1;

/// What a monitor is made of; the rest is the same for all of a kind.
struct Sketch {
    id: i64,
    kind: Kind,
    name: String,
    url: String,
    project: Option<i64>,
    environment: Option<&'static str>,
    interval: i64,
    timeout: Option<i64>,
    body: &'static str,
    /// How long ago it was created, in ms.
    age: i64,
    course: Course,
}

/// The monitors, by rising number.
pub fn build(now: Timestamp) -> Vec<Monitor> {
    let mut sketches = recorded::build();
    sketches.extend(stories::build());
    sketches.extend(stories::regions());
    sketches.into_iter().map(|sketch| sketch.laid_out(now)).collect()
}

/// An outage on so many of a hundred days.
fn rare(percent: u64, least: i64, most: i64) -> When {
    When::Sometimes {
        every: DAY,
        percent,
        least,
        most,
        since: ALWAYS,
    }
}

/// A monitor that checks once a minute since 200 days ago.
fn sketch(id: i64, kind: Kind, name: &str, url: &str, project: Option<i64>) -> Sketch {
    Sketch {
        id,
        kind,
        name: name.to_owned(),
        url: url.to_owned(),
        project,
        environment: None,
        interval: 60,
        timeout: match kind {
            Kind::Heartbeat => None,
            Kind::Port => Some(5),
            _ => Some(10),
        },
        body: "",
        age: 200 * DAY,
        course: Course::default(),
    }
}

impl Sketch {
    fn every(self, interval: i64) -> Self {
        Self { interval, ..self }
    }

    fn aged(self, age: i64) -> Self {
        Self { age, ..self }
    }

    fn course(self, course: Course) -> Self {
        Self { course, ..self }
    }

    fn laid_out(self, now: Timestamp) -> Monitor {
        // Monitors do not all check in the same second.
        let created = Timestamp(now.0 - self.age - self.id * 1_234 % (self.interval * SECOND));
        Monitor {
            id: self.id,
            organization: ACME,
            project: self.project,
            environment: self.environment,
            kind: self.kind,
            name: self.name,
            url: self.url,
            expected_status: matches!(self.kind, Kind::Get | Kind::Post).then_some(200),
            expected_body: self.body.to_owned(),
            timeout: self.timeout,
            created,
            eras: vec![Era {
                start: created,
                interval: self.interval,
            }],
            course: self.course,
        }
    }
}
