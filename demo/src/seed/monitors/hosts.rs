//! What happens to the services that visitors watch, told by the host's name.

use super::Kind;
use super::course::{ALWAYS, Course, MINUTE, When};

/// The start of a host's name and why the service behind it is down.
const DOWN: &[(&str, i64)] = &[
    ("unknown.", 0),
    ("timeout.", 1),
    ("wrong-status.", 2),
    ("wrong-body.", 3),
    ("self-signed.", 4),
    ("down.", 5),
];

/// The course of a service at this address. A heartbeat is down unless somebody calls it.
pub fn course_of(kind: Kind, url: &str) -> Course {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let always = When::From(ALWAYS);
    if kind == Kind::Heartbeat {
        return Course::new(0, &[(always, None)]);
    }
    if let Some((_, reason)) = DOWN.iter().find(|(start, _)| rest.starts_with(start)) {
        return Course::new(60, &[(always, Some(*reason))]);
    }
    if rest.starts_with("flapping.") {
        let every = 4 * MINUTE;
        return Course::new(
            60,
            &[(
                When::Cycle {
                    every,
                    lasts: every / 2,
                },
                Some(2),
            )],
        );
    }
    Course::new(if rest.starts_with("slow.") { 3000 } else { 60 }, &[])
}

#[cfg(test)]
mod tests {
    use super::course_of;
    use crate::seed::monitors::Kind;

    #[test]
    fn the_host_says_what_happens() {
        for (kind, url, want) in [
            (Kind::Get, "https://example.com/down.", None),
            (Kind::Get, "https://down.example.com/", Some(Some(5))),
            (Kind::Port, "timeout.example.com:443", Some(Some(1))),
            (Kind::Heartbeat, "", Some(None)),
        ] {
            assert_eq!(course_of(kind, url).trouble(1, 0), want, "{url}");
        }
    }
}
