//! How many events came in, by the hour: `GET /api/0/organizations/{organization}/stats_v2/`.

use crate::id::ProjectId;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is counted: the name of the only series that is asked for.
const FIELD: &str = "sum(quantity)";

/// Counts, as the server sends them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventCounts {
    /// Where each interval begins. The last begin after what was asked for: the server rounds up.
    #[serde(default)]
    pub intervals: Vec<Timestamp>,
    /// One group; none where nothing matches.
    #[serde(default)]
    pub groups: Vec<EventCountGroup>,
}

/// Series of one group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventCountGroup {
    /// By the field that was asked for, a number for each interval; null where the server has none.
    #[serde(default)]
    pub series: BTreeMap<String, Vec<Option<u64>>>,
}

impl EventCounts {
    /// How many there were in each interval, all groups together.
    pub fn counts(&self) -> Vec<(Timestamp, u64)> {
        let mut counts: Vec<(Timestamp, u64)> = self.intervals.iter().map(|at| (*at, 0)).collect();
        for series in self.groups.iter().filter_map(|group| group.series.get(FIELD)) {
            for ((_, sum), count) in counts.iter_mut().zip(series) {
                *sum = sum.saturating_add(count.unwrap_or_default());
            }
        }
        counts
    }

    /// How many there were in all.
    pub fn total(&self) -> u64 {
        self.counts()
            .iter()
            .fold(0, |total, (_, count)| total.saturating_add(*count))
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventCategory {
    /// Events of issues.
    #[default]
    Error,
    /// Transactions.
    Transaction,
}

/// Which counts are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventCountsQuery {
    /// What is counted.
    pub category: EventCategory,
    /// Where the first hour begins.
    pub start: Timestamp,
    /// Where the last ends. The server refuses more than 1 000 hours.
    pub end: Timestamp,
    /// Of which projects; all of the organization's when none is named.
    pub projects: Vec<ProjectId>,
}

impl EventCountsQuery {
    /// The query, always by the hour: by the day, servers count only the first hour of each
    /// (`contract/server-notes.md`, section 8).
    pub fn pairs(&self) -> Vec<(String, String)> {
        let category = match self.category {
            EventCategory::Error => "error",
            EventCategory::Transaction => "transaction",
        };
        let (start, end) = (self.start.to_iso(), self.end.to_iso());
        let fixed = [
            ("category", category),
            ("start", &start),
            ("end", &end),
            ("interval", "1h"),
            ("field", FIELD),
        ];
        let fixed = fixed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let projects = self.projects.iter().map(|id| ("project".to_owned(), id.to_string()));
        fixed.into_iter().chain(projects).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{EventCounts, EventCountsQuery};
    use crate::encode::encode_query;
    use crate::id::ProjectId;
    use crate::timestamp::Timestamp;

    #[test]
    fn nulls_count_as_nothing_and_groups_are_added_up() {
        let text = r#"{"intervals": ["2026-11-22T08:00:00+00:00", "2026-11-22T09:00:00+00:00"],
            "groups": [{"series": {"sum(quantity)": [29, null]}}, {"series": {"sum(quantity)": [1]}}]}"#;
        let counts: EventCounts = serde_json::from_str(text).expect("counts");
        let eight = Timestamp::parse("2026-11-22T08:00:00Z").expect("a time");
        assert_eq!(counts.counts(), [(eight, 30), (Timestamp(eight.0 + 3_600_000), 0)]);
        assert_eq!(counts.total(), 30);
        assert_eq!(EventCounts::default().total(), 0);
    }

    #[test]
    fn hours_are_asked_for() {
        let query = EventCountsQuery {
            end: Timestamp(3_600_000),
            projects: vec![ProjectId::from("1"), ProjectId::from("22")],
            ..EventCountsQuery::default()
        };
        assert_eq!(
            encode_query(&query.pairs()),
            "category=error&start=1970-01-01T00%3A00%3A00.000Z&end=1970-01-01T01%3A00%3A00.000Z&interval=1h\
             &field=sum%28quantity%29&project=1&project=22"
        );
    }
}
