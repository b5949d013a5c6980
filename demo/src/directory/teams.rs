//! The table of teams: who is in them and which projects they look after.

use super::{Directory, next};
use glint_model::timestamp::Timestamp;

/// A team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its number.
    pub id: i64,
    /// The organization.
    pub organization: i64,
    /// Its slug.
    pub slug: String,
    /// When it was created.
    pub created: Timestamp,
    /// The numbers of the members in it, pending ones among them.
    pub members: Vec<i64>,
    /// The numbers of its projects.
    pub projects: Vec<i64>,
}

impl Directory {
    /// The teams of an organization, the oldest first.
    pub fn teams_of(&self, organization: i64) -> Vec<&Team> {
        self.teams
            .iter()
            .filter(|row| row.organization == organization)
            .collect()
    }

    /// The team of an organization with this slug.
    pub fn team(&self, organization: i64, slug: &str) -> Option<&Team> {
        let mut rows = self.teams.iter();
        rows.find(|row| row.organization == organization && row.slug == slug)
    }

    /// The teams that look after a project, the oldest first.
    pub fn teams_of_project(&self, project: i64) -> impl Iterator<Item = &Team> {
        self.teams.iter().filter(move |row| row.projects.contains(&project))
    }

    /// The slugs of the teams that a member is in.
    pub fn team_slugs(&self, member: i64) -> Vec<String> {
        let own = self.teams.iter().filter(|row| row.members.contains(&member));
        own.map(|row| row.slug.clone()).collect()
    }

    /// Whether an account is in a team.
    pub fn is_in_team(&self, team: &Team, user: i64) -> bool {
        let member = self.membership(team.organization, user);
        member.is_some_and(|member| team.members.contains(&member.id))
    }

    /// Creates a team with its first member; gives it.
    pub fn add_team(&mut self, organization: i64, slug: &str, member: i64, now: Timestamp) -> Team {
        let row = Team {
            id: next(self.teams.iter().map(|row| row.id)),
            organization,
            slug: slug.to_owned(),
            created: now,
            members: vec![member],
            projects: Vec::new(),
        };
        self.teams.push(row.clone());
        row
    }

    /// Gives a team another slug.
    pub fn rename_team(&mut self, id: i64, slug: &str) {
        if let Some(row) = self.team_mut(id) {
            slug.clone_into(&mut row.slug);
        }
    }

    /// Deletes a team; its projects stay.
    pub fn delete_team(&mut self, id: i64) {
        self.teams.retain(|row| row.id != id);
    }

    /// Puts a member into a team or takes it out.
    pub fn set_in_team(&mut self, id: i64, member: i64, is_in: bool) {
        if let Some(row) = self.team_mut(id) {
            row.members.retain(|other| *other != member);
            row.members.extend(is_in.then_some(member));
        }
    }

    /// Puts a member into exactly these teams of an organization.
    pub fn set_teams(&mut self, organization: i64, member: i64, slugs: &[String]) {
        for row in self.teams.iter_mut().filter(|row| row.organization == organization) {
            row.members.retain(|other| *other != member);
            row.members.extend(slugs.contains(&row.slug).then_some(member));
        }
    }

    /// Lets a team look after a project, or no longer.
    pub fn set_project_of_team(&mut self, id: i64, project: i64, is_its: bool) {
        if let Some(row) = self.team_mut(id) {
            row.projects.retain(|other| *other != project);
            row.projects.extend(is_its.then_some(project));
        }
    }

    fn team_mut(&mut self, id: i64) -> Option<&mut Team> {
        self.teams.iter_mut().find(|row| row.id == id)
    }
}
