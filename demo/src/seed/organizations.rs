//! Organizations, their projects, teams, members, environments and releases.

use crate::seed::platform::PLATFORMS;
pub use crate::seed::role::Role;
use crate::seed::template::Platform;

/// An organization of the seed.
#[derive(Debug)]
pub struct OrganizationSeed {
    /// Its number.
    pub id: i64,
    /// Its slug.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its members, the one it belongs to first.
    pub members: &'static [MemberSeed],
    /// Its teams.
    pub teams: &'static [TeamSeed],
}

/// A member of an organization.
#[derive(Clone, Copy, Debug)]
pub struct MemberSeed {
    /// Its number.
    pub id: i64,
    /// The account, or None while the invitation is pending.
    pub user: Option<i64>,
    /// The address of the invitation.
    pub email: &'static str,
    /// The role.
    pub role: Role,
    /// Whether the link of the invitation works no longer.
    pub is_expired: bool,
}

/// A team.
#[derive(Debug)]
pub struct TeamSeed {
    /// Its number.
    pub id: i64,
    /// Its slug.
    pub slug: &'static str,
    /// The accounts in it.
    pub users: &'static [i64],
    /// The slugs of its projects.
    pub projects: &'static [&'static str],
}

/// A project.
#[derive(Debug)]
pub struct ProjectSeed {
    /// Its number.
    pub id: i64,
    /// The organization it belongs to.
    pub organization: &'static OrganizationSeed,
    /// Its slug.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The platform it was created for.
    pub platform: Option<&'static str>,
    /// What happens in it; None for a project that has no events yet.
    pub template: Option<&'static Platform>,
}

/// The organizations.
pub static ORGANIZATIONS: [OrganizationSeed; 4] = [
    OrganizationSeed {
        id: 1,
        slug: "acme",
        name: "Acme",
        members: &[
            member(1, 1, Role::Owner),
            member(2, 2, Role::Owner),
            member(3, 3, Role::Manager),
            member(4, 4, Role::Admin),
            member(5, 5, Role::Member),
            member(6, 6, Role::Member),
            pending(7, "penny.pending@example.com", Role::Member),
            pending(8, "peter.pending@example.com", Role::Admin),
            MemberSeed {
                is_expired: true,
                ..pending(14, "paula.past@example.com", Role::Member)
            },
        ],
        teams: &[
            TeamSeed {
                id: 1,
                slug: "backend",
                users: &[1, 2, 3, 5],
                projects: &["shop-api", "checkout", "billing", "legacy-shop", "search"],
            },
            TeamSeed {
                id: 2,
                slug: "frontend",
                users: &[1, 4, 5, 6],
                projects: &["shop-web", "marketing-site"],
            },
            TeamSeed {
                id: 3,
                slug: "mobile",
                users: &[1, 4],
                projects: &["android-app", "ios-app", "desktop", "player"],
            },
            TeamSeed {
                id: 4,
                slug: "platform-ops",
                users: &[1, 2],
                projects: &["shop-api", "ingest", "jobs"],
            },
        ],
    },
    OrganizationSeed {
        id: 2,
        slug: "globex",
        name: "Globex Corporation",
        members: &[
            member(9, 2, Role::Owner),
            member(10, 1, Role::Admin),
            member(11, 8, Role::Member),
        ],
        teams: &[TeamSeed {
            id: 5,
            slug: "plant",
            users: &[1, 2, 8],
            projects: &["reactor", "brand-new"],
        }],
    },
    OrganizationSeed {
        id: 3,
        slug: "empty-org",
        name: "Empty Org",
        members: &[member(12, 1, Role::Owner)],
        teams: &[],
    },
    OrganizationSeed {
        id: 4,
        slug: "wall",
        name: "Wall of monitors",
        members: &[member(13, 1, Role::Owner)],
        teams: &[],
    },
];

/// Projects of Acme that no team looks after and that have no events: number, slug, name, platform.
pub const WITHOUT_TEAM: [(i64, &str, &str, &str); 2] = [
    (22, "internal-tools", "Internal Tools", "python-flask"),
    (23, "old-blog", "Old Blog", "php"),
];

/// A key beside the one that each project starts with.
#[derive(Debug)]
pub struct KeySeed {
    /// The project's number.
    pub project: i64,
    /// Its label.
    pub label: &'static str,
    /// At most how many events in how many seconds: window and count.
    pub rate_limit: Option<(i64, i64)>,
    /// Whether events are taken with it.
    pub is_active: bool,
}

/// The keys beside those that projects start with.
pub const MORE_KEYS: [KeySeed; 4] = [
    key(1, "staging key", Some((3600, 1000)), true),
    key(3, "Mobile checkout", None, true),
    key(3, "Load tests", Some((60, 10)), true),
    key(4, "Retired gateway", None, false),
];

/// The regions of the organization `wall`, each a project: slug and name.
pub const REGIONS: [(&str, &str); 6] = [
    ("ap-south", "Asia South"),
    ("eu-central", "Europe Central"),
    ("eu-west", "Europe West"),
    ("sa-east", "South America"),
    ("us-east", "US East"),
    ("us-west", "US West"),
];

/// The number of the first of those projects.
pub const FIRST_WALL_PROJECT: i64 = 16;

/// The projects: one on each platform, one that was just created, and those that only have monitors.
pub fn projects() -> Vec<ProjectSeed> {
    let [acme, globex, _, wall] = &ORGANIZATIONS;
    let mut projects: Vec<_> = (1..)
        .zip(PLATFORMS)
        .map(|(id, template)| ProjectSeed {
            id,
            organization: if template.slug == "reactor" { globex } else { acme },
            slug: template.slug,
            name: template.name,
            platform: Some(template.platform),
            template: Some(template),
        })
        .collect();
    projects.push(ProjectSeed {
        id: 15,
        organization: globex,
        slug: "brand-new",
        name: "Brand New",
        platform: None,
        template: None,
    });
    projects.extend(
        (FIRST_WALL_PROJECT..)
            .zip(REGIONS)
            .map(|(id, (slug, name))| ProjectSeed {
                id,
                organization: wall,
                slug,
                name,
                platform: None,
                template: None,
            }),
    );
    projects
}

const fn member(id: i64, user: i64, role: Role) -> MemberSeed {
    MemberSeed {
        id,
        user: Some(user),
        email: "",
        role,
        is_expired: false,
    }
}

const fn pending(id: i64, email: &'static str, role: Role) -> MemberSeed {
    MemberSeed {
        id,
        user: None,
        email,
        role,
        is_expired: false,
    }
}

const fn key(project: i64, label: &'static str, rate_limit: Option<(i64, i64)>, is_active: bool) -> KeySeed {
    KeySeed {
        project,
        label,
        rate_limit,
        is_active,
    }
}
