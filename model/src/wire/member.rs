//! Members: `GET /api/0/organizations/{organization}/members/`.

use crate::text::first_line;
use crate::timestamp::Timestamp;
use crate::wire::issue::Assignee;
use crate::wire::user::UserOptions;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Somebody who belongs to an organization, or is invited to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The membership's number, as text; not the account's.
    pub id: String,
    /// Such as `admin`.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub role: String,
    /// The role for people.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub role_name: String,
    /// When it was created.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
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
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
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
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
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
mod tests {
    use super::Member;

    fn member(pending: bool, user: &str) -> Member {
        let text = format!(r#"{{"id": "7", "email": "Mia@example.com", "pending": {pending}, "user": {user}}}"#);
        serde_json::from_str(&text).expect("a member")
    }

    #[test]
    fn only_an_account_that_may_sign_in_can_be_given_issues() {
        for (pending, user, want) in [
            (
                false,
                r#"{"id": "10", "username": "mia@example.com", "email": "mia@example.com", "name": "Mia Member"}"#,
                Some(("user:10", "Mia Member", "mia@example.com")),
            ),
            (
                false,
                r#"{"id": "10", "email": "mia@work.example.com", "name": " "}"#,
                Some(("user:10", "mia@work.example.com", "mia@work.example.com")),
            ),
            (
                false,
                r#"{"id": "10", "name": null}"#,
                Some(("user:10", "Mia@example.com", "Mia@example.com")),
            ),
            (
                false,
                r#"{"id": "10", "name": "M\u202eia\nX"}"#,
                Some(("user:10", "Mia", "Mia@example.com")),
            ),
            (false, r#"{"id": "10", "isActive": false, "name": "Mia"}"#, None),
            (true, r#"{"id": "10", "name": "Mia"}"#, None),
            (true, "null", None),
            (false, "null", None),
        ] {
            let found = member(pending, user).assignee();
            let found = found
                .as_ref()
                .map(|to| (to.reference(), to.name.as_str(), to.email.as_deref()));
            let want = want.map(|(reference, name, email)| (reference.to_owned(), name, Some(email)));
            assert_eq!(found, want, "{user}");
        }
    }

    #[test]
    fn an_address_is_theirs_in_any_case() {
        let one = member(
            false,
            r#"{"id": "10", "username": "login@example.com", "email": "work@example.com"}"#,
        );
        for (address, want) in [
            ("mia@example.com", true),
            ("LOGIN@example.com", true),
            ("work@Example.com", true),
            ("noah@example.com", false),
            ("", false),
        ] {
            assert_eq!(one.has_address(address), want, "{address}");
        }
        assert!(!member(false, r#"{"id": "10"}"#).has_address(""));
    }
}
