//! Giving issues to somebody (6.1): to nobody, to oneself, to a team, or to a member with an account. What is behind the
//! title is a chunk of its own, since many servers cannot do it.

mod choices;

use super::{error_of, reload_failed};
use crate::api::members::list_members;
use crate::browser::intl;
use crate::chunk::{PageView, chunk};
use crate::load::{Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::effect;
use crate::session::{Session, SessionState};
use crate::ui::pick_list::{pick_dialog, pick_list, pick_room};
use crate::ui::state::{failed, waiting};
use choices::choices;
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::wire::issue::Assignee;
use glint_model::wire::member::Member;
use leptos::prelude::*;
use std::sync::Arc;

/// To whom some issues are to be given.
#[derive(Clone)]
pub struct AssigneeQuestion {
    /// Whose issues.
    pub organization: OrganizationSlug,
    /// Their projects, as far as they are known: the teams of these come first.
    pub projects: Vec<ProjectId>,
    /// Who has all of them, as a change would name them; the inner None is nobody. None where they differ, or where that
    /// is not known.
    pub holder: Option<Option<String>>,
    /// As long as this lives the members are asked for once.
    pub owner: Option<Owner>,
    /// Is told who was chosen.
    pub choose: Callback<Option<Assignee>>,
}

/// The dialog; in place of a question it may say what is to be done before there can be one.
pub fn assign_dialog(title: String, question: Result<AssigneeQuestion, AnyView>, close: Callback<()>) -> AnyView {
    let inside = match question {
        Ok(question) => pick_room(chunk(move || Box::pin(assignee_choice(question.clone())))),
        Err(instead) => instead,
    };
    pick_dialog("assign-title", title, close, inside)
}

/// The list to choose from.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn assignee_choice(question: AssigneeQuestion) -> PageView {
    let AssigneeQuestion {
        organization,
        projects,
        holder,
        owner,
        choose,
    } = question;
    let (open, session) = (OpenOrganization::get(), Session::get());
    let members = members(organization, owner);
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
    let chosen = move |at: usize| {
        if let Some(to) = assignees.with_value(|assignees: &Vec<Option<Assignee>>| assignees.get(at).cloned()) {
            choose.run(to);
        }
    };
    Ok(pick_list(
        "assign",
        "Find a person or a team",
        picks,
        ViewFn::from(instead),
        Callback::new(chosen),
    ))
}

/// The members, asked for once as long as the page is there.
#[derive(Clone, Copy)]
struct Members(Loader<Arc<Vec<Member>>>);

fn members(organization: OrganizationSlug, owner: Option<Owner>) -> Loader<Arc<Vec<Member>>> {
    if let Some(Members(known)) = use_context() {
        reload_failed(known);
        return known;
    }
    let ask = || {
        let members = load(move |cancel| {
            let organization = organization.clone();
            Box::pin(async move { list_members(&organization, &cancel).await.map(Arc::new) })
        });
        provide_context(Members(members));
        members
    };
    match owner {
        Some(owner) => owner.with(ask),
        None => ask(),
    }
}
