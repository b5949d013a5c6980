//! The list of members: what is looked for, in which order, and how the URL says so (`?text&role&team&state&sort`).

use crate::member_role::{Role, Subject};
use crate::timestamp::Timestamp;
use crate::wire::member::Member;
use std::cmp::{Ordering, Reverse};

/// How long the link of an invitation works, by the server's own default.
const INVITATION_DAYS: i64 = 15;
const DAY_MS: i64 = 86_400_000;

/// Which of those who belong here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// All.
    #[default]
    All,
    /// Those with an account.
    Joined,
    /// Those with an open invitation.
    Pending,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::All, Self::Joined, Self::Pending];

    /// Reads the URL's word; what is not known there is all.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.word() == word).unwrap_or_default()
    }

    /// The URL's word; empty for all.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Joined => "joined",
            Self::Pending => "pending",
        }
    }

    /// The words for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All states",
            Self::Joined => "Members",
            Self::Pending => "Open invitations",
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By role, the strongest first.
    Role,
    /// Who came last first.
    Newest,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Name, Self::Role, Self::Newest];

    /// Reads the URL's word; what is not known there is by name.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.word() == word).unwrap_or_default()
    }

    /// The URL's word; empty for that by name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::Role => "role",
            Self::Newest => "newest",
        }
    }

    /// The words for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "By name",
            Self::Role => "By role",
            Self::Newest => "Newest first",
        }
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberFilter {
    /// Words of the name or the address.
    pub text: String,
    /// The role.
    pub role: Option<Role>,
    /// The slug of a team.
    pub team: Option<String>,
    /// Whether they accepted.
    pub state: Standing,
    /// The order.
    pub sort: Order,
}

impl MemberFilter {
    /// Reads a URL's query. What is not known there is as if it were not.
    pub fn from_query(query: &[(String, String)]) -> Self {
        let of = |name: &str| query.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str());
        Self {
            text: of("text").unwrap_or_default().to_owned(),
            role: of("role").and_then(Role::parse),
            team: of("team").filter(|team| !team.is_empty()).map(str::to_owned),
            state: of("state").map(Standing::parse).unwrap_or_default(),
            sort: of("sort").map(Order::parse).unwrap_or_default(),
        }
    }

    /// The query of its URL.
    pub fn to_query(&self) -> Vec<(String, String)> {
        let all = [
            ("text", self.text.trim()),
            ("role", self.role.map_or("", Role::word)),
            ("team", self.team.as_deref().unwrap_or_default()),
            ("state", self.state.word()),
            ("sort", self.sort.word()),
        ];
        let set = all.into_iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// Whether some are left out.
    pub fn leaves_out(&self) -> bool {
        !self.text.trim().is_empty() || self.role.is_some() || self.team.is_some() || self.state != Standing::All
    }

    /// The places of those that fit, in order. `in_team` are the numbers of the members of the team, when there is one.
    pub fn apply(
        &self,
        members: &[Member],
        in_team: Option<&[String]>,
        compare: impl Fn(&str, &str) -> Ordering,
    ) -> Vec<usize> {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let fits = |member: &Member| {
            let is_in = |words: &[String]| {
                let text = format!("{}\n{}", member.name(), member.address()).to_lowercase();
                words.iter().all(|word| text.contains(word.as_str()))
            };
            (words.is_empty() || is_in(&words))
                && self.role.is_none_or(|role| member.role == role.word())
                && in_team.is_none_or(|team| team.contains(&member.id))
                && match self.state {
                    Standing::All => true,
                    Standing::Joined => !member.pending,
                    Standing::Pending => member.pending,
                }
        };
        let mut found: Vec<(usize, &Member)> = members.iter().enumerate().filter(|(_, one)| fits(one)).collect();
        let by_name = |one: &Member, other: &Member| compare(one.name(), other.name());
        match self.sort {
            Order::Name => found.sort_by(|(_, one), (_, other)| by_name(one, other)),
            Order::Role => found.sort_by(|(_, one), (_, other)| {
                let rank = |member: &Member| Reverse((Role::parse(&member.role), member.is_owner));
                rank(one).cmp(&rank(other)).then_with(|| by_name(one, other))
            }),
            Order::Newest => found.sort_by_key(|(_, one)| Reverse(one.date_created.0)),
        }
        found.into_iter().map(|(at, _)| at).collect()
    }
}

impl Member {
    /// What they are called: the name of the account, or the address.
    pub fn name(&self) -> &str {
        let name = self.user.as_ref().and_then(|user| user.name.as_deref());
        name.map(str::trim)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.address())
    }

    /// How they stand to whoever has this address, among all members.
    pub fn subject(&self, my_address: &str, all: &[Self]) -> Subject {
        let is_owner = |member: &Self| member.role == Role::Owner.word() && !member.pending;
        let has_others = all.iter().any(|other| other.id != self.id && is_owner(other));
        Subject {
            role: Role::parse(&self.role),
            is_me: !self.pending && self.has_address(my_address),
            is_account_owner: self.is_owner,
            is_pending: self.pending,
            is_last_owner: is_owner(self) && !all.is_empty() && !has_others,
        }
    }

    /// Whether the link of an open invitation works no longer, as far as its age tells; when it was sent again it may.
    pub fn may_be_expired(&self, now: Timestamp) -> bool {
        self.pending && now.0 - self.date_created.0 > INVITATION_DAYS * DAY_MS
    }
}

#[cfg(test)]
mod tests {
    use super::{MemberFilter, Order, Standing};
    use crate::member_role::Role;
    use crate::timestamp::Timestamp;
    use crate::wire::member::Member;

    fn members() -> Vec<Member> {
        let text = r#"[
            {"id": "1", "role": "owner", "email": "zoe@x.com", "isOwner": true, "dateCreated": "2026-11-01T08:00:00Z",
             "user": {"id": "11", "email": "zoe@x.com", "name": "Zoe"}},
            {"id": "2", "role": "member", "email": "abel@x.com", "pending": true, "dateCreated": "2026-11-03T08:00:00Z"},
            {"id": "3", "role": "admin", "email": "ben@x.com", "dateCreated": "2026-11-02T08:00:00Z",
             "user": {"id": "13", "email": "ben@x.com", "name": " "}}
        ]"#;
        serde_json::from_str(text).expect("members")
    }

    fn found(filter: &MemberFilter, team: Option<&[String]>) -> Vec<usize> {
        filter.apply(&members(), team, str::cmp)
    }

    #[test]
    fn a_filter_is_read_as_it_is_written() {
        let filter = MemberFilter {
            text: "mia".to_owned(),
            role: Some(Role::Admin),
            team: Some("backend".to_owned()),
            state: Standing::Pending,
            sort: Order::Newest,
        };
        assert_eq!(MemberFilter::from_query(&filter.to_query()), filter);
        assert!(MemberFilter::default().to_query().is_empty());
        let odd = [("role", "emperor"), ("state", "?"), ("sort", ""), ("team", "")];
        let odd = odd.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(MemberFilter::from_query(&odd), MemberFilter::default());
    }

    #[test]
    fn each_choice_has_a_word_of_its_own() {
        for state in Standing::ALL {
            assert_eq!(Standing::parse(state.word()), state);
        }
        for sort in Order::ALL {
            assert_eq!(Order::parse(sort.word()), sort);
        }
    }

    #[test]
    fn orders() {
        let sorted = |sort| {
            found(
                &MemberFilter {
                    sort,
                    ..MemberFilter::default()
                },
                None,
            )
        };
        assert_eq!(sorted(Order::Role), [0, 2, 1]);
        assert_eq!(sorted(Order::Newest), [1, 2, 0]);
        assert_eq!(sorted(Order::Name), [0, 1, 2]);
    }

    #[test]
    fn filters() {
        let with = |change: fn(&mut MemberFilter)| {
            let mut filter = MemberFilter::default();
            change(&mut filter);
            assert!(filter.leaves_out());
            found(&filter, None)
        };
        assert_eq!(with(|filter| filter.text = "X.com BEN".to_owned()), [2]);
        assert_eq!(with(|filter| filter.role = Some(Role::Owner)), [0]);
        assert_eq!(with(|filter| filter.state = Standing::Pending), [1]);
        assert_eq!(with(|filter| filter.state = Standing::Joined), [0, 2]);
        assert_eq!(found(&MemberFilter::default(), Some(&["3".to_owned()])), [2]);
    }

    #[test]
    fn the_last_owner_is_told_from_others() {
        let all = members();
        let zoe = all[0].subject("ZOE@x.com", &all);
        assert!(zoe.is_me && zoe.is_last_owner && zoe.is_account_owner);
        let abel = all[1].subject("abel@x.com", &all);
        assert!(!abel.is_me && abel.is_pending && !abel.is_last_owner);
        assert!(!all[0].subject("", &[]).is_last_owner);
    }

    #[test]
    fn old_invitations_may_be_expired() {
        let all = members();
        let day = |days: i64| Timestamp(all[1].date_created.0 + days * 86_400_000);
        assert!(!all[1].may_be_expired(day(15)));
        assert!(all[1].may_be_expired(day(16)));
        assert!(!all[0].may_be_expired(day(400)));
    }
}
