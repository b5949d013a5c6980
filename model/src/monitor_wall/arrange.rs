//! Rows in groups and order.

use super::health::Health;
use super::prefix::{compare_names, prefix};
use super::row::WallRow;
use super::view::{GroupBy, SortBy};
use crate::id::MonitorId;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows that belong together, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What tells it from the others.
    pub key: String,
    /// What it is called; empty when there is only one for all.
    pub label: String,
    /// Its rows.
    pub rows: Vec<MonitorId>,
}

/// Puts all rows into groups: by name, those with something down first when the order is by status, and what belongs to no
/// group last. Within a group the rows are in order.
pub fn arrange(rows: &[Arc<WallRow>], group: GroupBy, sort: SortBy) -> Vec<Group> {
    let mut sorted: Vec<&WallRow> = rows.iter().map(Arc::as_ref).collect();
    sorted.sort_by(|one, other| compare(one, other, sort));
    let labels = Labels::of(rows, group);
    // Keys are in small letters, so that the same word is the same group however it is written.
    let mut groups: BTreeMap<(bool, String), (String, Health, Vec<MonitorId>)> = BTreeMap::new();
    for row in sorted {
        let label = labels.label(row);
        let is_rest = label.is_none();
        let label = label.unwrap_or(labels.rest);
        let key = if is_rest { String::new() } else { label.to_lowercase() };
        let (_, worst, ids) = groups
            .entry((is_rest, key))
            .or_insert_with(|| (label.to_owned(), Health::Up, Vec::new()));
        *worst = row.health.min(*worst);
        ids.push(row.id);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(
        |((is_rest, key), (_, worst, _)), ((other_is_rest, other_key), (_, other_worst, _))| {
            let by_status = match sort {
                SortBy::Status => (*worst != Health::Down).cmp(&(*other_worst != Health::Down)),
                _ => Ordering::Equal,
            };
            by_status
                .then(is_rest.cmp(other_is_rest))
                .then_with(|| compare_names(key, other_key))
        },
    );
    groups
        .into_iter()
        .map(|((is_rest, key), (label, _, rows))| Group {
            key: if is_rest {
                "rest".to_owned()
            } else {
                format!("of {key}")
            },
            label,
            rows,
        })
        .collect()
}

/// How groups are called.
struct Labels {
    by: GroupBy,
    /// The beginnings that more than one name has, in small letters.
    shared: Vec<String>,
    /// What those are called that belong to none.
    rest: &'static str,
}

impl Labels {
    fn of(rows: &[Arc<WallRow>], by: GroupBy) -> Self {
        let shared = if by == GroupBy::Prefix {
            shared_prefixes(rows)
        } else {
            Vec::new()
        };
        let rest = match by {
            GroupBy::None => "",
            GroupBy::Project => "No project",
            GroupBy::Environment => "No environment",
            GroupBy::Prefix => "Other names",
        };
        Self { by, shared, rest }
    }

    fn label<'a>(&self, row: &'a WallRow) -> Option<&'a str> {
        match self.by {
            GroupBy::None => None,
            GroupBy::Project => row.project.as_deref().filter(|name| !name.is_empty()),
            GroupBy::Environment => row.environment.as_deref().filter(|name| !name.is_empty()),
            GroupBy::Prefix => {
                let prefix = prefix(&row.name);
                self.shared.binary_search(&prefix.to_lowercase()).ok().map(|_| prefix)
            }
        }
    }
}

fn shared_prefixes(rows: &[Arc<WallRow>]) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().map(|row| prefix(&row.name).to_lowercase()).collect();
    all.sort_unstable();
    let mut shared: Vec<String> = all
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] if one == other => Some(one.clone()),
            _ => None,
        })
        .collect();
    shared.dedup();
    shared
}

fn compare(one: &WallRow, other: &WallRow, sort: SortBy) -> Ordering {
    let by_choice = match sort {
        SortBy::Name => Ordering::Equal,
        // What is down longest has waited longest; what is up says most when it came up lately.
        SortBy::Status => one.health.cmp(&other.health).then_with(|| match one.health {
            Health::Down => since(one).cmp(&since(other)),
            Health::Unknown | Health::Up => Ordering::Equal,
        }),
        SortBy::Since => Reverse(one.since).cmp(&Reverse(other.since)),
        SortBy::Uptime => last_if_none(one.share(), other.share(), f64::total_cmp),
        SortBy::Response => last_if_none(one.response_ms, other.response_ms, |one, other| other.cmp(one)),
    };
    by_choice
        .then_with(|| compare_names(&one.name_key, &other.name_key))
        .then_with(|| one.id.cmp(&other.id))
}

/// What is down since nobody knows when comes last of its kind.
fn since(row: &WallRow) -> i64 {
    row.since.map_or(i64::MAX, |since| since.0)
}

fn last_if_none<T>(one: Option<T>, other: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => compare(&one, &other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use super::arrange;
    use crate::monitor_wall::row::WallRow;
    use crate::monitor_wall::view::tests::monitor;
    use crate::monitor_wall::view::{GroupBy, SortBy};
    use std::sync::Arc;

    fn rows(all: &[&str]) -> Vec<Arc<WallRow>> {
        all.iter()
            .enumerate()
            .map(|(at, more)| Arc::new(WallRow::of(&monitor(&format!(r#""id":{at},{more}"#)))))
            .collect()
    }

    fn order(rows: &[Arc<WallRow>], sort: SortBy) -> Vec<i64> {
        arrange(rows, GroupBy::None, sort)
            .into_iter()
            .flat_map(|group| group.rows)
            .map(|id| id.0)
            .collect()
    }

    fn labels(rows: &[Arc<WallRow>], group: GroupBy, sort: SortBy) -> Vec<(String, Vec<i64>)> {
        arrange(rows, group, sort)
            .into_iter()
            .map(|group| (group.label, group.rows.iter().map(|id| id.0).collect()))
            .collect()
    }

    #[test]
    fn what_is_down_longest_comes_first_and_what_is_up_last() {
        let rows = rows(&[
            r#""name":"b","isUp":true,"lastChange":"2026-11-23T08:00:00Z""#,
            r#""name":"c","isUp":null"#,
            r#""name":"d","isUp":false,"lastChange":"2026-11-23T08:00:00Z""#,
            r#""name":"e","isUp":false,"lastChange":"2026-11-22T08:00:00Z""#,
            r#""name":"a","isUp":true,"lastChange":"2026-11-20T08:00:00Z""#,
        ]);
        assert_eq!(order(&rows, SortBy::Status), [3, 2, 1, 4, 0]);
        assert_eq!(order(&rows, SortBy::Name), [4, 0, 1, 2, 3]);
        assert_eq!(order(&rows, SortBy::Since), [0, 2, 3, 4, 1]);
    }

    #[test]
    fn what_is_not_known_comes_last() {
        let check = |is_up: bool, ms: &str| {
            format!(
                r#""isUp":true,"checks":[{{"isUp":{is_up},"startCheck":"2026-11-23T08:00:00Z","responseTime":{ms}}}]"#
            )
        };
        let (good, slow, bad) = (check(true, "9"), check(true, "900"), check(false, "null"));
        let rows = rows(&[r#""isUp":null"#, &good, &slow, &bad]);
        assert_eq!(order(&rows, SortBy::Response), [2, 1, 0, 3]);
        assert_eq!(order(&rows, SortBy::Uptime), [3, 1, 2, 0]);
    }

    #[test]
    fn rows_are_grouped_by_what_they_have() {
        let rows = rows(&[
            r#""name":"shop: API","isUp":true,"projectName":"Shop","envName":"live""#,
            r#""name":"SHOP: web","isUp":true,"projectName":"Web""#,
            r#""name":"login","isUp":false"#,
            r#""name":"search","isUp":true,"projectName":"shop""#,
        ]);
        assert_eq!(
            labels(&rows, GroupBy::None, SortBy::Name),
            [(String::new(), vec![2, 3, 0, 1])]
        );
        assert_eq!(
            labels(&rows, GroupBy::Project, SortBy::Name),
            [
                ("shop".to_owned(), vec![3, 0]),
                ("Web".to_owned(), vec![1]),
                ("No project".to_owned(), vec![2])
            ]
        );
        assert_eq!(
            labels(&rows, GroupBy::Environment, SortBy::Name),
            [
                ("live".to_owned(), vec![0]),
                ("No environment".to_owned(), vec![2, 3, 1])
            ]
        );
        assert_eq!(
            labels(&rows, GroupBy::Prefix, SortBy::Name),
            [("shop".to_owned(), vec![0, 1]), ("Other names".to_owned(), vec![2, 3])]
        );
        // What needs attention comes first.
        assert_eq!(
            labels(&rows, GroupBy::Prefix, SortBy::Status),
            [("Other names".to_owned(), vec![2, 3]), ("shop".to_owned(), vec![0, 1])]
        );
    }

    #[test]
    fn every_row_is_in_one_group() {
        let names: Vec<String> = crate::testing::texts(90)
            .map(|name| format!(r#""name":{}"#, serde_json::to_string(&name).expect("text")))
            .collect();
        let rows = rows(&names.iter().map(String::as_str).collect::<Vec<_>>());
        for group in GroupBy::ALL {
            for sort in SortBy::ALL {
                let groups = arrange(&rows, group, sort);
                let mut ids: Vec<i64> = groups.iter().flat_map(|group| &group.rows).map(|id| id.0).collect();
                ids.sort_unstable();
                assert_eq!(ids, (0..90).collect::<Vec<i64>>());
                let mut keys: Vec<&str> = groups.iter().map(|group| group.key.as_str()).collect();
                keys.sort_unstable();
                keys.dedup();
                assert_eq!(keys.len(), groups.len());
            }
        }
    }
}
