//! The table of projects.

use super::keys::Key;
use super::slug::{free, slug_of};
use super::{Directory, next};
use crate::seed::template::Platform;
use glint_model::timestamp::Timestamp;

/// A project.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its number.
    pub id: i64,
    /// The organization.
    pub organization: i64,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The platform it was created for.
    pub platform: Option<String>,
    /// Percent of events that are dropped; the server does not check the number.
    pub throttle: i64,
    /// When it was created.
    pub created: Timestamp,
    /// Whether it was deleted.
    pub is_deleted: bool,
    /// What happens in it; None where no events are made up.
    pub template: Option<&'static Platform>,
}

/// What is to be changed about a project; None leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct ProjectChange {
    /// The name.
    pub name: String,
    /// The slug.
    pub slug: Option<String>,
    /// The platform; the inner None takes it away.
    pub platform: Option<Option<String>>,
    /// Percent of events to drop.
    pub throttle: Option<i64>,
}

impl Directory {
    /// The projects of an organization, by name.
    pub fn projects_of(&self, organization: i64) -> Vec<&Project> {
        let is_own = |row: &&Project| row.organization == organization && !row.is_deleted;
        let mut rows: Vec<_> = self.projects.iter().filter(is_own).collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        rows
    }

    /// The project of an organization with this slug.
    pub fn project(&self, organization: i64, slug: &str) -> Option<&Project> {
        let mut rows = self.projects.iter();
        rows.find(|row| row.organization == organization && row.slug == slug && !row.is_deleted)
    }

    /// The project with this number, if it was not deleted.
    pub fn project_by_id(&self, id: i64) -> Option<&Project> {
        self.projects.iter().find(|row| row.id == id && !row.is_deleted)
    }

    /// Where the project with this number stands, which is how issues name it; None when it was deleted.
    pub fn index_of(&self, id: i64) -> Option<usize> {
        self.projects.iter().position(|row| row.id == id && !row.is_deleted)
    }

    /// Creates a project with its first key; gives it.
    pub fn add_project(
        &mut self,
        organization: i64,
        name: &str,
        platform: Option<String>,
        throttle: i64,
        now: Timestamp,
    ) -> Project {
        let row = Project {
            id: next(self.projects.iter().map(|row| row.id)),
            organization,
            slug: free(slug_of(name, "project"), |slug| {
                self.project(organization, slug).is_some()
            }),
            name: name.to_owned(),
            platform,
            throttle,
            created: now,
            is_deleted: false,
            template: None,
        };
        self.keys.push(Key::first(row.id, now));
        self.projects.push(row.clone());
        row
    }

    /// Changes a project. A slug that another project has gets a number behind it.
    pub fn change_project(&mut self, id: i64, change: ProjectChange) {
        let Some(index) = self.index_of(id) else { return };
        let organization = self.projects[index].organization;
        let slug = change.slug.map(|slug| {
            let is_taken = |slug: &str| self.project(organization, slug).is_some_and(|other| other.id != id);
            free(slug_of(&slug, "project"), is_taken)
        });
        let row = &mut self.projects[index];
        row.name = change.name;
        if let Some(slug) = slug {
            row.slug = slug;
        }
        if let Some(platform) = change.platform {
            row.platform = platform;
        }
        if let Some(throttle) = change.throttle {
            row.throttle = throttle;
        }
    }

    /// Deletes a project, its keys and what teams have to do with it.
    pub fn delete_project(&mut self, id: i64) {
        if let Some(index) = self.index_of(id) {
            self.projects[index].is_deleted = true;
        }
        for key in self.keys.iter_mut().filter(|row| row.project == id) {
            key.is_deleted = true;
        }
        for team in &mut self.teams {
            team.projects.retain(|project| *project != id);
        }
    }
}
