//! Resolving the selected issues in a release of one's choice (6.1).

use super::aim::Aim;
use super::list::IssueList;
use super::tools::Tools;
use crate::issue_dialogs::{self, ReleaseQuestion};
use crate::open_organization::OpenOrganization;
use glint_model::deed::Deed;
use glint_model::id::ProjectSlug;
use leptos::prelude::*;

/// The dialog.
pub fn release_dialog(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let title = format!("Resolve {} in", aim.subject);
    let open = OpenOrganization::get();
    let question = ReleaseQuestion {
        organization: list.organization.get_value(),
        projects: {
            let aim = aim.clone();
            Memo::new(move |_| projects(&aim, open))
        },
        choose: Callback::new(move |version: String| {
            tools.close();
            list.act(aim.clone(), Deed::ResolveIn(Some(version)));
        }),
    };
    issue_dialogs::release_dialog(title, question, Callback::new(move |()| tools.close()))
}

/// The projects that the issues are of, or can be of where not all of them are listed; None as long as that is not
/// known. Tracked.
fn projects(aim: &Aim, open: Option<OpenOrganization>) -> Option<Vec<ProjectSlug>> {
    let is_all_listed = aim.count == Some(aim.issues.len() as u64);
    let mut projects: Vec<ProjectSlug> = match aim.matching.as_ref().filter(|_| !is_all_listed) {
        None => aim.issues.iter().map(|issue| issue.project.slug.clone()).collect(),
        Some(filter) => open?.with(|open| {
            let projects = open.projects.iter().filter(|project| match filter.projects.as_slice() {
                [] => project.is_member,
                named => named.contains(&project.id),
            });
            projects.map(|project| project.slug.clone()).collect()
        })?,
    };
    projects.sort();
    projects.dedup();
    Some(projects)
}
