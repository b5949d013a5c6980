//! The directory of a world: organizations, members, teams, projects, keys and environments as typed tables. All
//! worlds share the one of the seed until something is changed in theirs.

pub mod environments;
mod from_seed;
pub mod keys;
pub mod members;
pub mod organizations;
pub mod projects;
pub mod slug;
pub mod teams;

use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use environments::Hidden;
use keys::Key;
use members::Member;
use organizations::Organization;
use projects::Project;
use teams::Team;

/// All tables. Rows refer to one another by number.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// The members and invitations of all organizations.
    pub members: Vec<Member>,
    /// The teams of all organizations.
    pub teams: Vec<Team>,
    /// The projects of all organizations: those of the seed first and in its order, so that an issue finds its
    /// project by the same index. A deleted one stays in its place and is passed over.
    pub projects: Vec<Project>,
    /// The keys of all projects.
    pub keys: Vec<Key>,
    /// The environments that projects hide.
    pub hidden: Hidden,
}

impl Directory {
    /// The project of an issue; one that was deleted too.
    pub fn project_of(&self, issue: &IssueSeed) -> &Project {
        &self.projects[issue.project]
    }

    /// Whether the project of an issue is still there.
    pub fn has_project_of(&self, issue: &IssueSeed) -> bool {
        !self.project_of(issue).is_deleted
    }
}

/// The number after those of a table.
fn next(numbers: impl Iterator<Item = i64>) -> i64 {
    numbers.max().unwrap_or_default() + 1
}

/// The token of an invitation of the seed.
pub fn token_of(member: i64, organization: i64) -> String {
    token(&[member, organization])
}

/// The token of an invitation: the same for the same numbers.
fn token(parts: &[i64]) -> String {
    let parts: Vec<u64> = parts.iter().map(|part| *part as u64).collect();
    let hex = Dice::new(&parts).hex(38);
    format!("{}-{}", &hex[..6], &hex[6..])
}
