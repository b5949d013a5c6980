//! What was decided about issues of a list, over what the server sent: it shows at once, can be taken back, and is taken
//! back by itself when the server disagrees.

use crate::id::IssueId;
use crate::wire::issue::{Assignee, IssueStatus};

/// What is different about one issue since the server listed it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// The status that was set.
    pub status: Option<IssueStatus>,
    /// Who it was given to; the inner None takes it from whoever had it.
    pub assigned_to: Option<Option<Assignee>>,
    /// Whether its row has left the list: deleted, merged, or no longer of those that are listed.
    pub is_gone: bool,
    /// Whether it is still to be sent: an answer that comes meanwhile says nothing about it.
    pub is_pending: bool,
}

impl Decision {
    /// Whether the two say the same, sent or not.
    fn says(&self, other: &Self) -> bool {
        (self.status, &self.assigned_to, self.is_gone) == (other.status, &other.assigned_to, other.is_gone)
    }
}

/// A decision about one issue, with what held before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The issue.
    pub id: IssueId,
    before: Option<Decision>,
    after: Decision,
}

/// All decisions of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions(Vec<(IssueId, Decision)>);

impl Decisions {
    /// What was decided about an issue.
    pub fn of(&self, id: &IssueId) -> Option<&Decision> {
        self.0.get(self.place(id).ok()?).map(|(_, decision)| decision)
    }

    /// The status that was set, or else the given one.
    pub fn status(&self, id: &IssueId, given: IssueStatus) -> IssueStatus {
        self.of(id).and_then(|decision| decision.status).unwrap_or(given)
    }

    /// The issues whose status was set, with that status; by id.
    pub fn statuses(&self) -> impl Iterator<Item = (&IssueId, IssueStatus)> {
        self.0.iter().filter_map(|(id, decision)| Some((id, decision.status?)))
    }

    /// Whether the row has left.
    pub fn is_gone(&self, id: &IssueId) -> bool {
        self.of(id).is_some_and(|decision| decision.is_gone)
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Decides something about some issues; gives what is needed to take it back.
    pub fn decide(&mut self, ids: &[IssueId], decide: impl Fn(&IssueId, &mut Decision)) -> Vec<Change> {
        let mut changes = Vec::with_capacity(ids.len());
        for id in ids {
            let before = self.of(id).cloned();
            let mut after = before.clone().unwrap_or_default();
            decide(id, &mut after);
            self.put(id, Some(after.clone()));
            changes.push(Change {
                id: id.clone(),
                before,
                after,
            });
        }
        changes
    }

    /// Takes decisions back. What was decided anew about an issue since then stays.
    pub fn take_back(&mut self, changes: &[Change]) {
        for change in changes.iter().rev() {
            if self.of(&change.id).is_some_and(|now| now.says(&change.after)) {
                self.put(&change.id, change.before.clone());
            }
        }
    }

    /// Notes that the decisions have been sent.
    pub fn sent(&mut self, changes: &[Change]) {
        for change in changes {
            if let Ok(place) = self.place(&change.id)
                && self.0[place].1.says(&change.after)
            {
                self.0[place].1.is_pending = false;
            }
        }
    }

    /// Forgets what was decided about these issues, since the server's own word about them has come; what is still to be
    /// sent stays.
    pub fn settle<'a>(&mut self, ids: impl Iterator<Item = &'a IssueId>) {
        for id in ids {
            if let Ok(place) = self.place(id)
                && !self.0[place].1.is_pending
            {
                self.0.remove(place);
            }
        }
    }

    fn place(&self, id: &IssueId) -> Result<usize, usize> {
        self.0.binary_search_by(|(one, _)| one.cmp(id))
    }

    fn put(&mut self, id: &IssueId, decision: Option<Decision>) {
        match (self.place(id), decision) {
            (Ok(place), Some(decision)) => self.0[place].1 = decision,
            (Ok(place), None) => {
                self.0.remove(place);
            }
            (Err(place), Some(decision)) => self.0.insert(place, (id.clone(), decision)),
            (Err(_), None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decisions;
    use crate::id::IssueId;
    use crate::wire::issue::IssueStatus::{self, Ignored, Resolved, Unresolved};

    fn ids(ids: &[&str]) -> Vec<IssueId> {
        ids.iter().copied().map(IssueId::from).collect()
    }

    fn set(decisions: &mut Decisions, id: &str, status: IssueStatus) -> Vec<super::Change> {
        decisions.decide(&ids(&[id]), |_, decision| {
            decision.status = Some(status);
            decision.is_gone = true;
        })
    }

    #[test]
    fn a_decision_shows_and_is_taken_back() {
        let mut decisions = Decisions::default();
        let changes = set(&mut decisions, "7", Resolved);
        let id = IssueId::from("7");
        assert_eq!(decisions.status(&id, Unresolved), Resolved);
        assert!(decisions.is_gone(&id));
        assert_eq!(decisions.status(&IssueId::from("8"), Ignored), Ignored);
        let gone = decisions.decide(&ids(&["6"]), |_, decision| decision.is_gone = true);
        assert!(decisions.statuses().eq([(&id, Resolved)]));
        decisions.take_back(&gone);
        decisions.take_back(&changes);
        assert!(decisions.is_empty());
    }

    #[test]
    fn a_later_decision_outlives_the_undoing_of_an_earlier_one() {
        let mut decisions = Decisions::default();
        let first = set(&mut decisions, "7", Resolved);
        let second = set(&mut decisions, "7", Ignored);
        decisions.take_back(&first);
        assert_eq!(decisions.status(&IssueId::from("7"), Unresolved), Ignored);
        decisions.take_back(&second);
        assert_eq!(decisions.status(&IssueId::from("7"), Unresolved), Resolved);
        decisions.take_back(&first);
        assert!(decisions.is_empty());
    }

    #[test]
    fn undoing_in_the_other_order_ends_at_the_start_as_well() {
        for count in 1..6 {
            let mut decisions = Decisions::default();
            let steps: Vec<_> = (0..count)
                .map(|step| set(&mut decisions, "1", if step % 2 == 0 { Resolved } else { Ignored }))
                .collect();
            for step in steps.iter().rev() {
                decisions.take_back(step);
            }
            assert!(decisions.is_empty(), "{count}");
        }
    }

    #[test]
    fn an_issue_that_is_named_twice_is_decided_once() {
        let mut decisions = Decisions::default();
        let changes = decisions.decide(&ids(&["1", "2", "1"]), |_, decision| decision.is_gone = true);
        assert!(decisions.is_gone(&IssueId::from("1")) && decisions.is_gone(&IssueId::from("2")));
        decisions.take_back(&changes);
        assert!(decisions.is_empty());
    }

    #[test]
    fn an_answer_settles_what_was_sent_and_nothing_else() {
        let mut decisions = Decisions::default();
        let changes = decisions.decide(&ids(&["1", "2"]), |_, decision| {
            decision.is_gone = true;
            decision.is_pending = true;
        });
        decisions.settle(ids(&["1", "3"]).iter());
        assert!(decisions.is_gone(&IssueId::from("1")));
        decisions.sent(&changes[..1]);
        decisions.settle(ids(&["1", "2"]).iter());
        assert!(!decisions.is_gone(&IssueId::from("1")));
        assert!(decisions.is_gone(&IssueId::from("2")));
        decisions.sent(&changes);
        decisions.take_back(&changes);
        assert!(decisions.is_empty());
    }
}
