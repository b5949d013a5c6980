//! Windows on the reader's calendar, and months against a target.

use super::given::{DAY, HOUR, MINUTE, in_berlin};
use crate::timestamp::Timestamp;
use crate::uptime::{Check, Knowledge, Ledger, Month, Span, Target, Verdict, Window};

fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

fn between(start: &str, end: &str) -> Span {
    Span::new(time(start), time(end))
}

#[test]
fn months_begin_at_the_readers_midnight() {
    in_berlin(|zone| {
        let now = time("2026-11-23T08:15:00Z");
        for (window, want) in [
            (Window::Day, between("2026-11-22T08:15:00Z", "2026-11-23T08:15:00Z")),
            (
                Window::ThisMonth,
                between("2026-10-31T23:00:00Z", "2026-11-23T08:15:00Z"),
            ),
            // With the hour that the clock was set back: 31 days and one hour.
            (
                Window::LastMonth,
                between("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"),
            ),
            (Window::NinetyDays, Span::last(90 * DAY, now)),
        ] {
            assert_eq!(window.span(now, zone), want, "{window:?}");
        }
        assert_eq!(Window::LastMonth.span(now, zone).len_ms(), 31 * DAY + HOUR);
        let new_year = Month::of((zone.local)(time("2026-12-31T23:30:00Z"))).expect("a month");
        assert_eq!(
            (new_year.label(), new_year.previous().label()),
            ("January 2027".into(), "December 2026".into())
        );
        assert_eq!(new_year.previous().next(), new_year);
    });
}

#[test]
fn windows_are_read_as_they_are_written() {
    let own = Window::Between(between("2026-11-01", "2026-11-02"));
    for window in Window::CHART.iter().chain(Window::LEDGER).chain([&own]) {
        assert_eq!(Window::parse(&window.word()), Some(*window), "{window:?}");
        assert!(!window.label().is_empty());
    }
    for word in [
        "",
        "2d",
        "..",
        "2026-11-01..",
        "2026-11-02..2026-11-01",
        "2026-11-01..2026-11-01",
    ] {
        assert_eq!(Window::parse(word), None, "{word}");
    }
}

#[test]
fn targets_are_read_exactly() {
    for (text, want) in [
        ("99.9", "99.9"),
        ("99,95 %", "99.95"),
        ("100", "100"),
        (" 99.9990%", "99.999"),
        ("0.5", "0.5"),
    ] {
        assert_eq!(
            Target::parse(text).map(|target| target.to_string()).as_deref(),
            Some(want),
            "{text}"
        );
    }
    for text in [
        "",
        "0",
        "100.1",
        "-1",
        "99.",
        ".9",
        "99.99999",
        "abc",
        "1e2",
        "99 9",
        "4294967296",
        "429497",
    ] {
        assert_eq!(Target::parse(text), None, "{text}");
    }
    let allowed = |text: &str| Target::parse(text).expect("a target").allowed_ms(30 * DAY);
    assert_eq!(allowed("99.9"), 2_592_000);
    assert_eq!((allowed("100"), allowed("99.9999")), (0, 2592));
    assert_eq!(Target::default().allowed_ms(-5), 0);
}

#[test]
fn months_are_held_against_the_target() {
    let check = |text: &str, is_up| Check {
        at: time(text),
        is_up,
        reason: None,
        response_ms: None,
    };
    let now = time("2026-11-23T08:00:00Z");
    let checks = [
        check("2026-07-20T00:00:00Z", true),
        check("2026-08-10T00:00:00Z", false),
        check("2026-08-10T00:44:38.400Z", true),
        check("2026-09-10T00:00:00Z", false),
        check("2026-09-10T01:00:00Z", true),
        check("2026-11-20T00:00:00Z", false),
        check("2026-11-20T00:10:00Z", true),
    ];
    let ledger = Ledger::new(&checks, &Knowledge::since(checks[0].at, now), now);
    in_berlin(|zone| {
        let rows = ledger.months(Target::default(), zone, 12);
        let told: Vec<_> = rows.iter().map(|row| (row.month.word(), row.verdict)).collect();
        assert_eq!(
            told,
            [
                ("2026-11".to_owned(), Verdict::OnTrack),
                ("2026-10".to_owned(), Verdict::Met),
                ("2026-09".to_owned(), Verdict::Missed),
                // To the millisecond what 99.9 % of 31 days leave.
                ("2026-08".to_owned(), Verdict::Met),
                ("2026-07".to_owned(), Verdict::MetWhereKnown),
            ]
        );
        let running = rows[0];
        assert!(running.is_running && !rows[1].is_running);
        assert_eq!(
            (running.allowed_ms, running.used_ms),
            (43 * MINUTE + 12_000, 10 * MINUTE)
        );
        assert_eq!(running.left_ms, 33 * MINUTE + 12_000);
        assert_eq!((rows[3].left_ms, rows[2].left_ms), (0, -(16 * MINUTE + 48_000)));
        assert_eq!(ledger.months(Target::default(), zone, 2).len(), 2);
        let stricter = Target::parse("99.95").expect("a target");
        assert_eq!(ledger.months(stricter, zone, 12)[3].verdict, Verdict::Missed);
        let empty = Ledger::new(&[], &Knowledge::default(), now);
        assert!(empty.months(Target::default(), zone, 12).is_empty());
    });
}

#[test]
fn a_month_in_a_gap_of_the_record_is_unknown() {
    let (early, late) = (between("2026-08-01", "2026-08-10"), between("2026-10-10", "2026-10-20"));
    let knowledge = Knowledge {
        known: [early, late].into_iter().collect(),
        ..Knowledge::default()
    };
    let up = |at| Check {
        at,
        is_up: true,
        reason: None,
        response_ms: None,
    };
    let ledger = Ledger::new(&[up(early.start), up(late.start)], &knowledge, late.end);
    let verdicts = in_berlin(|zone| {
        let rows = ledger.months(Target::default(), zone, 12);
        rows.iter().map(|row| row.verdict).collect::<Vec<_>>()
    });
    assert_eq!(verdicts, [Verdict::OnTrack, Verdict::Unknown, Verdict::MetWhereKnown]);
}
