//! What can be done with a member on the list: sending the invitation again, removing, leaving.

use super::super::refused::why;
use super::super::removal::{self, Leaver};
use super::Members;
use crate::api::client::Cancel;
use crate::api::members::{get_member, invite_member};
use crate::browser::{dom, wait};
use crate::reactive::{aria, attribute, changing_text, spawn};
use crate::ui::form::refused_button;
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
        let (own, address) = (member.id.clone(), reveal(member.address()));
        let is_sending = Memo::new(move |_| members.sending.with(|sending| sending.contains(&own)));
        let label = move || {
            if is_sending.get() {
                format!("Sending the invitation to {address} again")
            } else {
                format!("Send the invitation to {address} again")
            }
        };
        let text = move || if is_sending.get() { "Sending…" } else { "Send again" }.to_owned();
        view! {
            <button
                class="btn"
                type="button"
                aria-label=attribute(label)
                aria-disabled=aria(move || is_sending.get())
                on:click=move |_| send_again(members, invited.clone())
            >
                {changing_text(text)}
            </button>
        }
        .into_any()
    });
    view! {
        {again}
        {leave_button(members, member, subject, role)}
    }
    .into_any()
}

fn leave_button(members: Members, member: &Member, subject: &Subject, role: Role) -> AnyView {
    let verb = if subject.is_me {
        "Leave"
    } else if subject.is_pending {
        "Take back"
    } else {
        "Remove"
    };
    if let Some(reason) = why_not_remove(role, subject) {
        return refused_button(verb, None, reason);
    }
    let name = reveal(member.name());
    let label = if subject.is_me {
        "Leave the organization".to_owned()
    } else if subject.is_pending {
        format!("Take back the invitation of {name}")
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
    let is_under_way = members.sending.with_untracked(|sending| sending.contains(&member.id));
    if is_under_way {
        return;
    }
    members.sending.update(|sending| sending.push(member.id.clone()));
    let organization = members.organization.get_value();
    spawn(async move {
        let address = reveal(member.address());
        match invite_again(&organization, &member).await {
            Ok(()) => {
                members.toasts.say(format!("The invitation went to {address} again"));
                members.sent.try_update(|sent| sent.push(member.id.clone()));
            }
            Err(error) => members.toasts.say_problem(format!(
                "The invitation to {address} was not sent again. {}",
                why(&error)
            )),
        }
        members
            .sending
            .try_update(|sending| sending.retain(|other| *other != member.id));
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
    let leaver = move || {
        let target = members.target.get_untracked();
        target.map_or_else(Leaver::default, |member| Leaver {
            name: reveal(member.name()),
            is_me: is_me(members, &member),
            is_pending: member.pending,
            id: member.id,
        })
    };
    let after = move |gone: String| {
        members.loader.update(|all| all.retain(|other| other.id != gone));
        // Its row is gone, and the button with it.
        spawn(async {
            wait::frame().await;
            dom::focus_in_place(dom::by_id("members-said"));
        });
    };
    removal::removal(members.asking, members.organization, leaver, Callback::new(after))
}

fn is_me(members: Members, member: &Member) -> bool {
    !member.pending && members.mine.with_untracked(|mine| member.has_address(mine))
}
