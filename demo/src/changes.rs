//! What a visitor changed in the data, beside the seed.

use crate::arrivals::Arrivals;
use crate::seed::Seed;
use crate::seed::arrived::Arrived;
use crate::seed::event_id;
use crate::seed::issues::IssueSeed;
use crate::update::Update;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::IssueStatus;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a deleted issue still answers by its number: the real server deletes in the background.
const DELETION_TAKES: Duration = Duration::from_secs(1);

/// How long the rest of a bulk change takes in 6.1, where it happens in the background.
const REST_TAKES: Duration = Duration::from_secs(2);

/// All changes of a world.
#[derive(Debug, Default)]
pub struct Changes {
    issues: HashMap<i64, IssueChange>,
    arrivals: Arrivals,
    later: Vec<Later>,
    /// Comments by issue, the oldest first.
    pub comments: HashMap<i64, Vec<CommentRow>>,
    /// How many comments were ever written.
    pub comments_written: i64,
}

/// What is different about one issue.
#[derive(Clone, Debug, Default)]
pub struct IssueChange {
    /// The status that was set.
    pub status: Option<IssueStatus>,
    /// More about the status (6.1).
    pub status_details: Option<BTreeMap<String, serde_json::Value>>,
    /// Who it was assigned to, as `user:1` or `team:2` (6.1).
    pub assigned_to: Option<String>,
    /// When it was deleted.
    pub deleted: Option<Instant>,
    /// The issue it was merged into.
    pub merged_into: Option<i64>,
    /// How many merged events the count shows (6.1).
    pub merged_count: u64,
}

/// What a bulk change left for the background, and when it was asked for.
#[derive(Clone, Debug)]
struct Later {
    asked: Instant,
    issues: Vec<i64>,
    update: Update,
}

/// A comment.
#[derive(Clone, Debug)]
pub struct CommentRow {
    /// Its number.
    pub id: i64,
    /// Who wrote it.
    pub user: i64,
    /// When it was written.
    pub created: Timestamp,
    /// What it says.
    pub text: Option<String>,
}

impl Changes {
    /// All issues of the world, by rising number; deleted and merged ones too.
    pub fn issues<'a>(&'a self, seed: &'a Seed) -> impl Iterator<Item = &'a Arc<IssueSeed>> {
        self.arrivals.all(seed)
    }

    /// The issue of a number with all that arrived; deleted and merged ones too.
    pub fn find<'a>(&'a self, seed: &'a Seed, id: i64) -> Option<&'a Arc<IssueSeed>> {
        self.arrivals.issue(seed, id)
    }

    /// The issue that an event (32 hex digits) came in with, and the event's number there.
    pub fn event(&self, seed: &Seed, id: &str) -> Option<(i64, u64)> {
        let made_up =
            || event_id::decode(id).filter(|(issue, n)| self.find(seed, *issue).is_some_and(|it| *n < it.count));
        self.arrivals.event(id).or_else(made_up)
    }

    /// The issue that an event of this title goes to, if the project has one: the newest that is not deleted, or
    /// what it was merged into.
    pub fn titled(&self, seed: &Seed, project: usize, title: &str) -> Option<i64> {
        let same = self
            .issues(seed)
            .filter(|issue| issue.project == project && issue.title == title);
        let homes = same.map(|issue| self.issue(issue.id).merged_into.unwrap_or(issue.id));
        homes.filter(|id| self.is_listed(*id)).last()
    }

    /// Adds an event to an issue; a resolved one is opened again.
    pub fn arrive(&mut self, seed: &Seed, id: i64, arrived: Arrived) {
        self.arrivals.add_event(seed, id, arrived);
        let is_resolved = |issue: &Arc<IssueSeed>| self.status(issue) == IssueStatus::Resolved;
        if self.find(seed, id).is_some_and(is_resolved) {
            let change = self.issue_mut(id);
            change.status = Some(IssueStatus::Unresolved);
            change.status_details = None;
        }
    }

    /// Adds an issue with its first events; gives its number.
    pub fn open(&mut self, seed: &Seed, issue: IssueSeed) -> i64 {
        self.arrivals.add_issue(seed, issue)
    }

    /// Changes an issue now.
    pub fn apply(&mut self, seed: &Seed, id: i64, update: &Update) {
        let Some(project) = self.find(seed, id).map(|issue| issue.project) else {
            return;
        };
        let change = self.issue_mut(id);
        if let Some(status) = update.status {
            change.status = Some(status);
            change.status_details = update.details(seed, project);
        }
        if let Some(assignee) = &update.assigned_to {
            change.assigned_to.clone_from(assignee);
        }
    }

    /// Changes issues a moment later, as the real server does in the background.
    pub fn apply_later(&mut self, issues: Vec<i64>, update: Update) {
        let asked = Instant::now();
        self.later.push(Later { asked, issues, update });
    }

    /// Does what the background has had the time for. Called before every answer.
    pub fn catch_up(&mut self, seed: &Seed) {
        let (due, later) = std::mem::take(&mut self.later)
            .into_iter()
            .partition(|later: &Later| later.asked.elapsed() >= REST_TAKES);
        self.later = later;
        for Later { issues, update, .. } in due {
            for id in issues {
                self.apply(seed, id, &update);
            }
        }
    }

    /// What is different about an issue.
    pub fn issue(&self, id: i64) -> IssueChange {
        self.issues.get(&id).cloned().unwrap_or_default()
    }

    /// The place to note a change of an issue.
    pub fn issue_mut(&mut self, id: i64) -> &mut IssueChange {
        self.issues.entry(id).or_default()
    }

    /// The status as this world has it.
    pub fn status(&self, issue: &IssueSeed) -> IssueStatus {
        self.issues
            .get(&issue.id)
            .and_then(|change| change.status)
            .unwrap_or(issue.status)
    }

    /// Whether lists show the issue.
    pub fn is_listed(&self, id: i64) -> bool {
        self.issues
            .get(&id)
            .is_none_or(|change| change.deleted.is_none() && change.merged_into.is_none())
    }

    /// Whether the issue still answers by its number.
    pub fn is_there(&self, id: i64) -> bool {
        self.issues.get(&id).is_none_or(|change| {
            change.merged_into.is_none() && change.deleted.is_none_or(|at| at.elapsed() < DELETION_TAKES)
        })
    }

    /// The issue itself and all that were merged into it.
    pub fn merged_family(&self, seed: &Seed, issue: &Arc<IssueSeed>) -> Vec<Arc<IssueSeed>> {
        let mut members: Vec<i64> = self
            .issues
            .iter()
            .filter(|(_, change)| change.merged_into == Some(issue.id))
            .map(|(id, _)| *id)
            .collect();
        members.sort_unstable();
        std::iter::once(issue)
            .chain(members.into_iter().filter_map(|id| self.find(seed, id)))
            .map(Arc::clone)
            .collect()
    }

    /// Puts all into one: the others vanish, and so do those that had been merged into them.
    pub fn merge(&mut self, target: i64, others: &[i64]) {
        for other in others.iter().filter(|id| **id != target) {
            for change in self
                .issues
                .values_mut()
                .filter(|change| change.merged_into == Some(*other))
            {
                change.merged_into = Some(target);
            }
            self.issue_mut(*other).merged_into = Some(target);
        }
    }
}
