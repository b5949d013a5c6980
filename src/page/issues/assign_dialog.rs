//! Giving issues to somebody (6.1): to nobody, to oneself, to a team, or to a member with an account. What is behind the
//! title is a chunk of its own, since many servers cannot do it.

mod choices;

use super::aim::Aim;
use super::list::IssueList;
use super::tools::Tools;
use crate::api::members::list_members;
use crate::browser::intl;
use crate::chunk::{PageView, chunk};
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::effect;
use crate::session::{Session, SessionState};
use crate::ui::pick_list::{pick_dialog, pick_list, pick_room};
use crate::ui::state::{failed, waiting};
use choices::choices;
use glint_model::deed::Deed;
use glint_model::error::ApiError;
use glint_model::id::ProjectId;
use glint_model::issue_filter::IssueFilter;
use glint_model::wire::issue::Assignee;
use glint_model::wire::member::Member;
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog.
pub fn assign_dialog(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let title = format!("Assign {} to", aim.subject);
    // The server wants a status beside the assignee, and all that match have one only where the search names it.
    let has_no_status = |filter: &IssueFilter| filter.searched_status().is_none();
    let inside = if aim.matching.as_ref().is_some_and(has_no_status) {
        view! {
            <p class="lead">
                "Name a status in the search first, such as "<code>"is:unresolved"</code>
                ". GlitchTip sets the status again with whom issues are assigned to, so all of them must have the same."
            </p>
        }
        .into_any()
    } else {
        pick_room(chunk(move || Box::pin(assignee_choice(list, tools, aim.clone()))))
    };
    pick_dialog("assign-title", title, Callback::new(move |()| tools.close()), inside)
}

/// The list to choose from.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn assignee_choice(list: IssueList, tools: Tools, aim: Aim) -> PageView {
    let (open, session, members) = (OpenOrganization::get(), Session::get(), members(list));
    let (holder, projects) = (common_holder(list, &aim), projects(&aim));
    let picks = RwSignal::new(None);
    let assignees = StoredValue::new(Vec::new());
    effect(move || {
        let me = match session.state() {
            SessionState::SignedIn(user) => user.email.unwrap_or_default(),
            _ => String::new(),
        };
        let found = members.with(|load| {
            let members = load.ready()?;
            open?.with(|open| choices(open, members, &me, &projects, intl::compare))
        });
        picks.set(found.map(|mut found| {
            for (pick, to) in &mut found {
                pick.is_current = holder.as_ref() == Some(&to.as_ref().map(Assignee::reference));
            }
            let (picks, found) = found.into_iter().unzip();
            assignees.set_value(found);
            picks
        }));
    });
    let instead = move || match error_of(members).or_else(|| error_of(open?.loader.get()?)) {
        Some(error) => failed(&error, move || {
            reload_failed(members);
            if let Some(open) = open.and_then(|open| open.loader.get_untracked()) {
                reload_failed(open);
            }
        })
        .into_any(),
        None => waiting(8).into_any(),
    };
    let choose = move |at: usize| {
        if let Some(to) = assignees.with_value(|assignees: &Vec<Option<Assignee>>| assignees.get(at).cloned()) {
            tools.close();
            list.act(aim.clone(), Deed::Assign(to));
        }
    };
    Ok(pick_list(
        "assign",
        "Find a person or a team",
        picks,
        ViewFn::from(instead),
        Callback::new(choose),
    ))
}

/// The members, asked for once as long as the list is there.
#[derive(Clone, Copy)]
struct Members(Loader<Arc<Vec<Member>>>);

fn members(list: IssueList) -> Loader<Arc<Vec<Member>>> {
    if let Some(Members(known)) = use_context() {
        reload_failed(known);
        return known;
    }
    let ask = || {
        let members = load(move |cancel| {
            let organization = list.organization.get_value();
            Box::pin(async move { list_members(&organization, &cancel).await.map(Arc::new) })
        });
        provide_context(Members(members));
        members
    };
    match list.owner.get_value() {
        Some(owner) => owner.with(ask),
        None => ask(),
    }
}

/// Why a value could not be had; tracked.
pub fn error_of<T: 'static>(loader: Loader<T>) -> Option<ApiError> {
    loader.with(|load| match load {
        Load::Failed(error) => Some(error),
        _ => None,
    })
}

/// Asks once more for what could not be had.
pub fn reload_failed<T: 'static>(loader: Loader<T>) {
    if untrack(|| error_of(loader)).is_some() {
        loader.reload();
    }
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
