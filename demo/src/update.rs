//! What a request changes about issues: status, release of the fix, assignee.

use crate::seed::Seed;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::IssueStatus;
use serde_json::Value;
use std::collections::BTreeMap;

/// A change, each part only where the request names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// The status to set.
    pub status: Option<IssueStatus>,
    /// In which release it was mended (6.1).
    pub release: Option<FixedIn>,
    /// Who is to look after it, as `user:1` or `team:2`; the inner None takes it from whoever had it (6.1).
    pub assigned_to: Option<Option<String>>,
}

/// The release that an issue is resolved in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixedIn {
    /// This version, if the project has it.
    Version(String),
    /// The newest of the project, if it has any.
    Newest,
}

impl Update {
    /// What an issue of this project says about its new status. A version that the project does not have leaves
    /// nothing.
    pub fn details(&self, seed: &Seed, project: usize) -> Option<BTreeMap<String, Value>> {
        if self.status != Some(IssueStatus::Resolved) {
            return None;
        }
        let newest = || seed.release_at(project, Timestamp(i64::MAX), false);
        let is_known = |version: &str| {
            let mut own = seed.releases.iter().filter(|release| release.project == project);
            own.any(|release| release.version == version)
        };
        let version = match self.release.as_ref()? {
            FixedIn::Version(version) => version,
            FixedIn::Newest => newest(),
        };
        is_known(version).then(|| [("inRelease".to_owned(), Value::from(version))].into())
    }
}

#[cfg(test)]
mod tests {
    use super::{FixedIn, Update};
    use crate::seed::Seed;
    use glint_model::timestamp::Timestamp;
    use glint_model::wire::issue::IssueStatus;
    use serde_json::{Value, json};

    #[test]
    fn only_known_releases_of_the_project_are_kept() {
        let seed = Seed::new(Timestamp(1_795_435_200_000));
        let of = |project: usize| seed.releases.iter().filter(move |release| release.project == project);
        let newest = of(0).next_back().map_or("", |release| &release.version);
        let oldest = of(0).next().map_or("", |release| &release.version);
        let foreign = of(1).next_back().map_or("", |release| &release.version);
        let version = |version: &str| Some(FixedIn::Version(version.to_owned()));
        let without = seed.projects.len() - 1;
        for (project, status, release, want) in [
            (0, IssueStatus::Resolved, Some(FixedIn::Newest), json!(newest)),
            (0, IssueStatus::Resolved, version(oldest), json!(oldest)),
            (0, IssueStatus::Resolved, version(foreign), Value::Null),
            (0, IssueStatus::Resolved, version("nothing@1"), Value::Null),
            (0, IssueStatus::Resolved, None, Value::Null),
            (0, IssueStatus::Ignored, Some(FixedIn::Newest), Value::Null),
            (without, IssueStatus::Resolved, Some(FixedIn::Newest), Value::Null),
        ] {
            let update = Update {
                status: Some(status),
                release,
                assigned_to: None,
            };
            let details = update.details(&seed, project).unwrap_or_default();
            let found = details.get("inRelease").cloned().unwrap_or_default();
            assert_eq!(found, want, "{update:?}");
        }
    }
}
