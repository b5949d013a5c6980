//! The table of organizations.

use super::members::Member;
use super::slug::{free, slug_of};
use super::{Directory, next};
use crate::seed::organizations::Role;
use glint_model::timestamp::Timestamp;

/// An organization.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Its number.
    pub id: i64,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// When it was created.
    pub created: Timestamp,
    /// The member that it belongs to: not every owner.
    pub owner: i64,
    /// Whether members may join and leave teams by themselves.
    pub has_open_membership: bool,
}

impl Directory {
    /// The organization with this slug.
    pub fn organization(&self, slug: &str) -> Option<&Organization> {
        self.organizations.iter().find(|row| row.slug == slug)
    }

    /// The organization with this number.
    pub fn organization_by_id(&self, id: i64) -> Option<&Organization> {
        self.organizations.iter().find(|row| row.id == id)
    }

    /// The organizations of an account, by name.
    pub fn organizations_of(&self, user: i64) -> Vec<&Organization> {
        let mut rows: Vec<_> = self
            .members
            .iter()
            .filter(|member| member.user == Some(user))
            .filter_map(|member| self.organization_by_id(member.organization))
            .collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        rows
    }

    /// Creates an organization that belongs to an account; gives it.
    pub fn add_organization(&mut self, name: &str, user: i64, email: &str, now: Timestamp) -> Organization {
        let slug = free(slug_of(name, "organization"), |slug| self.organization(slug).is_some());
        let owner = next(self.members.iter().map(|row| row.id));
        let row = Organization {
            id: next(self.organizations.iter().map(|row| row.id)),
            slug,
            name: name.to_owned(),
            created: now,
            owner,
            has_open_membership: true,
        };
        self.members.push(Member {
            id: owner,
            organization: row.id,
            user: Some(user),
            email: email.to_owned(),
            role: Role::Owner,
            created: now,
            token: String::new(),
            is_expired: false,
        });
        self.organizations.push(row.clone());
        row
    }

    /// Gives an organization another name; the slug stays.
    pub fn rename_organization(&mut self, id: i64, name: &str) {
        if let Some(row) = self.organizations.iter_mut().find(|row| row.id == id) {
            name.clone_into(&mut row.name);
        }
    }

    /// Deletes an organization and all that is in it.
    pub fn delete_organization(&mut self, id: i64) {
        self.organizations.retain(|row| row.id != id);
        self.members.retain(|row| row.organization != id);
        self.teams.retain(|row| row.organization != id);
        for project in self.projects.iter_mut().filter(|row| row.organization == id) {
            project.is_deleted = true;
        }
    }

    /// Hands an organization over to one of its members. Roles stay as they are.
    pub fn hand_over(&mut self, organization: i64, member: i64) {
        if let Some(row) = self.organizations.iter_mut().find(|row| row.id == organization) {
            row.owner = member;
        }
    }
}
