//! Giving the selected issues to somebody (6.1).

use super::aim::Aim;
use super::list::IssueList;
use super::tools::Tools;
use crate::issue_dialogs::{self, AssigneeQuestion};
use glint_model::deed::Deed;
use glint_model::id::ProjectId;
use glint_model::issue_filter::IssueFilter;
use glint_model::wire::issue::Assignee;
use leptos::prelude::*;

/// The dialog.
pub fn assign_dialog(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let title = format!("Assign {} to", aim.subject);
    let close = Callback::new(move |()| tools.close());
    // The server wants a status beside the assignee, and all that match have one only where the search names it.
    let has_no_status = |filter: &IssueFilter| filter.searched_status().is_none();
    if aim.matching.as_ref().is_some_and(has_no_status) {
        let instead = view! {
            <p class="lead">
                "Name a status in the search first, such as "<code>"is:unresolved"</code>
                ". GlitchTip sets the status again with whom issues are assigned to, so all of them must have the same."
            </p>
        };
        return issue_dialogs::assign_dialog(title, Err(instead.into_any()), close);
    }
    let question = AssigneeQuestion {
        organization: list.organization.get_value(),
        projects: projects(&aim),
        holder: common_holder(list, &aim),
        owner: list.owner.get_value(),
        choose: Callback::new(move |to: Option<Assignee>| {
            tools.close();
            list.act(aim.clone(), Deed::Assign(to));
        }),
    };
    issue_dialogs::assign_dialog(title, Ok(question), close)
}

/// Who has all of the issues, as a change would name them; the inner None is nobody. None where they differ, or where not
/// all are here to be asked.
fn common_holder(list: IssueList, aim: &Aim) -> Option<Option<String>> {
    if aim.matching.is_some() {
        return None;
    }
    let mut holders = aim.issues.iter().map(|issue| {
        let decided = list
            .decisions
            .with_untracked(|decisions| decisions.of(&issue.id).and_then(|decided| decided.assigned_to.clone()));
        let holder = decided.unwrap_or_else(|| issue.assigned_to.clone());
        holder.as_ref().map(Assignee::reference)
    });
    let first = holders.next()?;
    holders.all(|other| other == first).then_some(first)
}

/// The projects of the issues, as far as they are known.
fn projects(aim: &Aim) -> Vec<ProjectId> {
    let listed = aim.issues.iter().map(|issue| &issue.project.id);
    let filtered = aim.matching.iter().flat_map(|filter| &filter.projects);
    listed.chain(filtered).cloned().collect()
}
