//! The figures of the home page: each is on its way, known, or not to be had, by itself.

use crate::id::{ProjectId, ProjectSlug};
use crate::link::Hits;
use crate::text::thousands;
use crate::timestamp::Timestamp;
use crate::trend::{Period, Trend, fill};
use crate::wire::event_counts::{EventCategory, EventCounts, EventCountsQuery};
use crate::wire::monitor::Monitor;
use crate::wire::release::Release;
use std::collections::BTreeMap;

/// An hour in milliseconds.
const HOUR_MS: i64 = 3_600_000;

/// Something to be found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure<T> {
    /// It is being asked for.
    #[default]
    Asked,
    /// Here it is.
    Known(T),
    /// It could not be found out.
    Unknown,
}

impl<T> Figure<T> {
    /// What came of asking.
    pub fn of<E>(outcome: Result<T, E>) -> Self {
        outcome.map_or(Self::Unknown, Self::Known)
    }

    /// Becomes the next one; what is known stays when the next is not. Whether it became it.
    pub fn follow(&mut self, next: Self) -> bool {
        let is_kept = matches!((&self, &next), (Self::Known(_), Self::Unknown));
        if !is_kept {
            *self = next;
        }
        !is_kept
    }

    /// It, when it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Asked | Self::Unknown => None,
        }
    }
}

/// The figures of a project alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectFigures {
    /// Issues that are neither resolved nor ignored, as far as the server counts.
    pub issues: Figure<Hits>,
    /// Errors of the last 24 hours, by the hour.
    pub errors: Figure<Trend>,
}

/// Which counts make the last 24 hours of a project: from a full hour on, as the bars begin.
pub fn counts_query(project: &ProjectId, now_ms: i64) -> EventCountsQuery {
    let this_hour = now_ms.div_euclid(HOUR_MS) * HOUR_MS;
    EventCountsQuery {
        category: EventCategory::Error,
        start: Timestamp(this_hour - 23 * HOUR_MS),
        end: Timestamp(now_ms),
        projects: vec![project.clone()],
    }
}

/// The bars of the last 24 hours.
pub fn day_of(counts: &EventCounts, now_ms: i64) -> Trend {
    let series: Vec<(i64, u64)> = counts
        .counts()
        .into_iter()
        .map(|(at, count)| (at.0.div_euclid(1000), count))
        .collect();
    fill(&series, Period::Day, now_ms)
}

/// How far monitors were counted: an organization with many sends them page by page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// More pages are on their way.
    #[default]
    Counting,
    /// All of them.
    Whole,
    /// A page did not come: what was counted until then stands, and may not be all.
    Broken,
}

/// How the monitors of a project are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonitorCount {
    /// How many are down.
    pub down: u64,
    /// How many there are.
    pub all: u64,
    /// Whether these are all.
    pub extent: Extent,
}

impl MonitorCount {
    /// How many are down, with a `+` while there may be more.
    pub fn down(self) -> Hits {
        Hits {
            count: self.down,
            capped: self.extent != Extent::Whole,
        }
    }

    /// That none is down, in words; none where that is not so, not known yet, or without monitors.
    pub fn calm(self) -> Option<String> {
        match self {
            Self { down: 1.., .. } => None,
            Self {
                extent: Extent::Counting,
                ..
            } => None,
            Self {
                extent: Extent::Broken, ..
            } => Some("Monitors: not all known".to_owned()),
            Self { all: 0, .. } => None,
            Self { all: 1, .. } => Some("Its monitor is not down".to_owned()),
            Self { all, .. } => Some(format!("None of {} monitors down", thousands(all))),
        }
    }
}

/// How the monitors of an organization's projects are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonitorCounts {
    of_projects: BTreeMap<ProjectId, MonitorCount>,
    of_none: MonitorCount,
    /// How far they were counted.
    pub extent: Extent,
}

impl MonitorCounts {
    /// Counts some more.
    pub fn add(&mut self, monitors: &[Monitor]) {
        for monitor in monitors {
            let count = match &monitor.project_id {
                Some(project) => self.of_projects.entry(project.clone()).or_default(),
                None => &mut self.of_none,
            };
            count.all += 1;
            count.down += u64::from(monitor.is_up == Some(false));
        }
    }

    /// Those of a project.
    pub fn of(&self, project: &ProjectId) -> MonitorCount {
        MonitorCount {
            extent: self.extent,
            ..self.of_projects.get(project).copied().unwrap_or_default()
        }
    }

    /// Those that belong to no project.
    pub fn of_none(&self) -> MonitorCount {
        MonitorCount {
            extent: self.extent,
            ..self.of_none
        }
    }
}

/// The newest release of each project, among those that were looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewestReleases(BTreeMap<ProjectSlug, (String, Timestamp)>);

impl NewestReleases {
    /// Of releases with the newest first.
    pub fn of(releases: &[Release]) -> Self {
        let mut newest = BTreeMap::new();
        for release in releases {
            for slug in release.projects.iter().filter_map(|project| project.slug.clone()) {
                newest
                    .entry(slug)
                    .or_insert_with(|| (release.version.clone(), release.date_created));
            }
        }
        Self(newest)
    }

    /// The version of a project's newest release, and when the server heard of it.
    pub fn get(&self, project: &ProjectSlug) -> Option<(&str, Timestamp)> {
        self.0.get(project).map(|(version, at)| (version.as_str(), *at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Figure, HOUR_MS, MonitorCounts, NewestReleases, counts_query, day_of};
    use crate::id::{ProjectId, ProjectSlug};
    use crate::timestamp::Timestamp;
    use crate::wire::event_counts::EventCounts;
    use crate::wire::monitor::Monitor;
    use crate::wire::release::Release;

    /// 2026-11-23T08:15:11.990Z
    const NOW: i64 = 1_795_421_711_990;

    #[test]
    fn a_day_is_24_hours_that_end_with_the_one_under_way() {
        let query = counts_query(&ProjectId::from("3"), NOW);
        assert_eq!(query.start.to_iso(), "2026-11-22T09:00:00.000Z");
        assert_eq!((query.end, query.projects.len()), (Timestamp(NOW), 1));
        // The server says one hour more than was asked for.
        let text = r#"{"intervals": ["2026-11-22T09:00:00+00:00", "2026-11-23T08:00:00+00:00", "2026-11-23T10:00:00+00:00"],
            "groups": [{"series": {"sum(quantity)": [29, 3, null]}}]}"#;
        let day = day_of(&serde_json::from_str::<EventCounts>(text).expect("counts"), NOW);
        assert_eq!((day.total, day.buckets.len()), (32, 24));
        assert_eq!((day.buckets[0].count, day.buckets[23].count), (29, 3));
        assert_eq!(query.start.0, day.buckets[0].start_ms);
        assert_eq!(day_of(&EventCounts::default(), NOW + HOUR_MS).total, 0);
    }

    #[test]
    fn monitors_are_counted_for_their_projects() {
        let monitor = |id: u32, project: &str, is_up: &str| {
            let text = format!(
                r#"{{"id": {id}, "projectID": {project}, "isUp": {is_up}, "monitorType": "GET", "interval": 60,
                "created": "2026-11-23T08:15:00.000Z"}}"#
            );
            serde_json::from_str::<Monitor>(&text).expect("a monitor")
        };
        let mut counts = MonitorCounts::default();
        counts.add(&[monitor(1, "\"7\"", "false"), monitor(2, "null", "false")]);
        counts.add(&[monitor(3, "\"7\"", "null"), monitor(4, "\"8\"", "true")]);
        let said = |counts: &MonitorCounts, id: &str| {
            let count = counts.of(&ProjectId::from(id));
            (count.down().label(), count.calm())
        };
        let words = |down: &str, calm: Option<&str>| (down.to_owned(), calm.map(str::to_owned));
        // More may come: nothing is called calm yet.
        assert_eq!(said(&counts, "7"), words("1+", None));
        assert_eq!(said(&counts, "8"), words("0+", None));
        counts.extent = Extent::Broken;
        assert_eq!(said(&counts, "7"), words("1+", None));
        assert_eq!(said(&counts, "9"), words("0+", Some("Monitors: not all known")));
        counts.extent = Extent::Whole;
        assert_eq!(said(&counts, "7"), words("1", None));
        assert_eq!(said(&counts, "8"), words("0", Some("Its monitor is not down")));
        assert_eq!(said(&counts, "9"), words("0", None));
        assert_eq!((counts.of_none().down, counts.of_none().all), (1, 1));
    }

    #[test]
    fn the_first_release_of_a_project_is_its_newest() {
        let release = |version: &str, slug: &str| {
            let text = format!(
                r#"{{"version": "{version}", "dateCreated": "2026-10-22T08:15:12.411Z", "projects": [{{"slug": "{slug}"}}]}}"#
            );
            serde_json::from_str::<Release>(&text).expect("a release")
        };
        let newest = NewestReleases::of(&[release("3", "shop"), release("2", "shop"), release("9", "web")]);
        let version = |slug: &str| newest.get(&ProjectSlug::from(slug)).map(|(version, _)| version);
        assert_eq!(
            (version("shop"), version("web"), version("jobs")),
            (Some("3"), Some("9"), None)
        );
    }

    #[test]
    fn what_could_not_be_asked_is_unknown() {
        assert_eq!(Figure::of(Ok::<_, ()>(3)).known(), Some(&3));
        assert_eq!(Figure::<u8>::of(Err(())), Figure::Unknown);
        assert_eq!(Figure::<u8>::default().known(), None);
        let mut figure = Figure::Asked;
        assert!(figure.follow(Figure::Unknown) && figure.follow(Figure::Known(1)));
        assert!(!figure.follow(Figure::Unknown) && figure == Figure::Known(1));
        assert!(figure.follow(Figure::Known(2)) && figure == Figure::Known(2));
    }
}
