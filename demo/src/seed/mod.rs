//! The data every world starts from: the same for the same start time, byte for byte.

mod ambient;
pub mod arrived;
pub mod crowd;
pub mod csp;
pub mod dice;
pub mod event;
pub mod event_id;
mod exception;
pub mod facts;
pub mod files;
pub mod fill;
pub mod hostile;
pub mod issues;
pub mod monitors;
pub mod organizations;
mod platform;
pub mod releases;
mod rhythm;
pub mod role;
mod scene;
pub mod sent;
pub mod template;
mod twist;
pub mod volume;

use crate::directory::Directory;
use files::{DebugFile, ReleaseFile};
use glint_model::timestamp::Timestamp;
use issues::{Content, IssueSeed, TagCounts};
use monitors::Monitor;
use organizations::ProjectSeed;
use releases::ReleaseSeed;
use scene::Scene;
use std::collections::BTreeMap;
use std::sync::Arc;
use template::Setting;

/// All that worlds share.
#[derive(Debug)]
pub struct Seed {
    /// The moment the data was laid out for: the newest event is a minute older.
    pub now: Timestamp,
    /// Organizations, members, teams, projects and keys, as every world starts with them.
    pub directory: Arc<Directory>,
    /// The projects that have events or monitors.
    pub projects: Vec<ProjectSeed>,
    /// The releases of all projects, the oldest first.
    pub releases: Vec<ReleaseSeed>,
    /// The issues, by rising number.
    pub issues: Vec<Arc<IssueSeed>>,
    /// The monitors, by rising number.
    pub monitors: Vec<Arc<Monitor>>,
    /// The files of releases, by rising number.
    pub release_files: Vec<ReleaseFile>,
    /// The debug files of projects, by rising number.
    pub debug_files: Vec<DebugFile>,
}

impl Seed {
    /// Lays everything out before a moment.
    pub fn new(now: Timestamp) -> Self {
        let projects = organizations::projects();
        let releases = releases::build(&projects, now);
        Self {
            now,
            directory: Arc::new(Directory::of_seed(&projects, now)),
            release_files: files::of_releases(&projects, &releases),
            debug_files: files::of_projects(&projects, now),
            releases,
            issues: issues::build(&projects, now),
            monitors: monitors::build(now),
            projects,
        }
    }

    /// The issue of a number.
    pub fn issue(&self, id: i64) -> Option<&Arc<IssueSeed>> {
        let index = self.issues.binary_search_by_key(&id, |issue| issue.id).ok()?;
        self.issues.get(index)
    }

    /// The number above those of all issues.
    pub fn next_id(&self) -> i64 {
        self.issues.last().map_or(1, |newest| newest.id + 1)
    }

    /// The release that a project ran at a time; `previous` picks the one before it, for those who update late.
    pub fn release_at(&self, project: usize, time: Timestamp, previous: bool) -> &str {
        let mut past = self
            .releases
            .iter()
            .rev()
            .filter(|it| it.project == project && it.created <= time);
        let newest = past.next();
        let chosen = if previous { past.next().or(newest) } else { newest };
        chosen.map_or("", |release| release.version.as_str())
    }

    /// How many users an issue's events name, as 6.1 counts them. In projects with pages an event always has somebody.
    pub fn users(&self, issue: &IssueSeed) -> u64 {
        let named = self.tags(issue).get("user.id").map_or(0, BTreeMap::len) as u64;
        let template = self.projects.get(issue.project).and_then(|project| project.template);
        let has_pages = template.is_some_and(|template| matches!(template.setting, Setting::Server | Setting::Browser));
        if has_pages { named.max(1) } else { named }
    }

    /// All tags of an issue's events, counted. Made once; later calls cost nothing.
    pub fn tags<'a>(&'a self, issue: &'a IssueSeed) -> &'a TagCounts {
        issue.tags.get_or_init(|| {
            let mut counts = TagCounts::new();
            for n in 0..issue.count {
                if let Some(sent) = issue.sent(n) {
                    for tag in sent.tags() {
                        count(&mut counts, &tag.key, tag.value.as_deref().unwrap_or_default());
                    }
                    continue;
                }
                match issue.content {
                    Content::Csp(_) | Content::Sent => {}
                    Content::Hostile(index) => {
                        let ordinary = Scene::of(self, issue, n).tags();
                        for tag in twist::tags(&hostile::HOSTILE[index], ordinary) {
                            count(&mut counts, &tag.key, tag.value.as_deref().unwrap_or_default());
                        }
                    }
                    Content::Problem(_) | Content::Message(..) => {
                        for (key, value) in Scene::of(self, issue, n).tag_pairs() {
                            count(&mut counts, key, &value);
                        }
                    }
                }
            }
            counts
        })
    }
}

fn count(counts: &mut TagCounts, key: &str, value: &str) {
    match counts.get_mut(key) {
        Some(values) => match values.get_mut(value) {
            Some(number) => *number += 1,
            None => {
                values.insert(value.to_owned(), 1);
            }
        },
        None => {
            counts.insert(key.to_owned(), [(value.to_owned(), 1)].into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;
    use super::issues::{BUSIEST, Content, ISSUES};
    use glint_model::timestamp::Timestamp;
    use glint_model::wire::issue::{IssueStatus, IssueType, Level};
    use std::collections::BTreeSet;

    const NOW: Timestamp = Timestamp(1_795_435_200_000);

    #[test]
    fn there_is_something_of_everything() {
        let seed = Seed::new(NOW);
        assert_eq!(seed.issues.len(), ISSUES);
        let has = |found: &dyn Fn(&super::IssueSeed) -> bool| seed.issues.iter().any(|issue| found(issue));
        for level in [
            Level::Sample,
            Level::Debug,
            Level::Info,
            Level::Warning,
            Level::Error,
            Level::Fatal,
        ] {
            assert!(has(&|issue| issue.level == level), "{level:?}");
        }
        for kind in [IssueType::Default, IssueType::Error, IssueType::Csp] {
            assert!(has(&|issue| issue.kind == kind), "{kind:?}");
        }
        for status in [IssueStatus::Unresolved, IssueStatus::Resolved, IssueStatus::Ignored] {
            assert!(has(&|issue| issue.status == status), "{status:?}");
        }
        let platforms: BTreeSet<_> = seed.projects.iter().filter_map(|project| project.platform).collect();
        assert_eq!(platforms.len(), 14);
        for (index, project) in seed.projects.iter().enumerate() {
            assert_eq!(
                has(&|issue| issue.project == index),
                project.template.is_some(),
                "{}",
                project.slug
            );
        }
        for template in seed.projects.iter().filter_map(|project| project.template) {
            for (index, problem) in template.problems.iter().enumerate() {
                let is_it = |issue: &super::IssueSeed| matches!(issue.content, Content::Problem(other) if std::ptr::eq(other, problem));
                assert!(has(&is_it), "{} {index}", template.slug);
            }
        }
        let busiest = seed.issues.iter().max_by_key(|issue| issue.count).expect("issues");
        assert_eq!((busiest.count, busiest.last_seen), (BUSIEST, Timestamp(NOW.0 - 60_000)));
        assert!(seed.issues.iter().all(|issue| issue.last_seen.0 <= NOW.0 - 60_000));
        assert!(
            seed.issues
                .iter()
                .all(|issue| issue.first_seen.0 >= NOW.0 - 30 * 86_400_000)
        );
    }

    #[test]
    fn titles_are_mostly_apart() {
        let seed = Seed::new(NOW);
        let titles: BTreeSet<_> = seed.issues.iter().map(|issue| (issue.project, &issue.title)).collect();
        assert!(titles.len() > ISSUES * 8 / 10, "{} titles", titles.len());
        let unfilled = seed.issues.iter().find(|issue| {
            let is_filled_in = !matches!(issue.content, Content::Hostile(_));
            is_filled_in
                && ["{sku}", "{id}", "{host}", "{ms}"]
                    .iter()
                    .any(|word| issue.title.contains(word))
        });
        assert!(unfilled.is_none(), "{unfilled:?}");
    }
}
