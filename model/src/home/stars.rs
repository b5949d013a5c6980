//! What somebody starred: organizations and projects that stand first on the home page.

use crate::id::{OrganizationSlug, ProjectId};
use serde::{Deserialize, Serialize};

/// The most that are kept of each kind; the oldest give way.
const MOST: usize = 200;

/// The stars of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stars {
    /// Organizations.
    #[serde(default)]
    organizations: Vec<OrganizationSlug>,
    /// Projects.
    #[serde(default)]
    projects: Vec<ProjectId>,
}

impl Stars {
    /// Reads what was kept; what cannot be read is as none.
    pub fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// What is kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether an organization has one.
    pub fn has_organization(&self, slug: &OrganizationSlug) -> bool {
        self.organizations.contains(slug)
    }

    /// Whether a project has one.
    pub fn has_project(&self, id: &ProjectId) -> bool {
        self.projects.contains(id)
    }

    /// Gives an organization a star, or takes it; whether it has one now.
    pub fn toggle_organization(&mut self, slug: &OrganizationSlug) -> bool {
        toggle(&mut self.organizations, slug)
    }

    /// Gives a project a star, or takes it; whether it has one now.
    pub fn toggle_project(&mut self, id: &ProjectId) -> bool {
        toggle(&mut self.projects, id)
    }
}

fn toggle<T: Clone + PartialEq>(all: &mut Vec<T>, one: &T) -> bool {
    let before = all.len();
    all.retain(|other| other != one);
    let is_new = all.len() == before;
    if is_new {
        all.push(one.clone());
        all.drain(..all.len().saturating_sub(MOST));
    }
    is_new
}

#[cfg(test)]
mod tests {
    use super::{MOST, Stars};
    use crate::id::{OrganizationSlug, ProjectId};

    #[test]
    fn stars_come_and_go_and_are_kept() {
        let mut stars = Stars::default();
        let (acme, shop) = (OrganizationSlug::from("acme"), ProjectId::from("1"));
        assert!(stars.toggle_organization(&acme) && stars.toggle_project(&shop));
        let read = Stars::from_json(&stars.to_json());
        assert_eq!(read, stars);
        assert!(read.has_organization(&acme) && read.has_project(&shop));
        assert!(!stars.toggle_project(&shop) && !stars.has_project(&shop));
    }

    #[test]
    fn what_cannot_be_read_is_none_and_the_oldest_give_way() {
        for text in ["", "[]", "{\"projects\": 3}", "null"] {
            assert_eq!(Stars::from_json(text), Stars::default());
        }
        let mut stars = Stars::default();
        for number in 0..MOST + 2 {
            stars.toggle_project(&ProjectId::new(number.to_string()));
        }
        assert!(!stars.has_project(&ProjectId::from("1")) && stars.has_project(&ProjectId::from("2")));
    }
}
