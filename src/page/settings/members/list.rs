//! The members that fit.

use super::super::rows::rows;
use super::{Members, acts, shower};
use crate::browser::intl;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::state::nothing;
use crate::ui::time::short_time;
use glint_model::member_list::MemberFilter;
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use glint_model::timestamp::Timestamp;
use glint_model::wire::member::Member;
use leptos::prelude::*;
use std::sync::Arc;

/// The list; `team` are the numbers of those in the team that is filtered by.
pub(super) fn list(members: Members, team: Option<Vec<String>>) -> AnyView {
    let is_all = RwSignal::new(false);
    let show = StoredValue::new_local(shower(members));
    changing(move || {
        let all = Arc::new(members.loader.ready().unwrap_or_default());
        let (mut filter, role, mine) = (members.filter.get(), members.role.get(), members.mine.get());
        filter.text = members.typed.get();
        let found = filter.apply(&all, team.as_deref(), intl::compare);
        let said = said(&filter, found.len(), all.len());
        if found.is_empty() {
            let forget = move |_| show.with_value(|show| show(Box::new(forget_filter)));
            let button = view! { <button class="btn" type="button" on:click=forget>"Show all members"</button> };
            return view! {
                <p class="visually-hidden" role="status">{said}</p>
                {nothing("Nobody fits", "No member fits what is looked for here.", button.into_any())}
            }
            .into_any();
        }
        let count = found.len();
        let list = rows("Members", count, is_all, move |at| {
            let member = found.get(at).and_then(|place| all.get(*place));
            member.map_or_else(|| ().into_any(), |member| row(members, member, &all, role, &mine))
        });
        view! {
            <p class="people-said" id="members-said" tabindex="-1" role="status">{said}</p>
            {list}
        }
        .into_any()
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
                {member.pending.then(|| badge(invitation(member)))}
                <small>{address.map(|address| format!("{address} · "))} {since} {short_time(member.date_created)}</small>
            </span>
            <span class="tagbadge" title=subject.role.map(Role::what_it_may)>{role_name}</span>
            <span class="acts">{acts::acts(members, member, &subject, role)}</span>
        </li>
    }
    .into_any()
}

fn invitation(member: &Member) -> &'static str {
    if member.may_be_expired(Timestamp(intl::now_ms())) {
        "Invitation may have expired"
    } else {
        "Invitation open"
    }
}

fn badge(text: &'static str) -> AnyView {
    view! { " " <span class="tagbadge">{text}</span> }.into_any()
}
