//! What rows say, in words.

use super::health::Health;
use super::row::{Seen, WallRow};
use crate::relative_time::compact;
use crate::text::counted;
use crate::timestamp::Timestamp;
use crate::uptime::{Reason, Source, duration_text, percent_text, reason_text};
use crate::wire::monitor::{MonitorCheck, MonitorType};

/// What a check found: `up, 41 ms`, `down, timeout, 20 s`. The time it took is left out where the server does not say it.
pub fn check_words(check: &MonitorCheck, kind: MonitorType) -> String {
    let mut words = if check.is_up {
        "up".to_owned()
    } else {
        match check.reason {
            Some(Reason::Unknown) => "down, the server does not say why".to_owned(),
            reason => format!("down, {}", lower_first(reason_text(reason, Source::from(kind)))),
        }
    };
    if let Some(ms) = check.response_time.ms() {
        words.push_str(&format!(", {}", length_text(ms)));
    }
    words
}

/// A small letter at the beginning, unless the word is all capitals.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Milliseconds for a column: `41 ms`, `2.5 s`.
pub fn length_text(ms: i64) -> String {
    match ms {
        0 => "0 ms".to_owned(),
        1000..60_000 => format!("{}.{} s", ms / 1000, ms % 1000 / 100),
        _ => duration_text(ms),
    }
}

/// For how long a monitor is as it is: `for 14 min`, `for 3 d`, `just now`.
pub fn for_text(since: Timestamp, now_ms: i64) -> String {
    match since.0.min(now_ms) {
        // The server's clock is not the reader's.
        since if now_ms - since < 60_000 => "just now".to_owned(),
        since => format!("for {}", compact(since, now_ms)),
    }
}

/// Why a monitor is down: `timeout`; none when it is not, and when the server does not say.
pub fn down_reason(row: &WallRow) -> Option<String> {
    if row.health != Health::Down {
        return None;
    }
    let source = Source::from(row.kind);
    let is_said = match row.reason {
        Some(reason) => reason != Reason::Unknown,
        None => source != Source::Other,
    };
    is_said.then(|| lower_first(reason_text(row.reason, source)))
}

/// The share of the checks that are shown, and which they are: `98.33%` and `60 checks in 59 min`.
pub fn seen_text(seen: Seen) -> (String, String) {
    let down = seen.all.saturating_sub(seen.up);
    let share = percent_text(seen.up as i64, down as i64);
    let checks = counted(seen.all as u64, "check", "checks");
    let length_ms = seen.to.0.saturating_sub(seen.from.0);
    let window = match length_ms {
        ..1000 => checks,
        // A few seconds more or less are of no matter.
        120_000.. => format!("{checks} in {}", duration_text((length_ms + 30_000) / 60_000 * 60_000)),
        _ => format!("{checks} in {}", duration_text(length_ms)),
    };
    (share, window)
}

#[cfg(test)]
mod tests {
    use super::{check_words, down_reason, for_text, length_text, seen_text};
    use crate::monitor_wall::row::WallRow;
    use crate::monitor_wall::view::tests::monitor;
    use crate::timestamp::Timestamp;
    use crate::wire::monitor::MonitorType;

    fn words(check: &str, kind: MonitorType) -> String {
        let text = format!(r#"{{"startCheck":"2026-11-23T08:00:00Z",{check}}}"#);
        check_words(&serde_json::from_str(&text).expect("a check"), kind)
    }

    #[test]
    fn a_check_says_result_reason_and_duration() {
        for (check, kind, expected) in [
            (
                r#""isUp":true,"reason":null,"responseTime":41"#,
                MonitorType::Get,
                "up, 41 ms",
            ),
            (r#""isUp":true,"reason":null"#, MonitorType::Get, "up"),
            (r#""isUp":true,"responseTime":2560"#, MonitorType::Get, "up, 2.5 s"),
            (
                r#""isUp":false,"reason":1,"responseTime":null"#,
                MonitorType::Ping,
                "down, timeout",
            ),
            (r#""isUp":false,"reason":4"#, MonitorType::Get, "down, SSL error"),
            (
                r#""isUp":false,"reason":0"#,
                MonitorType::Port,
                "down, the server does not say why",
            ),
            (
                r#""isUp":false,"reason":null"#,
                MonitorType::Heartbeat,
                "down, request not received",
            ),
        ] {
            assert_eq!(words(check, kind), expected);
        }
    }

    #[test]
    fn a_row_says_why_it_is_down() {
        let text = |more: &str| down_reason(&WallRow::of(&monitor(more)));
        let down = |reason: &str| {
            format!(r#""isUp":false,"checks":[{{"isUp":false,"startCheck":"2026-11-23T08:00:00Z","reason":{reason}}}]"#)
        };
        assert_eq!(text(&down("1")).as_deref(), Some("timeout"));
        assert_eq!(text(&down("0")), None);
        assert_eq!(text(&down("null")), None);
        assert_eq!(
            text(&format!(r#""monitorType":"Heartbeat",{}"#, down("null"))).as_deref(),
            Some("request not received")
        );
        assert_eq!(text(r#""isUp":true"#), None);
        assert_eq!(text(r#""isUp":null"#), None);
    }

    #[test]
    fn the_share_names_its_window() {
        let row = WallRow::of(&monitor(
            r#""checks":[{"isUp":true,"startCheck":"2026-11-23T08:00:00Z"},{"isUp":false,"startCheck":"2026-11-23T08:59:00Z"}]"#,
        ));
        let seen = row.seen.expect("checks");
        assert_eq!(seen_text(seen), ("50.00%".to_owned(), "2 checks in 59 min".to_owned()));
        let one = super::Seen {
            up: 1,
            all: 1,
            to: seen.from,
            ..seen
        };
        assert_eq!(seen_text(one), ("100%".to_owned(), "1 check".to_owned()));
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!(
            [0, 41, 999, 1000, 20_049, 61_000].map(length_text),
            ["0 ms", "41 ms", "999 ms", "1.0 s", "20.0 s", "1 min 1 s"]
        );
        assert_eq!(for_text(Timestamp(0), 14 * 60_000), "for 14 min");
        assert_eq!(for_text(Timestamp(0), 3 * 86_400_000), "for 3 d");
        assert_eq!(for_text(Timestamp(9_000), 0), "just now");
    }
}
