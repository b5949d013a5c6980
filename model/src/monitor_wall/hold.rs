//! Rows that stay where they are although their order has changed: nothing moves under a pointer.

use super::arrange::Group;
use crate::id::MonitorId;
use std::collections::BTreeMap;

/// The rows and groups of `now`, where they were `before` as far as they were there; what is new comes last in its group, and
/// new groups after the others.
pub fn hold(before: &[Group], now: &[Group]) -> Vec<Group> {
    let places: BTreeMap<MonitorId, usize> = before
        .iter()
        .flat_map(|group| &group.rows)
        .enumerate()
        .map(|(place, id)| (*id, place))
        .collect();
    let group_places: BTreeMap<&str, usize> = before
        .iter()
        .enumerate()
        .map(|(place, group)| (group.key.as_str(), place))
        .collect();
    let mut held: Vec<Group> = now
        .iter()
        .map(|group| {
            let mut group = group.clone();
            // Sorting is stable: what has no place stays behind what has one, in its own order.
            group
                .rows
                .sort_by_key(|id| places.get(id).copied().unwrap_or(usize::MAX));
            group
        })
        .collect();
    held.sort_by_key(|group| group_places.get(group.key.as_str()).copied().unwrap_or(usize::MAX));
    held
}

#[cfg(test)]
mod tests {
    use super::hold;
    use crate::id::MonitorId;
    use crate::monitor_wall::arrange::Group;

    fn groups(all: &[(&str, &[i64])]) -> Vec<Group> {
        all.iter()
            .map(|(key, ids)| Group {
                key: (*key).to_owned(),
                label: (*key).to_uppercase(),
                rows: ids.iter().map(|id| MonitorId(*id)).collect(),
            })
            .collect()
    }

    #[test]
    fn rows_stay_new_ones_come_last_and_gone_ones_go() {
        let before = groups(&[("a", &[1, 2, 3]), ("b", &[4])]);
        let now = groups(&[("c", &[9]), ("b", &[7, 4, 2]), ("a", &[8, 3, 1])]);
        assert_eq!(
            hold(&before, &now),
            groups(&[("a", &[1, 3, 8]), ("b", &[2, 4, 7]), ("c", &[9])])
        );
    }

    #[test]
    fn without_a_before_it_is_now() {
        let now = groups(&[("b", &[3, 1]), ("a", &[2])]);
        assert_eq!(hold(&[], &now), now);
        assert_eq!(hold(&now, &now), now);
    }
}
