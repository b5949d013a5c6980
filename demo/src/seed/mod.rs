//! The data every world starts from: the same for the same start time, byte for byte.

mod ambient;
pub mod csp;
pub mod dice;
pub mod event;
pub mod event_id;
mod exception;
mod fill;
pub mod hostile;
pub mod issues;
pub mod organizations;
mod platform;
pub mod releases;
mod scene;
pub mod template;
mod twist;

use glint_model::timestamp::Timestamp;
use issues::{IssueSeed, TagCounts};
use organizations::ProjectSeed;
use releases::ReleaseSeed;
use scene::Scene;

/// All that worlds share.
#[derive(Debug)]
pub struct Seed {
    /// The moment the data was laid out for: the newest event is a minute older.
    pub now: Timestamp,
    /// The projects of all organizations.
    pub projects: Vec<ProjectSeed>,
    /// The releases of all projects, the oldest first.
    pub releases: Vec<ReleaseSeed>,
    /// The issues, by rising number.
    pub issues: Vec<IssueSeed>,
}

impl Seed {
    /// Lays everything out before a moment.
    pub fn new(now: Timestamp) -> Self {
        let projects = organizations::projects();
        Self {
            now,
            releases: releases::build(&projects, now),
            issues: issues::build(&projects, now),
            projects,
        }
    }

    /// The issue of a number.
    pub fn issue(&self, id: i64) -> Option<&IssueSeed> {
        let index = self.issues.binary_search_by_key(&id, |issue| issue.id).ok()?;
        self.issues.get(index)
    }

    /// The release that a project ran at a time; `previous` picks the one before it, for those who update late.
    pub fn release_at(&self, project: usize, time: Timestamp, previous: bool) -> String {
        let mut past = self
            .releases
            .iter()
            .rev()
            .filter(|it| it.project == project && it.created <= time);
        let newest = past.next();
        let chosen = if previous { past.next().or(newest) } else { newest };
        chosen.map(|release| release.version.clone()).unwrap_or_default()
    }

    /// All tags of an issue's events, counted. Made once; later calls cost nothing.
    pub fn tags<'a>(&'a self, issue: &'a IssueSeed) -> &'a TagCounts {
        issue.tags.get_or_init(|| {
            let mut counts = TagCounts::new();
            for n in 0..issue.count {
                for tag in self.event_tags(issue, n) {
                    let values = counts.entry(tag.key).or_default();
                    *values.entry(tag.value.unwrap_or_default()).or_default() += 1;
                }
            }
            counts
        })
    }

    /// The tags of one event, without making the whole of it where that can be helped.
    fn event_tags(&self, issue: &IssueSeed, n: u64) -> Vec<glint_model::wire::event::EventTag> {
        match issue.content {
            issues::Content::Csp(_) => Vec::new(),
            issues::Content::Hostile(_) => event::build(self, issue, n).tags,
            issues::Content::Problem(_) | issues::Content::Message(..) => Scene::of(self, issue, n).tags(),
        }
    }
}
