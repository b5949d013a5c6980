//! From nothing to the first event: an organization, a project in it, an event of that.

use super::Shelf;
use crate::id::{OrganizationSlug, ProjectId};

/// The most organizations that are asked whether the reader may create a project there.
const MOST_ASKED: usize = 5;

/// The step that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstStep {
    /// There is no organization yet.
    Organization,
    /// There is no project in any of them yet; these are the first ones.
    Project(Vec<OrganizationSlug>),
    /// No project had an event yet; this one is the newest that the reader is in.
    Event(OrganizationSlug, ProjectId),
}

impl FirstStep {
    /// What all steps are called.
    pub const NAMES: [&'static str; 3] = ["Create an organization", "Create a project", "Send the first event"];

    /// What an organization is for.
    pub const WHAT_FOR: &'static str =
        "Projects, issues and monitors belong to an organization, together with everybody who looks after them.";

    /// Its place among them, from 0.
    pub fn place(&self) -> usize {
        match self {
            Self::Organization => 0,
            Self::Project(_) => 1,
            Self::Event(..) => 2,
        }
    }
}

/// The step that comes next; none once there was an event.
pub fn first_step(shelves: &[Shelf]) -> Option<FirstStep> {
    if shelves.is_empty() {
        return Some(FirstStep::Organization);
    }
    let projects = || {
        shelves
            .iter()
            .flat_map(|shelf| shelf.projects.iter().map(move |one| (shelf, one)))
    };
    if projects().next().is_none() {
        let first = shelves.iter().take(MOST_ASKED);
        return Some(FirstStep::Project(
            first.map(|shelf| shelf.organization.slug.clone()).collect(),
        ));
    }
    if projects().any(|(_, project)| project.first_event.is_some()) {
        return None;
    }
    let newest = projects().filter(|(_, project)| project.is_member);
    let (shelf, project) = newest.max_by_key(|(_, project)| project.date_created)?;
    Some(FirstStep::Event(shelf.organization.slug.clone(), project.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::{FirstStep, first_step};
    use crate::home::shelf::tests::{project, shelf};

    #[test]
    fn one_step_follows_the_other() {
        assert_eq!(first_step(&[]), Some(FirstStep::Organization));
        let of_acme = |step: Option<FirstStep>| step.map(|step| (step.place(), step));
        let found = of_acme(first_step(&[shelf("acme", vec![]), shelf("globex", vec![])]));
        assert_eq!(
            found,
            Some((1, FirstStep::Project(vec!["acme".into(), "globex".into()])))
        );
        let mut older = project("acme", "1");
        older.date_created.0 -= 1000;
        let mut foreign = project("acme", "3");
        foreign.is_member = false;
        foreign.date_created.0 += 1000;
        let without = vec![older.clone(), project("acme", "2"), foreign.clone()];
        let found = of_acme(first_step(&[shelf("acme", without)]));
        assert_eq!(found, Some((2, FirstStep::Event("acme".into(), "2".into()))));
        assert_eq!(first_step(&[shelf("acme", vec![foreign])]), None);
        older.first_event = Some(older.date_created);
        assert_eq!(first_step(&[shelf("acme", vec![older, project("acme", "2")])]), None);
    }
}
