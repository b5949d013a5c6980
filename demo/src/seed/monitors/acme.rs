//! The monitors of Acme: one of every sort, each with its own story.

use super::course::{ALWAYS, Course, DAY, HOUR, MINUTE, Pace, SECOND, When};
use super::{Era, Kind, Monitor};
use glint_model::timestamp::Timestamp;

const ACME: i64 = 1;

/// A name that tries to be markup, turns the direction of the text, and stacks marks.
const HOSTILE_NAME: &str = "<img src=x onerror=alert(1)> \u{202e}gnihtyreve si siht\u{202c} \u{2066}a\u{300}\u{301}\u{302}\u{303}\u{2069} {{7*7}} & \"quotes\"";

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
    let mut sketches = recorded();
    sketches.extend(stories());
    sketches.extend(regions());
    sketches.into_iter().map(|sketch| sketch.laid_out(now)).collect()
}

/// Those that the recorded server has, with the same names.
fn recorded() -> Vec<Sketch> {
    let always = When::From(ALWAYS);
    let now_and_then = rare(12, 2 * MINUTE, 50 * MINUTE);
    let flaps = |every: i64, lasts: i64| When::Cycle {
        every: every * MINUTE,
        lasts: lasts * MINUTE,
    };
    vec![
        Sketch {
            timeout: None,
            ..sketch(1, Kind::Ping, "Shop ping", "http://shop.acme.example/", Some(1))
                .course(Course::new(15, &[(now_and_then, Some(5))]))
        },
        Sketch {
            body: "GlitchTip demo OK",
            ..sketch(
                2,
                Kind::Get,
                "Shop API health",
                "https://api.shop.acme.example/health",
                Some(1),
            )
            .course(Course::new(35, &[(now_and_then, Some(2))]))
        },
        sketch(
            3,
            Kind::Get,
            "Broken admin (500)",
            "https://admin.shop.acme.example/admin",
            Some(1),
        )
        .course(Course::new(
            14,
            &[(When::From(30 * HOUR), Some(2)), (now_and_then, Some(2))],
        )),
        sketch(4, Kind::Get, "Flapping cart", "https://shop.acme.example/cart", Some(2))
            .every(30)
            .course(Course::new(12, &[(flaps(7, 3), Some(2))])),
        Sketch {
            timeout: Some(20),
            ..sketch(
                5,
                Kind::Post,
                "Slow checkout POST",
                "https://checkout.acme.example/pay",
                Some(3),
            )
            .course(Course::new(1250, &[(rare(8, 10 * MINUTE, 90 * MINUTE), Some(1))]))
        },
        Sketch {
            body: "Welcome to Acme",
            ..sketch(
                6,
                Kind::Get,
                "Wrong body landing page",
                "https://www.acme.example/",
                Some(12),
            )
            .every(120)
            .course(Course::new(16, &[(When::From(8 * DAY), Some(3))]))
        },
        sketch(7, Kind::Port, "Database port", "db.acme.example:5432", None)
            .aged(400 * DAY)
            .course(Course::new(9, &[])),
        sketch(8, Kind::Port, "Closed port", "legacy.acme.example:9107", None)
            .every(120)
            .aged(30 * DAY)
            .course(Course::new(9, &[(always, Some(0))])),
        sketch(
            9,
            Kind::Port,
            "Flapping cache port",
            "cache.acme.example:6379",
            Some(11),
        )
        .course(Course::new(8, &[(flaps(8, 3), Some(0))])),
        Sketch {
            timeout: Some(3),
            ..sketch(10, Kind::Get, "Timeouts", "https://reports.acme.example/", None)
                .every(120)
                .course(Course::new(2400, &[(When::From(72 * HOUR), Some(1))]))
        },
        sketch(11, Kind::Ssl, "TLS certificate", "https://shop.acme.example/", None)
            .every(300)
            .course(Course::new(80, &[])),
        sketch(
            12,
            Kind::Get,
            "HTTPS self-signed",
            "https://intranet.acme.example/",
            None,
        )
        .every(300)
        .aged(30 * DAY)
        .course(Course::new(80, &[(always, Some(4))])),
        sketch(13, Kind::Heartbeat, "Nightly backup heartbeat", "", Some(10))
            .course(Course::new(0, &[(rare(15, HOUR, 9 * HOUR), None)])),
        sketch(14, Kind::Heartbeat, "Forgotten cron heartbeat", "", None)
            .every(300)
            .aged(60 * DAY)
            .course(Course::new(0, &[(When::From(21 * DAY), None)])),
    ]
}

/// Those with something to find in a longer record.
fn stories() -> Vec<Sketch> {
    let long_name = format!("Long {}", "name-without-a-space-".repeat(10));
    let long_url = format!("https://long.acme.example/{}", "segment/".repeat(245));
    let late = When::Sometimes {
        every: 2 * HOUR,
        percent: 60,
        least: 2 * MINUTE,
        most: 25 * MINUTE,
        since: 5 * DAY,
    };
    vec![
        sketch(15, Kind::Get, "Never checked", "https://new.acme.example/", Some(12))
            .every(32_767)
            .aged(20 * MINUTE)
            .course(Course::new(30, &[])),
        Sketch {
            environment: Some("production"),
            ..sketch(
                16,
                Kind::Get,
                "Search latency",
                "https://search.acme.example/q?term=shoes",
                Some(11),
            )
            .course(Course {
                pace: Pace {
                    base: 180,
                    growth: 30,
                    since: 42 * DAY,
                },
                ..Course::new(180, &[(late, Some(1))])
            })
        },
        Sketch {
            environment: Some("production"),
            ..sketch(
                17,
                Kind::Get,
                "Billing (rests on Sundays)",
                "https://billing.acme.example/health",
                Some(4),
            )
            .course(Course {
                rests_on_sundays: true,
                ..Course::new(70, &[(rare(10, 5 * MINUTE, 40 * MINUTE), Some(2))])
            })
        },
        sketch(
            18,
            Kind::Get,
            "Payments gateway",
            "https://payments.acme.example/ready",
            Some(3),
        )
        .course(Course::new(
            140,
            &[
                (When::Between(14 * DAY, 14 * DAY - 9 * HOUR), Some(5)),
                (When::Between(14 * DAY - 9 * HOUR, 13 * DAY - 7 * HOUR), Some(2)),
            ],
        )),
        sketch(19, Kind::Get, "Status API", "https://status.acme.example/api", Some(1))
            .aged(10 * DAY)
            .course(Course::new(50, &[(rare(30, 4 * MINUTE, 70 * MINUTE), Some(2))])),
        sketch(
            20,
            Kind::Get,
            HOSTILE_NAME,
            "javascript:alert(document.domain)//\u{202e}moc.elpmaxe",
            Some(2),
        )
        .aged(20 * DAY)
        .course(Course::new(25, &[(rare(40, 10 * MINUTE, 3 * HOUR), Some(3))])),
        sketch(21, Kind::Get, &long_name[..200], &long_url[..1985], None)
            .aged(20 * DAY)
            .course(Course::new(25, &[])),
    ]
}

/// The same service in several regions: names that begin alike.
fn regions() -> Vec<Sketch> {
    let rows = [
        (
            22,
            "eu-west / gateway",
            "https://eu-west.gw.acme.example/",
            Some("production"),
            45,
        ),
        (
            23,
            "eu-west / images",
            "https://eu-west.img.acme.example/",
            Some("production"),
            90,
        ),
        (
            24,
            "us-east / gateway",
            "https://us-east.gw.acme.example/",
            Some("production"),
            130,
        ),
        (
            25,
            "us-east / images",
            "https://us-east.img.acme.example/",
            Some("staging"),
            210,
        ),
    ];
    let region = |(id, name, url, environment, base): (i64, &str, &str, Option<&'static str>, i64)| Sketch {
        environment,
        ..sketch(id, Kind::Get, name, url, Some(2)).course(Course::new(
            base,
            &[(rare(20, 3 * MINUTE, 2 * HOUR), Some(id % 3)), (blips(), Some(1))],
        ))
    };
    rows.into_iter().map(region).collect()
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

/// A single failed check now and then.
fn blips() -> When {
    When::Sometimes {
        every: 8 * HOUR,
        percent: 40,
        least: MINUTE,
        most: MINUTE + SECOND,
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
