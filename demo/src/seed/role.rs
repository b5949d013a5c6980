//! The roles of members, and what each may do.

/// A role, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Reads and triages.
    Member,
    /// Also looks after projects and teams.
    Admin,
    /// Also looks after members.
    Manager,
    /// Everything.
    Owner,
}

impl Role {
    /// The word of the wire.
    pub fn as_str(self) -> &'static str {
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

    /// What the role may do (`access` of an organization).
    pub fn scopes(self) -> Vec<String> {
        let steps: [&[&str]; 4] = [
            &[
                "event:read",
                "event:write",
                "event:admin",
                "member:read",
                "org:read",
                "project:read",
                "project:releases",
                "team:read",
            ],
            &[
                "org:integrations",
                "project:write",
                "project:admin",
                "team:write",
                "team:admin",
            ],
            &["member:write", "member:admin", "org:write"],
            &["org:admin"],
        ];
        steps
            .iter()
            .take(self as usize + 1)
            .copied()
            .flatten()
            .map(|scope| (*scope).to_owned())
            .collect()
    }
}
