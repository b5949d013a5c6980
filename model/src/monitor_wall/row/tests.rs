use super::{CELLS, Target, WallRow};
use crate::chart::CellKind;
use crate::monitor_wall::Health;
use crate::monitor_wall::view::tests::monitor;
use crate::uptime::Reason;

#[test]
fn the_newest_check_is_at_the_right_and_missing_ones_at_the_left() {
    let row = WallRow::of(&monitor(
        r#""isUp":false,"checks":[
        {"isUp":false,"startCheck":"2026-11-23T08:02:00Z","reason":1},
        {"isUp":true,"startCheck":"2026-11-23T08:01:00Z","reason":null},
        {"isUp":true,"startCheck":"2026-11-23T08:00:00Z","reason":null}]"#,
    ));
    let kinds: Vec<CellKind> = row.cells().iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds.len(), CELLS);
    assert_eq!(
        kinds.get(56..),
        Some(&[CellKind::None, CellKind::Up, CellKind::Up, CellKind::Down][..])
    );
    assert_eq!(row.check_of_cell(56), None);
    assert_eq!(row.check_of_cell(59), row.checks.last());
    assert!(row.check_of_cell(59).is_some_and(|check| !check.is_up));
    assert_eq!(row.check_of_cell(60), None);
    let seen = row.seen.expect("checks");
    assert_eq!((seen.up, seen.all, seen.to.0 - seen.from.0), (2, 3, 120_000));
    assert_eq!(row.reason, Some(Reason::Timeout));
}

#[test]
fn without_checks_nothing_is_claimed() {
    let row = WallRow::of(&monitor(r#""isUp":null"#));
    assert_eq!(
        (row.health, row.seen, row.share(), row.response_ms),
        (Health::Unknown, None, None, None)
    );
    assert!(row.cells().iter().all(|cell| cell.kind == CellKind::None));
}

#[test]
fn a_reason_belongs_to_what_is_down() {
    let row = WallRow::of(&monitor(
        r#""isUp":true,"checks":[{"isUp":false,"startCheck":"2026-11-23T08:02:00Z","reason":1}]"#,
    ));
    assert_eq!(row.reason, None);
}

#[test]
fn only_safe_addresses_are_links() {
    let target = |more: &str| WallRow::of(&monitor(more)).target;
    assert!(matches!(
        target(r#""url":"https://shop.example/health""#),
        Target::Link(_)
    ));
    assert!(matches!(target(r#""url":"javascript:alert(1)""#), Target::Text(_)));
    assert!(matches!(
        target(r#""monitorType":"TCP Port","url":"https://shop.example:443""#),
        Target::Text(_)
    ));
    assert_eq!(target(r#""monitorType":"Heartbeat","url":"""#), Target::Heartbeat);
}

#[test]
fn names_hide_nothing_and_are_never_empty() {
    assert_eq!(WallRow::of(&monitor(r#""name":"  ""#)).name, "Monitor 7");
    assert_eq!(WallRow::of(&monitor(r#""name":"a\u202eb""#)).name, "a⟨U+202E⟩b");
}

#[test]
fn response_times_come_with_the_monitor_s_own_answer() {
    let listed = WallRow::of(&monitor(
        r#""isUp":true,"checks":[{"isUp":true,"startCheck":"2026-11-23T08:02:00Z","reason":null}]"#,
    ));
    assert_eq!(listed.response_ms, None);
    let detail = monitor(
        r#""isUp":true,"checks":[{"isUp":true,"startCheck":"2026-11-23T08:02:00Z","reason":null,"responseTime":41}]"#,
    );
    let fuller = listed.with_checks(&detail);
    assert_eq!(
        (fuller.response_ms, fuller.cells().last().map(|cell| cell.height)),
        (Some(41), Some(100))
    );
}
