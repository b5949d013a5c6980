//! Releases: a new one every few days for each project.

use crate::seed::dice::Dice;
use crate::seed::organizations::ProjectSeed;
use glint_model::timestamp::Timestamp;

/// A release.
#[derive(Debug)]
pub struct ReleaseSeed {
    /// The index of its project.
    pub project: usize,
    /// The whole version.
    pub version: String,
    /// When the server first heard of it.
    pub created: Timestamp,
    /// Whether somebody marked it as released, one hour later.
    pub is_released: bool,
}

const DAY_MS: u64 = 86_400_000;

/// All releases, the oldest first: the first of each project is older than its oldest event.
pub fn build(projects: &[ProjectSeed], now: Timestamp) -> Vec<ReleaseSeed> {
    let mut releases = Vec::new();
    for (project, seed) in projects.iter().enumerate() {
        let Some(template) = seed.template else { continue };
        let mut dice = Dice::new(&[project as u64, 0x4e]);
        let mut age = 32 * DAY_MS;
        let mut minor = dice.below(4);
        let mut patch = 0;
        while age > DAY_MS / 4 {
            releases.push(ReleaseSeed {
                project,
                version: version(template.package, minor, patch, &mut dice),
                created: Timestamp(now.0 - age as i64),
                is_released: dice.percent(40),
            });
            if dice.percent(30) {
                (minor, patch) = (minor + 1, 0);
            } else {
                patch += 1;
            }
            age = age.saturating_sub(2 * DAY_MS + dice.below(5 * DAY_MS));
        }
    }
    releases.sort_by_key(|release| release.created);
    releases
}

/// Numbered releases; a package that ends in `#` is named by commits.
fn version(package: &str, minor: u64, patch: u64, dice: &mut Dice) -> String {
    match package.strip_suffix('#') {
        Some(package) => format!("{package}{}", dice.hex(12)),
        None => format!("{package}3.{minor}.{patch}"),
    }
}
