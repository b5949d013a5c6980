//! Merging issues: whether it can be done, and which one stays.

use crate::id::IssueId;
use crate::text::thousands;
use crate::wire::issue::Issue;

/// What a merge does: the server puts all into the newest issue (`contract/server-notes.md`, section 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergePlan {
    /// The issue that stays: the one with the highest number.
    pub stays: IssueId,
    /// Those that vanish, in the order in which they were given.
    pub vanish: Vec<IssueId>,
}

/// What merging these issues does; a sentence when it cannot be done.
pub fn merge_plan(issues: &[&Issue]) -> Result<MergePlan, String> {
    let mut ids: Vec<&IssueId> = Vec::with_capacity(issues.len());
    for issue in issues {
        if !ids.contains(&&issue.id) {
            ids.push(&issue.id);
        }
    }
    if ids.len() < 2 {
        return Err("Select at least two issues to merge.".to_owned());
    }
    let mut projects: Vec<_> = issues.iter().map(|issue| &issue.project.id).collect();
    projects.sort_unstable();
    projects.dedup();
    if projects.len() > 1 {
        let count = thousands(projects.len() as u64);
        return Err(format!(
            "Only issues of one project can be merged. These are from {count} projects."
        ));
    }
    let mut newest: Option<(u64, &IssueId)> = None;
    for id in &ids {
        let Ok(number) = id.as_str().parse() else {
            return Err("These issues cannot be merged: one of them has no number.".to_owned());
        };
        newest = newest.max(Some((number, id)));
    }
    let Some((_, stays)) = newest else {
        return Err("Select at least two issues to merge.".to_owned());
    };
    Ok(MergePlan {
        stays: stays.clone(),
        vanish: ids.iter().filter(|id| **id != stays).map(|id| (*id).clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::merge_plan;
    use crate::id::{IssueId, ProjectId};
    use crate::testing::issue;
    use crate::wire::issue::Issue;

    fn plan(ids: &[&str]) -> Result<(String, String), String> {
        let issues: Vec<Issue> = ids.iter().map(|id| issue(id)).collect();
        let plan = merge_plan(&issues.iter().collect::<Vec<_>>())?;
        let vanish: Vec<&str> = plan.vanish.iter().map(IssueId::as_str).collect();
        Ok((plan.stays.to_string(), vanish.join(" ")))
    }

    #[test]
    fn the_highest_number_stays() {
        for (ids, stays, vanish) in [
            (&["9", "10"][..], "10", "9"),
            (&["100", "99", "7"], "100", "99 7"),
            (&["7", "100", "7", "99"], "100", "7 99"),
        ] {
            assert_eq!(plan(ids), Ok((stays.to_owned(), vanish.to_owned())), "{ids:?}");
        }
    }

    #[test]
    fn what_cannot_be_merged_is_said() {
        for ids in [&[][..], &["1"], &["1", "1"]] {
            assert_eq!(
                plan(ids),
                Err("Select at least two issues to merge.".to_owned()),
                "{ids:?}"
            );
        }
        assert!(plan(&["1", "x"]).is_err());
        let mut other = issue("2");
        other.project.id = ProjectId::from("2");
        assert_eq!(
            merge_plan(&[&issue("1"), &other]),
            Err("Only issues of one project can be merged. These are from 2 projects.".to_owned())
        );
    }
}
