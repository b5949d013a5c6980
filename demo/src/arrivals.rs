//! The issues that are no longer as the seed has them: those that got events since, and those that are new.

use crate::seed::Seed;
use crate::seed::arrived::Arrived;
use crate::seed::issues::IssueSeed;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The issues of a world that differ from the seed's in their events, by number.
#[derive(Debug, Default)]
pub struct Arrivals(BTreeMap<i64, Arc<IssueSeed>>);

impl Arrivals {
    /// All issues as this world has them, by rising number; deleted and merged ones too.
    pub fn all<'a>(&'a self, seed: &'a Seed) -> impl Iterator<Item = &'a Arc<IssueSeed>> {
        let of_seed = seed.issues.iter().map(|issue| self.0.get(&issue.id).unwrap_or(issue));
        of_seed.chain(self.0.range(seed.next_id()..).map(|(_, issue)| issue))
    }

    /// The issue of a number as this world has it.
    pub fn issue<'a>(&'a self, seed: &'a Seed, id: i64) -> Option<&'a Arc<IssueSeed>> {
        self.0.get(&id).or_else(|| seed.issue(id))
    }

    /// The issue and number of an event that was sent with an id of its own.
    pub fn event(&self, id: &str) -> Option<(i64, u64)> {
        self.0.values().find_map(|issue| {
            let index = issue.arrived.iter().position(|it| it.id.as_deref() == Some(id))?;
            Some((issue.id, issue.laid_out + index as u64))
        })
    }

    /// Adds an event to an issue. An unknown number is passed over.
    pub fn add_event(&mut self, seed: &Seed, id: i64, arrived: Arrived) {
        if let Some(issue) = self.issue(seed, id) {
            let more = issue.with_event(arrived);
            self.0.insert(id, Arc::new(more));
        }
    }

    /// Adds an issue, which gets the next numbers, and gives its number.
    pub fn add_issue(&mut self, seed: &Seed, issue: IssueSeed) -> i64 {
        let newest = self.0.range(seed.next_id()..).next_back();
        let id = newest.map_or(seed.next_id(), |(newest, _)| newest + 1);
        let siblings = self.all(seed).filter(|other| other.project == issue.project);
        let number = siblings.map(|other| other.number).max().unwrap_or_default() + 1;
        self.0.insert(id, Arc::new(IssueSeed { id, number, ..issue }));
        id
    }
}
