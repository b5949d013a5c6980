//! The monitors that the recorded server has, with the same names and numbers.

use super::{Sketch, rare, sketch};
use crate::seed::monitors::Kind;
use crate::seed::monitors::course::{ALWAYS, Course, DAY, HOUR, MINUTE, When};

/// Numbers 1 to 14.
pub fn build() -> Vec<Sketch> {
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
