//! Whom issues can be given to, in the order in which they are offered.

use crate::ui::icon::Icon;
use crate::ui::pick_list::Pick;
use glint_model::id::ProjectId;
use glint_model::text::counted;
use glint_model::wire::issue::Assignee;
use glint_model::wire::member::Member;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::team::Team;
use std::cmp::Ordering;

/// Somebody that issues can be given to, as the list shows and as a change names them; nobody is one, too.
pub type Choice = (Pick, Option<Assignee>);

/// The order of two names for the reader.
type Compare = fn(&str, &str) -> Ordering;

/// Nobody, the reader with the address `me`, the teams with those of the issues' `projects` first, the other members.
pub fn choices(
    open: &OrganizationDetail,
    members: &[Member],
    me: &str,
    projects: &[ProjectId],
    compare: Compare,
) -> Vec<Choice> {
    let nobody = Pick {
        label: "Nobody".to_owned(),
        hint: "Takes it from whoever has it".to_owned(),
        sign: Some(Icon::Close),
        ..Pick::default()
    };
    let mut choices = vec![(nobody, None)];
    let mut people: Vec<(bool, Assignee)> = members
        .iter()
        .filter_map(|member| Some((!member.has_address(me), member.assignee()?)))
        .collect();
    people.sort_by(|(one_is_other, one), (other_is_other, other)| {
        let by_name = || compare(&one.name, &other.name);
        one_is_other.cmp(other_is_other).then_with(by_name)
    });
    let of_me = people.partition_point(|(is_other, _)| !is_other);
    let others = people.split_off(of_me);
    choices.extend(people.into_iter().map(|(_, to)| person(to, "me")));
    choices.extend(teams(open, projects, compare).into_iter().map(team));
    choices.extend(others.into_iter().map(|(_, to)| person(to, "")));
    choices
}

fn teams<'a>(open: &'a OrganizationDetail, projects: &[ProjectId], compare: Compare) -> Vec<&'a Team> {
    let own: Vec<&str> = open
        .projects
        .iter()
        .filter(|project| projects.contains(&project.id))
        .flat_map(|project| project.teams.iter().flatten())
        .map(|team| team.id.as_str())
        .collect();
    let mut teams: Vec<&Team> = open.teams.iter().collect();
    teams.sort_by(|one, other| {
        let is_other = |team: &Team| !own.contains(&team.id.as_str());
        let by_name = || compare(&one.slug, &other.slug);
        is_other(one).cmp(&is_other(other)).then_with(by_name)
    });
    teams
}

fn person(to: Assignee, alias: &'static str) -> Choice {
    let address = to
        .email
        .clone()
        .filter(|address| *address != to.name)
        .unwrap_or_default();
    let pick = Pick {
        label: if alias.is_empty() {
            to.name.clone()
        } else {
            format!("{} (you)", to.name)
        },
        hint: address,
        alias,
        sign: Some(Icon::Person),
        ..Pick::default()
    };
    (pick, Some(to))
}

fn team(team: &Team) -> Choice {
    let pick = Pick {
        label: team.slug.clone(),
        hint: format!("Team with {}", counted(team.member_count, "member", "members")),
        sign: Some(Icon::Team),
        ..Pick::default()
    };
    let to = Assignee {
        kind: "team".to_owned(),
        id: team.id.clone(),
        name: team.slug.clone(),
        username: None,
        email: None,
        slug: Some(team.slug.clone()),
    };
    (pick, Some(to))
}

#[cfg(test)]
mod tests {
    use super::choices;
    use glint_model::id::ProjectId;
    use glint_model::wire::issue::Assignee;
    use glint_model::wire::lossy::read_list;
    use glint_model::wire::member::Member;
    use glint_model::wire::organization::OrganizationDetail;

    fn organization() -> OrganizationDetail {
        let text = r#"{"id": "1", "name": "Acme", "slug": "acme", "dateCreated": "2026-11-23T08:15:09Z",
            "teams": [{"id": "1", "slug": "web", "memberCount": 1}, {"id": "2", "slug": "backend", "memberCount": 4},
                {"id": "3", "slug": "search"}],
            "projects": [{"id": "7", "name": "Search", "slug": "search", "dateCreated": "2026-11-23T08:15:09Z",
                "teams": [{"id": "3", "slug": "search"}]}]}"#;
        serde_json::from_str(text).expect("an organization")
    }

    fn members() -> Vec<Member> {
        let text = r#"[{"id": "14", "email": "penny@example.com", "user": null, "pending": true},
            {"id": "13", "email": "noah@example.com", "user": {"id": "3", "name": "Noah"}},
            {"id": "12", "email": "mia@example.com", "user": {"id": "2", "name": "Mia"}},
            {"id": "11", "email": "anna@example.com", "user": {"id": "1", "name": ""}}]"#;
        read_list(text).expect("a list").items
    }

    fn offered(me: &str, projects: &[&str]) -> Vec<String> {
        let projects: Vec<ProjectId> = projects.iter().map(|id| ProjectId::from(*id)).collect();
        choices(&organization(), &members(), me, &projects, str::cmp)
            .into_iter()
            .map(|(pick, to)| {
                let to = to.as_ref().map_or("-".to_owned(), Assignee::reference);
                format!("{} {to}", pick.label)
            })
            .collect()
    }

    #[test]
    fn the_reader_and_the_teams_of_the_projects_come_first() {
        assert_eq!(
            offered("Noah@example.com", &["7", "9"]),
            [
                "Nobody -",
                "Noah (you) user:3",
                "search team:3",
                "backend team:2",
                "web team:1",
                "Mia user:2",
                "anna@example.com user:1",
            ]
        );
    }

    #[test]
    fn nobody_is_the_reader_where_the_address_is_not_known() {
        let offered = offered("", &[]);
        assert_eq!(offered[..3], ["Nobody -", "backend team:2", "search team:3"]);
        assert_eq!(offered.len(), 7);
    }
}
