//! Something that is being done with issues: all that is needed to send it, to undo it, and to tell of it, when the list
//! that began it may be gone.

use crate::api::issues::{Change, Refusal, Target, change_issues, change_issues_at_last};
use glint_model::decisions;
use glint_model::deed::{Deed, Standing};
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::text::counted;
use glint_model::wire::issue::UpdateIssue;

/// Something that is being done.
pub struct UnderWay {
    /// Whose issues.
    pub organization: OrganizationSlug,
    /// All that match this filter; None means those of `before`.
    pub matching: Option<IssueFilter>,
    /// The listed ones, as they stood.
    pub before: Vec<Standing>,
    /// What is done with them.
    pub deed: Deed,
    /// What shows of it.
    pub changes: Vec<decisions::Change>,
    /// How many they are, for people.
    pub subject: String,
    /// Their short ids.
    pub names: Vec<(IssueId, String)>,
}

impl UnderWay {
    /// Whether it is all or nothing: one call for all of it.
    pub fn is_whole(&self) -> bool {
        self.matching.is_some() || self.deed == Deed::Merge
    }

    fn calls(&self) -> Vec<(Target, Change)> {
        let change = |update: Option<UpdateIssue>| update.map_or(Change::Delete, Change::Update);
        if let Some(filter) = &self.matching {
            let body = self.deed.body_for_all(filter.searched_status());
            return vec![(Target::Matching(filter.clone()), change(body))];
        }
        match self.deed.parts(&self.before) {
            Some(parts) => parts
                .into_iter()
                .map(|(ids, update)| (Target::Ids(ids), Change::Update(update)))
                .collect(),
            None => {
                let ids = self.before.iter().map(|issue| issue.id.clone()).collect();
                vec![(Target::Ids(ids), Change::Delete)]
            }
        }
    }

    /// Sends it; gives what was refused.
    pub async fn send(&self) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for (target, change) in self.calls() {
            refusals.extend(change_issues(&self.organization, &target, &change).await);
        }
        refusals
    }

    /// Sends it while the page is going away.
    pub fn send_at_last(&self) {
        for (target, change) in self.calls() {
            change_issues_at_last(&self.organization, &target, &change);
        }
    }

    /// The same about the other issues.
    pub fn without(mut self, refused: &[IssueId]) -> Self {
        self.before.retain(|issue| !refused.contains(&issue.id));
        self.changes.retain(|change| !refused.contains(&change.id));
        self.subject = counted(self.before.len() as u64, "issue", "issues");
        self
    }

    /// The issues that are as they were.
    pub fn refused(&self, refusals: &[Refusal]) -> Vec<IssueId> {
        if self.is_whole() && !refusals.is_empty() {
            return self.before.iter().map(|issue| issue.id.clone()).collect();
        }
        refusals.iter().flat_map(|refusal| refusal.ids.clone()).collect()
    }
}
