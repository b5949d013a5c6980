//! The monitors with something to find in a longer record, and those with odd names.

use super::{Sketch, rare, sketch};
use crate::seed::monitors::Kind;
use crate::seed::monitors::course::{ALWAYS, Course, DAY, HOUR, MINUTE, Pace, SECOND, When};

/// A name that tries to be markup, turns the direction of the text, and stacks marks.
const HOSTILE_NAME: &str = "<img src=x onerror=alert(1)> \u{202e}gnihtyreve si siht\u{202c} \u{2066}a\u{300}\u{301}\u{302}\u{303}\u{2069} {{7*7}} & \"quotes\"";

/// Numbers 15 to 21.
pub fn build() -> Vec<Sketch> {
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

/// Numbers 22 to 25: the same services in several regions, with names that begin alike.
pub fn regions() -> Vec<Sketch> {
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
