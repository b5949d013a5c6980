//! "Since you last looked": what the reader saw of the issues on the visit before, and what is different now.

mod store;
mod tally;

pub use tally::Tally;

use crate::id::IssueId;
use crate::timestamp::Timestamp;
use crate::wire::issue::{Issue, IssueStatus};
use std::borrow::Borrow;

/// A look that is older than this belongs to an earlier visit: milliseconds.
pub const VISIT_GAP_MS: i64 = 15 * 60 * 1000;
/// How many issues are remembered at most.
pub const MOST_FACTS: usize = 2000;
/// An issue has grown when it has this many times the events it had ...
const GROWN_TIMES: u64 = 2;
/// ... and at least this many more.
const GROWN_BY: u64 = 10;

/// What was seen of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The issue.
    pub id: IssueId,
    /// How many events it had; 0 when nobody has seen it in a list.
    pub count: u64,
    /// What was decided about it.
    pub status: IssueStatus,
    /// When its newest event happened.
    pub last_seen: Timestamp,
    /// When it was listed last: milliseconds since the Unix epoch.
    pub seen_ms: i64,
    /// Whether the status is the reader's own decision, which the server may not have carried out yet.
    pub is_own: bool,
}

/// What was seen of all issues at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// When: milliseconds since the Unix epoch, by the reader's clock.
    pub at_ms: i64,
    /// The issues, ordered by id, each once.
    facts: Vec<Facts>,
}

impl Look {
    /// What was seen of an issue.
    pub fn find(&self, id: &IssueId) -> Option<&Facts> {
        self.place(id).ok().and_then(|place| self.facts.get(place))
    }

    fn place(&self, id: &IssueId) -> Result<usize, usize> {
        self.facts.binary_search_by(|facts| facts.id.cmp(id))
    }

    fn put(&mut self, facts: Facts) {
        match self.place(&facts.id) {
            Ok(place) => self.facts[place] = facts,
            Err(place) => self.facts.insert(place, facts),
        }
    }

    /// Lets go of the issues that have not been listed for the longest time.
    fn trim(&mut self) {
        let Some(excess) = self.facts.len().checked_sub(MOST_FACTS).filter(|excess| *excess > 0) else {
            return;
        };
        let mut times: Vec<i64> = self.facts.iter().map(|facts| facts.seen_ms).collect();
        times.sort_unstable();
        let oldest_kept = times.get(excess).copied().unwrap_or(i64::MIN);
        // Of those that were listed at that very time only some have to go.
        let older = times.partition_point(|time| *time < oldest_kept);
        let mut to_go = excess.saturating_sub(older);
        self.facts.retain(|facts| {
            let is_at_the_edge = facts.seen_ms == oldest_kept && to_go > 0;
            to_go -= usize::from(is_at_the_edge);
            facts.seen_ms >= oldest_kept && !is_at_the_edge
        });
    }
}

/// What is different about an issue since the reader last looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was not there.
    New,
    /// It was resolved and is unresolved again.
    Regressed,
    /// It has so many times the events it had, rounded down.
    Grown(u64),
}

/// What the reader saw: on the visit before, and by now. Kept per server and organization.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// What the marks compare with; none on the first visit.
    baseline: Option<Look>,
    /// The newest look.
    latest: Option<Look>,
}

impl Looks {
    /// The looks as a list is opened: after a long enough pause, what was seen last is what marks compare with.
    pub fn begin(mut self, now_ms: i64) -> Self {
        if let Some(latest) = &self.latest
            && now_ms.saturating_sub(latest.at_ms) > VISIT_GAP_MS
        {
            self.baseline = Some(latest.clone());
        }
        self
    }

    /// Remembers issues as the reader sees them now. The marks stay as they are.
    pub fn saw(&mut self, issues: &[impl Borrow<Issue>], now_ms: i64) {
        let latest = self.latest.get_or_insert_default();
        latest.at_ms = now_ms;
        for issue in issues {
            let issue: &Issue = issue.borrow();
            if store::can_be_kept(&issue.id) {
                latest.put(Facts {
                    id: issue.id.clone(),
                    count: issue.count,
                    status: issue.status,
                    last_seen: issue.last_seen,
                    seen_ms: now_ms,
                    is_own: false,
                });
            }
        }
        latest.trim();
    }

    /// The reader has taken note: nothing is marked until something else happens.
    pub fn accept(&mut self, now_ms: i64) {
        if let Some(latest) = &mut self.latest {
            latest.at_ms = now_ms;
            self.baseline = Some(latest.clone());
        }
    }

    /// The reader has decided about an issue, here or on its page, or taken a decision back: what has happened to it up
    /// to now is no news.
    pub fn decided(&mut self, id: &IssueId, status: IssueStatus) {
        if !store::can_be_kept(id) {
            return;
        }
        let known = self.known(id).cloned();
        let looks = [&mut self.latest, &mut self.baseline];
        for look in looks.into_iter().flatten() {
            let known = known.clone().unwrap_or(Facts {
                id: id.clone(),
                count: 0,
                status,
                last_seen: Timestamp::default(),
                seen_ms: look.at_ms,
                is_own: true,
            });
            look.put(Facts {
                status,
                is_own: true,
                ..known
            });
            look.trim();
        }
    }

    /// What is different about an issue since the visit before.
    pub fn mark(&self, issue: &Issue) -> Option<Mark> {
        let baseline = self.baseline.as_ref()?;
        let Some(before) = baseline.find(&issue.id) else {
            return (issue.first_seen.0 > baseline.at_ms).then_some(Mark::New);
        };
        // Right after a decision the server may still list what was before it.
        let is_heard_of_again = issue.last_seen > before.last_seen || issue.count > before.count;
        if before.status == IssueStatus::Resolved
            && issue.status == IssueStatus::Unresolved
            && (!before.is_own || is_heard_of_again)
        {
            return Some(Mark::Regressed);
        }
        let times = issue.count.checked_div(before.count)?;
        let more = issue.count.saturating_sub(before.count);
        (times >= GROWN_TIMES && more >= GROWN_BY).then_some(Mark::Grown(times))
    }

    /// The status of an issue as the reader knows it.
    pub fn known_status(&self, id: &IssueId) -> Option<IssueStatus> {
        self.known(id).map(|facts| facts.status)
    }

    /// Since when the marks count: milliseconds since the Unix epoch; none on the first visit.
    pub fn since_ms(&self) -> Option<i64> {
        self.baseline.as_ref().map(|baseline| baseline.at_ms)
    }

    fn known(&self, id: &IssueId) -> Option<&Facts> {
        [&self.latest, &self.baseline]
            .into_iter()
            .flatten()
            .find_map(|look| look.find(id))
    }
}

#[cfg(test)]
mod tests;
