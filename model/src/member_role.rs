//! Roles of members, in words: what each may do, who may give which, and who may be removed
//! (roles and their scopes: member < admin < manager < owner).
//!
//! Where a server is more lenient than this, the app is not: a member who may delete a project there does not see the button.

use crate::access::Right;
use std::cmp::Ordering;

/// A role, the weakest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Works with issues.
    #[default]
    Member,
    /// Also looks after projects and teams.
    Admin,
    /// Also looks after members.
    Manager,
    /// May do everything.
    Owner,
}

impl Role {
    /// All of them, the weakest first.
    pub const ALL: [Self; 4] = [Self::Member, Self::Admin, Self::Manager, Self::Owner];

    /// Reads the server's word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// The role that has these scopes (`access` of an organization).
    pub fn of_access(access: &[String]) -> Self {
        let has = |scope: &str| access.iter().any(|own| own == scope);
        if has("org:admin") {
            Self::Owner
        } else if has("member:write") {
            Self::Manager
        } else if has("project:write") {
            Self::Admin
        } else {
            Self::Member
        }
    }

    /// The server's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Admin => "admin",
            Self::Manager => "manager",
            Self::Owner => "owner",
        }
    }

    /// The word for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Admin => "Admin",
            Self::Manager => "Manager",
            Self::Owner => "Owner",
        }
    }

    /// With its article: “an admin”.
    pub fn one(self) -> &'static str {
        match self {
            Self::Member => "a member",
            Self::Admin => "an admin",
            Self::Manager => "a manager",
            Self::Owner => "an owner",
        }
    }

    /// What it may do, in a sentence or two.
    pub fn what_it_may(self) -> &'static str {
        match self {
            Self::Member => {
                "Sees and works on the issues of their teams’ projects, manages releases, and watches uptime. Sees who \
                 else is here. Changes no projects, teams or members."
            }
            Self::Admin => {
                "Everything a member may, and creates, changes and deletes projects and teams: keys, environments, \
                 alerts, and who is in which team."
            }
            Self::Manager => {
                "Everything an admin may, and invites, changes and removes members up to manager, and renames the \
                 organization."
            }
            Self::Owner => "Everything: also makes others owners, hands the organization over, and deletes it.",
        }
    }
}

/// Somebody whose membership is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Their role; none when the server named one that is not known here.
    pub role: Option<Role>,
    /// Whether it is the reader.
    pub is_me: bool,
    /// Whether the organization is theirs.
    pub is_account_owner: bool,
    /// Whether they have not accepted yet.
    pub is_pending: bool,
    /// Whether nobody else is an owner; false when the others are not known.
    pub is_last_owner: bool,
}

/// Why somebody with this role may not give that one; none when they may.
pub fn why_not_give(mine: Role, to: Role) -> Option<&'static str> {
    match (mine, to) {
        (Role::Owner, _) => None,
        (Role::Manager, Role::Owner) => Some("Only an owner may make somebody an owner."),
        (Role::Manager, _) => None,
        _ => Some("Only a manager or an owner may give roles."),
    }
}

/// Why somebody with this role may not change that member's; none when they may.
pub fn why_not_change(mine: Role, whom: &Subject) -> Option<&'static str> {
    if mine < Role::Manager {
        Some("Only a manager or an owner may change members.")
    } else if whom.is_account_owner {
        Some("The organization is theirs, so they stay an owner. Hand it over to somebody else first.")
    } else if whom.is_last_owner {
        Some("An organization needs an owner. Make somebody else one first.")
    } else if is_above(whom, mine) {
        Some("Only an owner may change an owner.")
    } else {
        None
    }
}

/// Why somebody with this role may not remove that member, or why they may not leave themselves; none when they may.
pub fn why_not_remove(mine: Role, whom: &Subject) -> Option<&'static str> {
    if whom.is_account_owner && whom.is_me {
        Some("The organization is yours. Hand it over to somebody else first.")
    } else if whom.is_account_owner {
        Some("The organization is theirs. It has to be handed over to somebody else first.")
    } else if whom.is_last_owner {
        Some("An organization needs an owner. Make somebody else one first.")
    } else if whom.is_me {
        None
    } else if mine < Role::Manager {
        Some("Only a manager or an owner may remove members.")
    } else if is_above(whom, mine) {
        Some("Only an owner may remove an owner.")
    } else {
        None
    }
}

/// Why somebody with this role may not put a member into a team, or take them out; none when they may. Where membership
/// `is_open`, everybody decides for themselves.
pub fn why_not_join(mine: Role, is_me: bool, is_open: bool) -> Option<&'static str> {
    if mine >= Role::Admin || is_me && is_open {
        None
    } else if is_me {
        Some("Who is in which team is decided by an admin, a manager or an owner here.")
    } else {
        Some(Right::Teams.reason())
    }
}

/// Why the organization may not be handed over to that member by somebody with this role; none when it may. Any owner may,
/// says `POST .../set_owner/`, and the server leaves the role of the new one as it is: it has to be an owner's before.
pub fn why_not_hand_over(mine: Role, whom: &Subject) -> Option<&'static str> {
    if mine != Role::Owner {
        Some("Only an owner may hand the organization over.")
    } else if whom.is_account_owner {
        Some("The organization is theirs already.")
    } else if whom.is_pending {
        Some("They have not accepted their invitation yet.")
    } else if whom.role != Some(Role::Owner) {
        Some("Make them an owner first.")
    } else {
        None
    }
}

/// Whether a change takes rights from whoever makes it, so that they cannot take it back themselves.
pub fn lowers_oneself(whom: &Subject, to: Role) -> bool {
    whom.is_me && whom.role.is_some_and(|now| to.cmp(&now) == Ordering::Less)
}

/// A role that is not known here is taken for the highest.
fn is_above(whom: &Subject, mine: Role) -> bool {
    whom.role.unwrap_or(Role::Owner) > mine
}

#[cfg(test)]
mod tests {
    use super::{
        Role, Subject, lowers_oneself, why_not_change, why_not_give, why_not_hand_over, why_not_join, why_not_remove,
    };

    fn somebody(role: Role) -> Subject {
        Subject {
            role: Some(role),
            is_me: false,
            is_account_owner: false,
            is_pending: false,
            is_last_owner: false,
        }
    }

    #[test]
    fn words_are_those_of_the_server() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.word()), Some(role));
        }
        assert_eq!(Role::parse("emperor"), None);
    }

    #[test]
    fn scopes_tell_the_role() {
        let of = |scopes: &[&str]| {
            let access: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
            Role::of_access(&access)
        };
        assert_eq!(of(&["event:read", "org:read"]), Role::Member);
        assert_eq!(of(&["event:read", "project:write", "team:write"]), Role::Admin);
        assert_eq!(of(&["project:write", "member:write", "org:write"]), Role::Manager);
        assert_eq!(of(&["project:write", "member:write", "org:admin"]), Role::Owner);
    }

    #[test]
    fn nobody_gives_more_than_they_have() {
        for (mine, may) in [
            (Role::Member, &[][..]),
            (Role::Admin, &[]),
            (Role::Manager, &[Role::Member, Role::Admin, Role::Manager]),
            (Role::Owner, &Role::ALL),
        ] {
            for to in Role::ALL {
                assert_eq!(why_not_give(mine, to).is_none(), may.contains(&to), "{mine:?} {to:?}");
            }
        }
    }

    #[test]
    fn managers_leave_owners_alone() {
        let owner = somebody(Role::Owner);
        assert!(why_not_change(Role::Manager, &owner).is_some());
        assert!(why_not_remove(Role::Manager, &owner).is_some());
        assert!(why_not_change(Role::Owner, &owner).is_none());
        assert!(why_not_remove(Role::Owner, &owner).is_none());
        assert!(why_not_change(Role::Manager, &somebody(Role::Manager)).is_none());
        assert!(why_not_change(Role::Admin, &somebody(Role::Member)).is_some());
        let unknown = Subject { role: None, ..owner };
        assert!(why_not_change(Role::Manager, &unknown).is_some());
    }

    #[test]
    fn everybody_may_leave_but_the_last_owner() {
        for role in Role::ALL {
            let me = Subject {
                is_me: true,
                ..somebody(role)
            };
            assert!(why_not_remove(role, &me).is_none(), "{role:?}");
        }
        let me = Subject {
            is_me: true,
            ..somebody(Role::Owner)
        };
        let last = Subject {
            is_last_owner: true,
            ..me
        };
        let account = Subject {
            is_account_owner: true,
            ..me
        };
        assert!(why_not_remove(Role::Owner, &last).is_some());
        assert!(why_not_remove(Role::Owner, &account).is_some());
        assert!(why_not_change(Role::Owner, &last).is_some());
        assert!(why_not_change(Role::Owner, &account).is_some());
    }

    #[test]
    fn open_membership_is_for_oneself() {
        for (role, is_me, is_open, may) in [
            (Role::Member, true, true, true),
            (Role::Member, true, false, false),
            (Role::Member, false, true, false),
            (Role::Admin, false, false, true),
            (Role::Owner, true, false, true),
        ] {
            let reason = why_not_join(role, is_me, is_open);
            assert_eq!(reason.is_none(), may, "{role:?} {is_me} {is_open}");
        }
    }

    #[test]
    fn only_an_owner_is_handed_the_organization() {
        assert!(why_not_hand_over(Role::Owner, &somebody(Role::Owner)).is_none());
        assert!(why_not_hand_over(Role::Owner, &somebody(Role::Manager)).is_some());
        assert!(why_not_hand_over(Role::Manager, &somebody(Role::Owner)).is_some());
        let pending = Subject {
            is_pending: true,
            ..somebody(Role::Owner)
        };
        assert!(why_not_hand_over(Role::Owner, &pending).is_some());
    }

    #[test]
    fn only_a_step_down_of_ones_own_is_asked_about() {
        let me = Subject {
            is_me: true,
            ..somebody(Role::Manager)
        };
        assert!(lowers_oneself(&me, Role::Admin));
        assert!(!lowers_oneself(&me, Role::Owner));
        assert!(!lowers_oneself(&somebody(Role::Manager), Role::Member));
    }
}
