//! Members: `GET /api/0/organizations/{organization}/members/`, and what is sent to invite and change them.

use crate::text::first_line;
use crate::timestamp::Timestamp;
use crate::wire::issue::Assignee;
use crate::wire::user::UserOptions;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;
use serde_json::value::RawValue;

/// Somebody who belongs to an organization, or is invited to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The membership's number, as text; not the account's.
    pub id: String,
    /// Such as `admin`.
    #[serde(default)]
    pub role: String,
    /// The role for people.
    #[serde(default)]
    pub role_name: String,
    /// When it was created.
    #[serde(default)]
    pub date_created: Timestamp,
    /// The address.
    #[serde(default)]
    pub email: String,
    /// The account; none while the invitation is open.
    #[serde(default)]
    pub user: Option<MemberUser>,
    /// Whether the invitation is still open.
    #[serde(default)]
    pub pending: bool,
    /// Whether the organization is theirs.
    #[serde(default)]
    pub is_owner: bool,
}

/// The account of a member, as others see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MemberUser {
    /// Its number, as text.
    pub id: String,
    /// Preferences, which concern nobody else.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub options: UserOptions,
    /// The login; the address.
    #[serde(default)]
    pub username: String,
    /// When it was created.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub date_joined: Option<Timestamp>,
    /// The primary address.
    #[serde(default)]
    pub email: String,
    /// Whether there is a password to sign in with.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub has_password_auth: bool,
    /// Accounts at providers.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub identities: Vec<Value>,
    /// When it last signed in.
    #[serde(default)]
    pub last_login: Option<Timestamp>,
    /// Whether it may do everything.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub is_superuser: bool,
    /// Whether it may sign in; a server that does not say so means that it may.
    #[serde(default = "yes")]
    pub is_active: bool,
    /// The name to show; may be empty.
    #[serde(default)]
    pub name: Option<String>,
}

/// A member as their own endpoint sends them: with their teams.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberDetail {
    /// What the list sends as well.
    #[serde(flatten)]
    pub member: Member,
    /// The slugs of their teams.
    pub teams: Vec<String>,
}

/// Reads the text twice, once for each half, like [`OrganizationDetail`](crate::wire::organization::OrganizationDetail).
impl<'de> Deserialize<'de> for MemberDetail {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Details {
            #[serde(default)]
            teams: Vec<String>,
        }
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let member = serde_json::from_str(text).map_err(de::Error::custom)?;
        let details: Details = serde_json::from_str(text).map_err(de::Error::custom)?;
        Ok(Self {
            member,
            teams: details.teams,
        })
    }
}

/// A team that a member is to be in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TeamRole {
    /// The team's slug.
    pub team_slug: String,
    /// Not in use: empty.
    #[serde(default)]
    pub role: String,
}

impl TeamRole {
    /// Of a team, by its slug.
    pub fn of(team: impl Into<String>) -> Self {
        Self {
            team_slug: team.into(),
            role: String::new(),
        }
    }
}

/// The body that invites somebody: `POST /api/0/organizations/{organization}/members/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteInvitation {
    /// The address.
    pub email: String,
    /// `member`, `admin`, `manager` or `owner`.
    pub org_role: String,
    /// The teams that they come into.
    #[serde(default)]
    pub team_roles: Vec<TeamRole>,
    /// Whether the server sends the mail.
    #[serde(default = "yes")]
    pub send_invite: bool,
    /// Whether an open invitation is sent again; otherwise it is a conflict.
    #[serde(default = "yes")]
    pub reinvite: bool,
}

/// The body that changes a member: `PUT /api/0/organizations/{organization}/members/{member}/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteMember {
    /// `member`, `admin`, `manager` or `owner`.
    pub org_role: String,
    /// The teams that they are in from now on.
    #[serde(default)]
    pub team_roles: Vec<TeamRole>,
}

impl Member {
    /// Whom an issue is given to: the account, named as an issue would name it. None for those who have none yet, or
    /// may no longer sign in.
    pub fn assignee(&self) -> Option<Assignee> {
        let user = self.user.as_ref().filter(|user| user.is_active && !self.pending)?;
        let name = first_line(user.name.as_deref().unwrap_or_default());
        Some(Assignee {
            kind: "user".to_owned(),
            id: user.id.clone(),
            name: if name.is_empty() {
                self.address().to_owned()
            } else {
                name
            },
            username: Some(user.username.clone()),
            email: Some(self.address().to_owned()),
            slug: None,
        })
    }

    /// Whether the address is theirs; upper and lower case are alike.
    pub fn has_address(&self, address: &str) -> bool {
        let user = self.user.iter().flat_map(|user| [&user.email, &user.username]);
        !address.is_empty() && user.chain([&self.email]).any(|own| own.eq_ignore_ascii_case(address))
    }

    fn address(&self) -> &str {
        match &self.user {
            Some(user) if !user.email.is_empty() => &user.email,
            Some(user) if self.email.is_empty() => &user.username,
            _ => &self.email,
        }
    }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests;
