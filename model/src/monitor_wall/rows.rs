//! The rows of all pages of the list, each monitor once.

use super::row::WallRow;
use crate::id::MonitorId;
use crate::wire::monitor::{Monitor, MonitorCheck, ResponseTime};
use std::sync::Arc;

/// Adds a page to rows that are ordered by number, and gives how many of its monitors were not among them. A monitor that
/// the server sends twice, because the list moved between two pages, counts as it was sent last. A row that is as it was
/// `before` stays the very same, and what was known there of how long checks took is kept.
pub fn add_page(rows: &mut Vec<Arc<WallRow>>, before: &[Arc<WallRow>], page: &[Monitor]) -> usize {
    let mut added = 0;
    for monitor in page {
        let row = match find(before, monitor.id) {
            Some(known) => renewed(known, WallRow::of(monitor)),
            None => Arc::new(WallRow::of(monitor)),
        };
        match rows.binary_search_by_key(&monitor.id, |row| row.id) {
            Ok(place) => {
                if let Some(there) = rows.get_mut(place) {
                    *there = row;
                }
            }
            Err(place) => {
                rows.insert(place, row);
                added += 1;
            }
        }
    }
    added
}

/// The row of a monitor, in rows that are ordered by number.
pub fn find(rows: &[Arc<WallRow>], id: MonitorId) -> Option<&Arc<WallRow>> {
    let place = rows.binary_search_by_key(&id, |row| row.id).ok()?;
    rows.get(place)
}

fn renewed(known: &Arc<WallRow>, mut row: WallRow) -> Arc<WallRow> {
    let time_of = |check: &MonitorCheck| {
        let place = known
            .checks
            .binary_search_by_key(&check.start_check, |known| known.start_check)
            .ok()?;
        known.checks.get(place).map(|known| known.response_time)
    };
    if row
        .checks
        .iter()
        .all(|check| check.response_time == ResponseTime::Unsaid)
    {
        row.set_checks(
            row.checks
                .iter()
                .map(|check| MonitorCheck {
                    response_time: time_of(check).unwrap_or_default(),
                    ..*check
                })
                .collect(),
        );
    }
    if **known == row {
        Arc::clone(known)
    } else {
        Arc::new(row)
    }
}

#[cfg(test)]
mod tests {
    use super::{add_page, find};
    use crate::id::MonitorId;
    use crate::monitor_wall::view::tests::monitor;
    use std::sync::Arc;

    fn checked(id: i64, time: &str, more: &str) -> crate::wire::monitor::Monitor {
        monitor(&format!(
            r#""id":{id},"isUp":true,"checks":[{{"isUp":true,"startCheck":"{time}"{more}}}]"#
        ))
    }

    #[test]
    fn pages_become_one_list_in_which_each_is_once() {
        let mut rows = Vec::new();
        assert_eq!(
            add_page(&mut rows, &[], &[monitor(r#""id":3"#), monitor(r#""id":1"#)]),
            2
        );
        let again = [monitor(r#""id":3,"isUp":false"#), monitor(r#""id":2"#)];
        assert_eq!(add_page(&mut rows, &[], &again), 1);
        assert_eq!(rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(find(&rows, MonitorId(3)).is_some_and(|row| row.health == super::super::Health::Down));
        assert!(find(&rows, MonitorId(4)).is_none());
    }

    #[test]
    fn what_did_not_change_stays_the_very_same() {
        let (mut before, mut rows) = (Vec::new(), Vec::new());
        add_page(&mut before, &[], &[monitor(r#""id":1"#), monitor(r#""id":2"#)]);
        add_page(
            &mut rows,
            &before,
            &[monitor(r#""id":1"#), monitor(r#""id":2,"isUp":true"#)],
        );
        let is_same = |id| match (find(&before, MonitorId(id)), find(&rows, MonitorId(id))) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        assert!(is_same(1));
        assert!(!is_same(2));
    }

    #[test]
    fn durations_that_were_told_are_kept_for_the_checks_they_belong_to() {
        let (mut before, mut rows) = (Vec::new(), Vec::new());
        let (early, late) = ("2026-11-23T08:00:00Z", "2026-11-23T08:01:00Z");
        add_page(
            &mut before,
            &[],
            &[
                checked(1, early, r#","responseTime":41"#),
                checked(2, early, r#","responseTime":7"#),
            ],
        );
        add_page(&mut rows, &before, &[checked(1, early, ""), checked(2, late, "")]);
        let last = |id| find(&rows, MonitorId(id)).and_then(|row| row.response_ms);
        assert_eq!((last(1), last(2)), (Some(41), None));
    }
}
