//! Many of everything, so that lists have pages: an organization with 180 members, 30 teams and 120 projects, and
//! somebody who is in 200 organizations. Nothing happens in them.

mod companies;
mod names;
pub mod people;

use crate::directory::Directory;
use crate::directory::members::Member;
use crate::directory::organizations::Organization;
use crate::directory::projects::Project;
use crate::directory::teams::Team;
use crate::seed::dice::Dice;
use crate::seed::role::Role;
use crate::users;
use glint_model::timestamp::Timestamp;

/// Who is in all of them.
pub const SAM: i64 = 9;

/// The manager of Acme, who is manager here too.
const MAX: i64 = 3;

const BIG_TEAM: i64 = 5;
const FIRST_MEMBER: i64 = 1001;
const FIRST_TEAM: i64 = 101;
const FIRST_PROJECT: i64 = 101;
const PENDING: usize = 20;
const DAY_MS: i64 = 86_400_000;

/// What each area of the big organization builds: the end of the project's name, and its platform.
const PARTS: [(&str, &str); 4] = [
    ("API", "python-django"),
    ("Web", "javascript-react"),
    ("Worker", "go"),
    ("App", "java-android"),
];

/// So many projects go by before one that no team looks after.
const WITHOUT_TEAM: usize = 17;

/// Adds all of it to the directory.
pub fn add_to(all: &mut Directory, now: Timestamp) {
    add_big_team(all, now);
    companies::add_to(all, now);
}

fn add_big_team(all: &mut Directory, now: Timestamp) {
    let on_day = |day: i64| Timestamp(now.0 - day * DAY_MS);
    all.organizations.push(Organization {
        id: BIG_TEAM,
        slug: "big-team".to_owned(),
        name: "Big Team".to_owned(),
        created: on_day(400),
        owner: FIRST_MEMBER,
        has_open_membership: true,
    });
    let mut users = vec![(SAM, Role::Owner), (MAX, Role::Manager)];
    users.extend(people::PEOPLE.iter().map(|person| (person.id, role_of(person.id))));
    for (id, (user, role)) in (FIRST_MEMBER..).zip(&users) {
        all.members
            .push(member(id, BIG_TEAM, *user, *role, on_day(FIRST_MEMBER + 399 - id)));
    }
    let first_pending = FIRST_MEMBER + users.len() as i64;
    for (id, index) in (first_pending..).zip(0..PENDING) {
        let mut row = member(id, BIG_TEAM, 0, role_of(id), on_day(first_pending + 21 - id));
        row.user = None;
        row.email = names::address(&names::invited(index));
        row.token = crate::directory::token_of(id, BIG_TEAM);
        row.is_expired = index < PENDING / 2;
        all.members.push(row);
    }
    let areas = names::AREAS.len();
    for (index, (id, area)) in (0..).zip((FIRST_TEAM..).zip(names::AREAS)) {
        let is_in = |nth: usize| nth % areas == index || nth % 11 == index % 11 && nth % 7 == index % 7;
        let nth_member = (0..).zip(FIRST_MEMBER..first_pending);
        all.teams.push(Team {
            id,
            organization: BIG_TEAM,
            slug: area.to_lowercase().replace(' ', "-"),
            created: on_day(390 - index as i64),
            members: nth_member.filter(|(nth, _)| is_in(*nth)).map(|(_, id)| id).collect(),
            projects: Vec::new(),
        });
    }
    for (index, id) in (0..areas * PARTS.len()).zip(FIRST_PROJECT..) {
        let (area, part) = (index % areas, PARTS[index / areas]);
        let name = format!("{} {}", names::AREAS[area], part.0);
        all.projects
            .push(project(id, BIG_TEAM, &name, part.1, on_day(380 - index as i64)));
        let team = all.teams.iter_mut().find(|team| team.id == FIRST_TEAM + area as i64);
        if let Some(team) = team.filter(|_| index % WITHOUT_TEAM != WITHOUT_TEAM - 1) {
            team.projects.push(id);
        }
    }
}

/// The role of somebody with this number: mostly member.
fn role_of(number: i64) -> Role {
    match Dice::new(&[number as u64, 0xb1]).below(100) {
        0..4 => Role::Owner,
        4..12 => Role::Manager,
        12..28 => Role::Admin,
        _ => Role::Member,
    }
}

fn member(id: i64, organization: i64, user: i64, role: Role, created: Timestamp) -> Member {
    Member {
        id,
        organization,
        user: Some(user),
        email: users::by_id(user).map_or("", |account| account.email).to_owned(),
        role,
        created,
        token: String::new(),
        is_expired: false,
    }
}

fn project(id: i64, organization: i64, name: &str, platform: &str, created: Timestamp) -> Project {
    Project {
        id,
        organization,
        slug: name.to_lowercase().replace(' ', "-"),
        name: name.to_owned(),
        platform: Some(platform.to_owned()),
        throttle: 0,
        created,
        is_deleted: false,
        template: None,
    }
}
