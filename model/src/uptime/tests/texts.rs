//! Percentages, lengths, reasons, cursors and exports.

use super::given::{HOUR, MINUTE, at, down, failed, in_berlin, up};
use crate::testing::texts;
use crate::timestamp::Timestamp;
use crate::uptime::{
    Ask, Knowledge, Ledger, Reason, Source, Target, cursor_before, cursor_oldest, cursor_time, duration_text,
    months_csv, months_markdown, outages_csv, outages_markdown, percent_text, reason_text,
};

#[test]
fn percentages_are_never_rounded_up() {
    for (up, down, want) in [
        (0, 0, "unknown"),
        (5, 0, "100%"),
        (0, 5, "0%"),
        (1, 1, "50.00%"),
        (2, 1, "66.66%"),
        (995, 5, "99.50%"),
        (9995, 5, "99.95%"),
        (99_949, 51, "99.94%"),
        (999_996, 4, "99.9996%"),
        (99_999_999, 1, "99.999999%"),
        (i64::MAX, 1, "99.999999%"),
        (1, 9999, "0.01%"),
        (1, 10_000, "<0.01%"),
        (1, i64::MAX, "<0.01%"),
        (-7, -7, "unknown"),
    ] {
        assert_eq!(percent_text(up, down), want, "{up} {down}");
    }
}

#[test]
fn lengths_are_told_in_two_units() {
    for (length, want) in [
        (i64::MIN, "0 s"),
        (0, "0 s"),
        (1, "1 ms"),
        (999, "999 ms"),
        (45_999, "45 s"),
        (MINUTE, "1 min"),
        (MINUTE + 5000, "1 min 5 s"),
        (3 * HOUR + 12 * MINUTE + 59_999, "3 h 12 min"),
        (52 * HOUR, "2 d 4 h"),
        (48 * HOUR + 59 * MINUTE, "2 d"),
        (400 * 24 * HOUR, "400 d"),
    ] {
        assert_eq!(duration_text(length), want, "{length}");
    }
}

#[test]
fn reasons_are_those_of_the_server() {
    for (code, want) in [
        (0, "Unknown"),
        (1, "Timeout"),
        (2, "Wrong status code"),
        (3, "Expected response not found"),
        (4, "SSL error"),
        (5, "Network error"),
        (6, "Unknown"),
        (-1, "Unknown"),
    ] {
        assert_eq!(reason_text(Some(Reason::from_code(code)), Source::Other), want);
    }
    assert_eq!(reason_text(None, Source::Heartbeat), "Request not received");
    assert_eq!(reason_text(None, Source::Ssl), "This server has no SSL check");
    assert_eq!(reason_text(None, Source::Other), "Unknown");
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(i64::from(reason.code())), reason);
    }
}

#[test]
fn cursors_are_spelled_like_the_servers() {
    let recorded = "cD0yMDI2LTExLTIzKzA2JTNBNDQlM0E0Ni4xMjM4OTAlMkIwMCUzQTAw";
    let time = Timestamp::parse("2026-11-23T06:44:46.123Z").expect("a time");
    assert_eq!(cursor_time(recorded), Some(time));
    let recorded_previous = "cj0xJnA9MjAyNi0xMS0yMyswOCUzQTI2JTNBMDQuMjUwOTExJTJCMDAlM0EwMA==";
    assert_eq!(
        cursor_time(recorded_previous).map(Timestamp::to_iso).as_deref(),
        Some("2026-11-23T08:26:04.250Z")
    );
    let whole = Timestamp::parse("2026-11-23T06:44:46Z").expect("a time");
    assert_eq!(cursor_time(&cursor_before(whole)), Some(whole));
    assert_eq!(cursor_time(&cursor_oldest()), Some(Timestamp(0)));
    assert_eq!(Ask::Newest.cursor(), None);
    assert_eq!(Ask::Before(whole).cursor(), Some(cursor_before(whole)));
    assert_eq!(Ask::Oldest.cursor(), Some(cursor_oldest()));
    for text in texts(2000) {
        let _ = cursor_time(&text);
    }
}

fn ledger() -> Ledger {
    let checks = [
        failed(0, None),
        up(90),
        down(200),
        up(230),
        failed(990, Some(Reason::Ssl)),
    ];
    Ledger::new(&checks, &Knowledge::since(at(0), at(1000)), at(1000))
}

#[test]
fn outages_are_taken_away_as_csv() {
    assert_eq!(
        outages_csv(ledger().outages(), Source::Heartbeat),
        "start,end,length_seconds,state,start_seen,reason\r\n\
         2026-11-23T00:00:00.000Z,2026-11-23T01:30:00.000Z,5400,over,no,Request not received\r\n\
         2026-11-23T03:20:00.000Z,2026-11-23T03:50:00.000Z,1800,over,yes,Timeout\r\n\
         2026-11-23T16:30:00.000Z,,600,still down,yes,SSL error\r\n"
    );
}

#[test]
fn outages_are_taken_away_as_markdown() {
    let shown = |time: Timestamp| time.to_iso().get(11..16).unwrap_or_default().to_owned();
    assert_eq!(
        outages_markdown("a | [b](x)\n# c", ledger().outages(), Source::Other, &shown),
        "**a \\| \\[b\\](x) # c**: 3 outages\n\n| Start | End | Length | Reason |\n| --- | --- | --- | --- |\n\
         | before 00:00 | 01:30 | at least 1 h 30 min | Unknown |\n\
         | 03:20 | 03:50 | 30 min | Timeout |\n\
         | 16:30 | still down | 10 min | SSL error |\n"
    );
    assert_eq!(outages_markdown("x", &[], Source::Other, &shown), "**x**: 0 outages\n");
}

#[test]
fn months_are_taken_away() {
    let months = in_berlin(|zone| ledger().months(Target::default(), zone, 3));
    let csv = months_csv(&months, Target::default());
    assert!(
        csv.ends_with("\r\n2026-11,87.00%,99.9,Missed,52200,7800,1904400,3,2592,0,5208\r\n"),
        "{csv}"
    );
    let markdown = months_markdown("x", &months, Target::default());
    assert!(
        markdown.ends_with(
            "| November 2026 (so far) | 87.00% | Missed | 2 h 10 min | 43 min 12 s | 1 h 26 min over | 22 d 1 h | 3 |\n"
        ),
        "{markdown}"
    );
}
