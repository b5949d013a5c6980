//! What a role may do, by the scopes that an organization grants the reader (`access` of
//! `GET /api/0/organizations/{organization}/`; roles and their scopes: member < admin < manager < owner).

/// Something that not every member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Create, change and delete projects, with their keys, environments, teams and alerts.
    Projects,
    /// Create, rename and delete teams, and decide who and what is in them.
    Teams,
    /// Invite, change and remove members.
    Members,
    /// Rename the organization.
    Organization,
    /// Delete the organization, and hand it over.
    Everything,
}

impl Right {
    /// The scope that gives it.
    fn scope(self) -> &'static str {
        match self {
            Self::Projects => "project:write",
            Self::Teams => "team:write",
            Self::Members => "member:write",
            Self::Organization => "org:write",
            Self::Everything => "org:admin",
        }
    }

    /// Whether these scopes give it.
    pub fn is_among(self, access: &[String]) -> bool {
        access.iter().any(|scope| scope == self.scope())
    }

    /// Who has it, for those who do not.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Projects => "Only an admin, a manager or an owner may change projects.",
            Self::Teams => "Only an admin, a manager or an owner may change teams.",
            Self::Members => "Only a manager or an owner may change members.",
            Self::Organization => "Only a manager or an owner may change the organization.",
            Self::Everything => "Only an owner may do this.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Right;

    #[test]
    fn each_role_has_what_those_below_it_have() {
        let admin = ["project:write", "team:write"];
        let manager = [&admin[..], &["member:write", "org:write"]].concat();
        let owner = [&manager[..], &["org:admin"]].concat();
        let all = [
            Right::Projects,
            Right::Teams,
            Right::Members,
            Right::Organization,
            Right::Everything,
        ];
        for (scopes, want) in [(&[][..], 0), (&admin[..], 2), (&manager[..], 4), (&owner[..], 5)] {
            let access: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
            let found = all.iter().filter(|right| right.is_among(&access)).count();
            assert_eq!(found, want, "{scopes:?}");
        }
    }
}
