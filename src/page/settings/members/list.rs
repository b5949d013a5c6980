//! The members that fit.

use super::super::rows::rows;
use super::{Members, acts, shower};
use crate::browser::intl;
use crate::load::Load;
use crate::reactive::{changing, changing_text};
use crate::route::{Route, SettingsPart};
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::time::short_time;
use glint_model::member_list::MemberFilter;
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use glint_model::timestamp::Timestamp;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// The list, and how long it is.
pub(super) fn list(members: Members) -> AnyView {
    let found = Memo::new(move |_| {
        let Load::Ready(team) = members.team.get() else {
            return None;
        };
        let mut filter = members.filter.get();
        filter.text = members.typed.get();
        let all = members.loader.ready().unwrap_or_default();
        Some((filter.apply(&all, team.as_deref(), intl::compare), filter, all.len()))
    });
    let said = move || {
        let said = |found: &Option<(Vec<usize>, MemberFilter, usize)>| {
            let (found, filter, all) = found.as_ref()?;
            Some(said(filter, found.len(), *all))
        };
        found.with(said).unwrap_or_default()
    };
    // It stays while what is below it changes, so that it is read out, and can take the focus of a row that goes.
    view! {
        <p class="people-said" id="members-said" tabindex="-1" role="status">{changing_text(said)}</p>
        {changing(move || match found.get() {
            Some((found, ..)) => those(members, found),
            None => not_there(members),
        })}
    }
    .into_any()
}

/// The members of the team that is filtered by are still to come, or did not.
fn not_there(members: Members) -> AnyView {
    match members.team.with(|load| match load {
        Load::Failed(error) => Some(error),
        _ => None,
    }) {
        Some(error) => failed(&error, move || members.team.reload()).into_any(),
        None => waiting(8).into_any(),
    }
}

fn those(members: Members, found: Vec<usize>) -> AnyView {
    if found.is_empty() {
        let show = StoredValue::new_local(shower(members));
        let forget = move |_| show.with_value(|show| show(Box::new(forget_filter)));
        let button = view! { <button class="btn" type="button" on:click=forget>"Show all members"</button> };
        let text = "No member fits what is looked for here.";
        return nothing("Nobody fits", text, button.into_any()).into_any();
    }
    let all = members.loader.ready().unwrap_or_default();
    let (role, mine) = (members.role.get(), members.mine.get());
    rows("Members", found.len(), members.is_all, move |at| {
        let member = found.get(at).and_then(|place| all.get(*place));
        member.map_or_else(|| ().into_any(), |member| row(members, member, &all, role, &mine))
    })
}

/// Everything but the order.
fn forget_filter(filter: &mut MemberFilter) {
    *filter = MemberFilter {
        sort: filter.sort,
        ..MemberFilter::default()
    };
}

fn said(filter: &MemberFilter, found: usize, all: usize) -> String {
    let total = counted(all as u64, "member or invitation", "members and invitations");
    if filter.leaves_out() {
        format!("{} of {total}", thousands(found as u64))
    } else {
        total
    }
}

fn row(members: Members, member: &Member, all: &[Member], role: Option<Role>, mine: &str) -> AnyView {
    let subject = member.subject(mine, all);
    let name = reveal(member.name());
    let address = (member.name() != member.address()).then(|| reveal(member.address()));
    let place = members
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Member(member.id.clone())));
    let role_name = subject
        .role
        .map_or_else(|| reveal(&member.role_name), |role| role.name().to_owned());
    let since = if member.pending { "Invited " } else { "Since " };
    view! {
        <li>
            <span class="what">
                <b><a class="link" href=place.href()>{name}</a></b>
                {subject.is_me.then(|| badge("You"))}
                {subject.is_account_owner.then(|| badge("Account owner"))}
                {member.pending.then(|| invitation(members, member))}
                <small>{address.map(|address| format!("{address} · "))} {since} {short_time(member.date_created)}</small>
            </span>
            <span class="tagbadge" title=subject.role.map(Role::what_it_may)>{role_name}</span>
            <span class="acts">{acts::acts(members, member, &subject, role)}</span>
        </li>
    }
    .into_any()
}

fn invitation(members: Members, member: &Member) -> AnyView {
    let (id, is_old) = (member.id.clone(), member.may_be_expired(Timestamp(intl::now_ms())));
    let text = move || {
        if is_old && members.sent.with(|sent| !sent.contains(&id)) {
            "Invitation may have expired".to_owned()
        } else {
            "Invitation open".to_owned()
        }
    };
    view! { " " <span class="tagbadge">{changing_text(text)}</span> }.into_any()
}

fn badge(text: &'static str) -> AnyView {
    view! { " " <span class="tagbadge">{text}</span> }.into_any()
}
