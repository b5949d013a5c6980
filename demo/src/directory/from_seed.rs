//! The directory that every world starts with: the organizations that are written down, and the crowd that is made.

use super::keys::Key;
use super::members::Member;
use super::organizations::Organization;
use super::projects::Project;
use super::teams::Team;
use super::{Directory, token_of};
use crate::seed::crowd;
use crate::seed::organizations::{
    KeySeed, MORE_KEYS, MemberSeed, ORGANIZATIONS, OrganizationSeed, ProjectSeed, WITHOUT_TEAM,
};
use crate::users;
use glint_model::timestamp::Timestamp;

/// The environment that every project of the seed hides.
const HIDDEN: &str = "development";

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

impl Directory {
    /// Lays the tables out before a moment.
    pub fn of_seed(projects: &[ProjectSeed], now: Timestamp) -> Self {
        let mut all = Self {
            projects: projects.iter().map(|seed| project(seed, now)).collect(),
            ..Self::default()
        };
        all.projects
            .extend(WITHOUT_TEAM.iter().map(|(id, slug, name, platform)| Project {
                id: *id,
                organization: ORGANIZATIONS[0].id,
                slug: (*slug).to_owned(),
                name: (*name).to_owned(),
                platform: Some((*platform).to_owned()),
                throttle: 0,
                created: created(now, 30 + id),
                is_deleted: false,
                template: None,
            }));
        for seed in &ORGANIZATIONS {
            all.add_seed(seed, now);
        }
        crowd::add_to(&mut all, now);
        all.keys = all.projects.iter().map(|row| Key::first(row.id, row.created)).collect();
        let first_keys = all.keys.clone();
        for first in &first_keys {
            let more = MORE_KEYS.iter().filter(|seed| seed.project == first.project);
            all.keys
                .extend((1..).zip(more).map(|(number, seed)| more_key(first, number, seed)));
        }
        for project in projects {
            all.hidden.set(project.id, HIDDEN, true);
        }
        all
    }

    fn add_seed(&mut self, seed: &OrganizationSeed, now: Timestamp) {
        self.members.extend(seed.members.iter().map(|it| member(seed, it, now)));
        let owner = seed.members.first().map_or(0, |first| first.id);
        for it in seed.teams {
            let project = |slug: &&str| self.project(seed.id, slug).map(|row| row.id);
            let of_user = |user: &i64| self.membership(seed.id, *user).map(|row| row.id);
            let row = Team {
                id: it.id,
                organization: seed.id,
                slug: it.slug.to_owned(),
                created: created(now, 10 + it.id),
                members: it.users.iter().filter_map(of_user).collect(),
                projects: it.projects.iter().filter_map(project).collect(),
            };
            self.teams.push(row);
        }
        self.organizations.push(Organization {
            id: seed.id,
            slug: seed.slug.to_owned(),
            name: seed.name.to_owned(),
            created: created(now, seed.id),
            owner,
            has_open_membership: true,
        });
    }
}

fn project(seed: &ProjectSeed, now: Timestamp) -> Project {
    Project {
        id: seed.id,
        organization: seed.organization.id,
        slug: seed.slug.to_owned(),
        name: seed.name.to_owned(),
        platform: seed.platform.map(str::to_owned),
        throttle: 0,
        created: created(now, 30 + seed.id),
        is_deleted: false,
        template: seed.template,
    }
}

fn member(organization: &OrganizationSeed, seed: &MemberSeed, now: Timestamp) -> Member {
    let account = seed.user.and_then(users::by_id);
    Member {
        id: seed.id,
        organization: organization.id,
        user: seed.user,
        email: account.map_or(seed.email, |account| account.email).to_owned(),
        role: seed.role,
        created: if seed.user.is_none() && !seed.is_expired {
            invited(now, seed.id)
        } else {
            created(now, 60 + seed.id)
        },
        token: token_of(seed.id, organization.id),
        is_expired: seed.is_expired,
    }
}

fn more_key(first: &Key, number: i64, seed: &KeySeed) -> Key {
    Key {
        number,
        label: Some(seed.label.to_owned()),
        rate_limit: seed.rate_limit,
        is_active: seed.is_active,
        created: Timestamp(first.created.0 + number * HOUR_MS),
        ..first.clone()
    }
}

/// When an open invitation of this number was sent: in the days before.
fn invited(now: Timestamp, number: i64) -> Timestamp {
    Timestamp(now.0 - (12 - number) * DAY_MS - 7 * HOUR_MS)
}

/// When a record of this number was created: some time in the year before, the higher number later.
fn created(now: Timestamp, number: i64) -> Timestamp {
    Timestamp(now.0 - 365 * DAY_MS + number * DAY_MS + number * 1_234_567)
}
