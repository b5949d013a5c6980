//! The organizations of somebody who has too many: 199 small companies.

use super::{DAY_MS, SAM, member, people, project};
use crate::directory::Directory;
use crate::directory::organizations::Organization;
use crate::directory::slug::slug_of;
use crate::directory::teams::Team;
use crate::seed::dice::Dice;
use crate::seed::role::Role;
use glint_model::timestamp::Timestamp;

const COMPANIES: usize = 199;
const FIRST: i64 = 101;
const FIRST_MEMBER: i64 = 2001;
const FIRST_TEAM: i64 = 201;
const FIRST_PROJECT: i64 = 301;

const PLACES: [&str; 20] = [
    "Amber", "Birch", "Cedar", "Delta", "Elm", "Falcon", "Garnet", "Harbour", "Iris", "Juniper", "Kestrel", "Lagoon",
    "Maple", "Nimbus", "Opal", "Pine", "Quarry", "River", "Sable", "Tundra",
];

const TRADES: [&str; 10] = [
    "Analytics",
    "Bakery",
    "Cycles",
    "Dental",
    "Energy",
    "Foods",
    "Games",
    "Hotels",
    "Insurance",
    "Logistics",
];

const SITES: [(&str, &str); 4] = [
    ("Website", "javascript"),
    ("Backend", "python-django"),
    ("Shop", "php-laravel"),
    ("Portal", "javascript-react"),
];

/// Adds the companies; every third has a project or two.
pub fn add_to(all: &mut Directory, now: Timestamp) {
    let mut project_id = FIRST_PROJECT;
    for index in 0..COMPANIES {
        let nth = index as i64;
        let created = Timestamp(now.0 - (380 - nth) * DAY_MS);
        let name = format!(
            "{} {}",
            PLACES[index % PLACES.len()],
            TRADES[index / PLACES.len() % TRADES.len()]
        );
        let mut dice = Dice::new(&[index as u64, 0xc0]);
        let role = match dice.below(4) {
            0 => Role::Owner,
            1 => Role::Manager,
            2 => Role::Admin,
            _ => Role::Member,
        };
        let (id, sam) = (FIRST + nth, FIRST_MEMBER + 2 * nth);
        let boss = people::PEOPLE.get(index % people::COUNT).map_or(0, |person| person.id);
        all.members.push(member(sam, id, SAM, role, created));
        all.members.push(member(sam + 1, id, boss, Role::Owner, created));
        all.organizations.push(Organization {
            id,
            slug: slug_of(&name, "company"),
            name,
            created,
            owner: if role == Role::Owner { sam } else { sam + 1 },
            has_open_membership: index % 5 != 0,
        });
        if index % 3 != 0 {
            continue;
        }
        let mut projects = Vec::new();
        for _ in 0..1 + dice.below(2) as usize {
            let (site, platform) = SITES[(index + projects.len()) % SITES.len()];
            all.projects.push(project(project_id, id, site, platform, created));
            projects.push(project_id);
            project_id += 1;
        }
        all.teams.push(Team {
            id: FIRST_TEAM + nth,
            organization: id,
            slug: "everyone".to_owned(),
            created,
            members: vec![sam, sam + 1],
            projects,
        });
    }
}
