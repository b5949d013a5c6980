//! The table of members, invitations among them.

use super::{Directory, next, token};
use crate::seed::organizations::Role;
use glint_model::timestamp::Timestamp;

/// A member of an organization, or an invitation that was not accepted yet.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its number; the account has another one.
    pub id: i64,
    /// The organization.
    pub organization: i64,
    /// The account, or None while the invitation is pending.
    pub user: Option<i64>,
    /// The address that was invited.
    pub email: String,
    /// The role.
    pub role: Role,
    /// When it was created.
    pub created: Timestamp,
    /// What the link of the invitation ends with; empty where there was none.
    pub token: String,
    /// Whether the link works no longer.
    pub is_expired: bool,
}

impl Directory {
    /// The members of an organization, the newest first.
    pub fn members_of(&self, organization: i64) -> Vec<&Member> {
        let mut rows: Vec<_> = self
            .members
            .iter()
            .filter(|row| row.organization == organization)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.id));
        rows
    }

    /// The member with this number.
    pub fn member(&self, id: i64) -> Option<&Member> {
        self.members.iter().find(|row| row.id == id)
    }

    /// The membership of an account in an organization.
    pub fn membership(&self, organization: i64, user: i64) -> Option<&Member> {
        let mut rows = self.members.iter();
        rows.find(|row| row.organization == organization && row.user == Some(user))
    }

    /// The role of an account in an organization; None means it is no member.
    pub fn role(&self, organization: i64, user: i64) -> Option<Role> {
        self.membership(organization, user).map(|row| row.role)
    }

    /// Invites an address; gives the number of the invitation. Whoever is invited already gets a new link.
    pub fn invite(&mut self, organization: i64, email: &str, role: Role, now: Timestamp) -> i64 {
        let same = |row: &&mut Member| {
            row.organization == organization && row.user.is_none() && row.email.eq_ignore_ascii_case(email)
        };
        if let Some(row) = self.members.iter_mut().find(same) {
            row.role = role;
            row.token = token(&[row.id, now.0, row.token.len() as i64 + 1]);
            row.is_expired = false;
            return row.id;
        }
        let id = next(self.members.iter().map(|row| row.id));
        self.members.push(Member {
            id,
            organization,
            user: None,
            email: email.to_owned(),
            role,
            created: now,
            token: token(&[id, now.0]),
            is_expired: false,
        });
        id
    }

    /// Makes an account of an invitation.
    pub fn accept(&mut self, id: i64, user: i64) {
        if let Some(row) = self.members.iter_mut().find(|row| row.id == id) {
            row.user = Some(user);
        }
    }

    /// Lets an invitation run out, or takes that back; false when there is none with this number.
    pub fn set_expired(&mut self, id: i64, is_expired: bool) -> bool {
        let mut rows = self.members.iter_mut();
        let found = rows.find(|row| row.id == id && row.user.is_none());
        let is_there = found.is_some();
        if let Some(row) = found {
            row.is_expired = is_expired;
        }
        is_there
    }

    /// Gives a member another role.
    pub fn set_role(&mut self, id: i64, role: Role) {
        if let Some(row) = self.members.iter_mut().find(|row| row.id == id) {
            row.role = role;
        }
    }

    /// Removes a member or an invitation, from the teams as well.
    pub fn remove_member(&mut self, id: i64) {
        self.members.retain(|row| row.id != id);
        for team in &mut self.teams {
            team.members.retain(|member| *member != id);
        }
    }
}
