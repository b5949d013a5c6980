//! What a visitor changed in the data, beside the seed.

use crate::seed::Seed;
use crate::seed::issues::IssueSeed;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::IssueStatus;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

/// How long a deleted issue still answers by its number: the real server deletes in the background.
const DELETION_TAKES: Duration = Duration::from_secs(1);

/// All changes of a world.
#[derive(Debug, Default)]
pub struct Changes {
    issues: HashMap<i64, IssueChange>,
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
    pub fn merged_family<'a>(&self, seed: &'a Seed, issue: &'a IssueSeed) -> Vec<&'a IssueSeed> {
        let mut members: Vec<i64> = self
            .issues
            .iter()
            .filter(|(_, change)| change.merged_into == Some(issue.id))
            .map(|(id, _)| *id)
            .collect();
        members.sort_unstable();
        std::iter::once(issue)
            .chain(members.into_iter().filter_map(|id| seed.issue(id)))
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
