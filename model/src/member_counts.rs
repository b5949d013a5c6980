//! The members of an organization at a glance.

use crate::member_role::Role;
use crate::wire::member::Member;

/// How many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberCounts {
    /// By role, the one that may do most first: as the server spells it, as people read it, and how many. Without roles that
    /// nobody has.
    pub roles: Vec<(String, String, u64)>,
    /// Of these, invitations that are still open.
    pub pending: u64,
}

impl MemberCounts {
    /// How many there are without the invitations.
    pub fn joined(&self) -> u64 {
        let all: u64 = self.roles.iter().map(|(.., count)| count).sum();
        all.saturating_sub(self.pending)
    }
}

/// Counts members.
pub fn count_members(members: &[Member]) -> MemberCounts {
    let known = Role::ALL.into_iter().rev();
    let mut counts = MemberCounts {
        roles: known
            .map(|role| (role.word().to_owned(), role.name().to_owned(), 0))
            .collect(),
        pending: 0,
    };
    for member in members {
        counts.pending += u64::from(member.pending);
        match counts.roles.iter_mut().find(|(role, ..)| *role == member.role) {
            Some((.., count)) => *count += 1,
            None => {
                let name = if member.role_name.is_empty() {
                    &member.role
                } else {
                    &member.role_name
                };
                counts.roles.push((member.role.clone(), name.clone(), 1));
            }
        }
    }
    counts.roles.retain(|(.., count)| *count > 0);
    counts
}

#[cfg(test)]
mod tests {
    use super::count_members;
    use crate::wire::member::Member;

    #[test]
    fn members_are_counted_by_role() {
        let members: Vec<Member> = serde_json::from_str(
            r#"[{"id": "1", "role": "member", "pending": true}, {"id": "2", "role": "owner"}, {"id": "3", "role": "member"},
                {"id": "4", "role": "auditor", "roleName": "Auditor"}]"#,
        )
        .expect("members");
        let counts = count_members(&members);
        let names: Vec<(&str, u64)> = counts
            .roles
            .iter()
            .map(|(_, name, count)| (name.as_str(), *count))
            .collect();
        assert_eq!(names, [("Owner", 1), ("Member", 2), ("Auditor", 1)]);
        assert_eq!((counts.pending, counts.joined()), (1, 3));
    }
}
