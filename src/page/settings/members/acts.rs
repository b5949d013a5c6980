//! What can be done with a member on the list: sending the invitation again, removing, leaving.

use super::super::refused::why;
use super::Members;
use crate::api::client::Cancel;
use crate::api::members::{get_member, invite_member, remove_member};
use crate::browser::{dom, wait};
use crate::organization_list::OrganizationList;
use crate::reactive::spawn;
use crate::route::{Route, Step, use_go};
use crate::ui::form::{Question, refused_button};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::{Role, Subject, why_not_give, why_not_remove};
use glint_model::reveal::reveal;
use glint_model::wire::member::{Member, TeamRole, WriteInvitation};
use leptos::prelude::*;

/// The buttons of a row. Whoever may change nobody finds only their own.
pub(super) fn acts(members: Members, member: &Member, subject: &Subject, role: Option<Role>) -> AnyView {
    let Some(role) = role else { return ().into_any() };
    if !subject.is_me && role < Role::Manager {
        return ().into_any();
    }
    let may_send = member.pending && subject.role.is_none_or(|to| why_not_give(role, to).is_none());
    let again = may_send.then(|| {
        let invited = member.clone();
        let label = format!("Send the invitation to {} again", reveal(member.address()));
        view! {
            <button class="btn" type="button" aria-label=label on:click=move |_| send_again(members, invited.clone())>
                "Send again"
            </button>
        }
        .into_any()
    });
    view! {
        {again}
        {removal(members, member, subject, role)}
    }
    .into_any()
}

fn removal(members: Members, member: &Member, subject: &Subject, role: Role) -> AnyView {
    let verb = if subject.is_me { "Leave" } else { "Remove" };
    if let Some(reason) = why_not_remove(role, subject) {
        return refused_button(verb, None, reason);
    }
    let name = reveal(member.name());
    let label = if subject.is_me {
        "Leave the organization".to_owned()
    } else {
        format!("Remove {name}")
    };
    let target = member.clone();
    view! {
        <button
            class="btn"
            type="button"
            aria-label=label
            aria-haspopup="dialog"
            on:click=move |_| {
                members.target.set(Some(target.clone()));
                members.asking.open();
            }
        >
            {verb}
        </button>
    }
    .into_any()
}

/// Sends an open invitation once more, with the role and the teams that it has.
fn send_again(members: Members, member: Member) {
    let is_under_way = members.sending.with_value(|sending| sending.contains(&member.id));
    if is_under_way {
        return;
    }
    members.sending.update_value(|sending| sending.push(member.id.clone()));
    let organization = members.organization.get_value();
    spawn(async move {
        let address = reveal(member.address());
        match invite_again(&organization, &member).await {
            Ok(()) => members.toasts.say(format!("The invitation went to {address} again")),
            Err(error) => members.toasts.say_problem(format!(
                "The invitation to {address} was not sent again. {}",
                why(&error)
            )),
        }
        members
            .sending
            .try_update_value(|sending| sending.retain(|other| *other != member.id));
    });
}

async fn invite_again(organization: &OrganizationSlug, member: &Member) -> Result<(), ApiError> {
    // Sent without its teams it would lose them.
    let details = get_member(organization, &member.id, &Cancel::never()).await?;
    let invitation = WriteInvitation {
        email: details.member.address().to_owned(),
        org_role: details.member.role,
        team_roles: details.teams.into_iter().map(TeamRole::of).collect(),
        send_invite: true,
        reinvite: true,
    };
    invite_member(organization, &invitation).await.map(|_| ())
}

/// The question before somebody is removed, while it is asked.
pub(super) fn question(members: Members) -> AnyView {
    let (go, organizations) = (StoredValue::new_local(use_go()), OrganizationList::get());
    let run = move || {
        let Some(member) = members.target.get_untracked() else {
            return;
        };
        if !members.asking.begin() {
            return;
        }
        let is_me = is_me(members, &member);
        let organization = members.organization.get_value();
        spawn(async move {
            let name = reveal(member.name());
            match remove_member(&organization, &member.id).await {
                Ok(()) if is_me => {
                    members.toasts.say("You left the organization");
                    members.asking.done();
                    organizations.refresh();
                    if let Some(go) = go.try_get_value() {
                        go(&Route::Home, Step::Push);
                    }
                }
                Ok(()) => {
                    members.toasts.say(if member.pending {
                        format!("The invitation of {name} was taken back")
                    } else {
                        format!("{name} was removed")
                    });
                    members.asking.done();
                    members.loader.update(|all| all.retain(|other| other.id != member.id));
                    if let Some(open) = members.open {
                        open.refresh();
                    }
                    // Its row is gone, and the button with it.
                    wait::frame().await;
                    dom::focus_in_place(dom::by_id("members-said"));
                }
                Err(error) => {
                    if let Some(unseen) = members.asking.refuse(why(&error)) {
                        members.toasts.say_problem(unseen);
                    }
                }
            }
        });
    };
    members.asking.view(move || {
        let member = members.target.get_untracked();
        let name = member.as_ref().map(|member| reveal(member.name())).unwrap_or_default();
        let is_me = member.as_ref().is_some_and(|member| is_me(members, member));
        let (title, text, verb) = words(&name, is_me, member.is_some_and(|member| member.pending));
        Question {
            title,
            what_goes: view! { <p>{text}</p> }.into_any(),
            name: None,
            verb,
            busy: "Removing…",
            is_dangerous: true,
            run: Callback::new(move |()| run()),
            close: Callback::new(move |()| members.asking.close()),
        }
    })
}

fn is_me(members: Members, member: &Member) -> bool {
    !member.pending && members.mine.with_untracked(|mine| member.has_address(mine))
}

/// Title, text and button of the question.
pub fn words(name: &str, is_me: bool, is_pending: bool) -> (String, &'static str, &'static str) {
    if is_me {
        (
            "Leave this organization?".to_owned(),
            "You will see nothing of it any more. To come back you have to be invited again.",
            "Leave",
        )
    } else if is_pending {
        (
            format!("Take back the invitation of {name}?"),
            "The link in their e-mail stops working. They can be invited again.",
            "Take it back",
        )
    } else {
        (
            format!("Remove {name}?"),
            "They leave all teams here and see nothing of this organization any more. Their account stays, and they can be \
             invited again.",
            "Remove",
        )
    }
}
