//! Who they are.

use super::MemberPage;
use crate::browser::intl;
use crate::reactive::changing;
use crate::ui::time::long_time;
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::timestamp::Timestamp;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let facts = move || {
        let is_me = page.subject().is_some_and(|subject| subject.is_me);
        page.with(|detail| list(&detail.member, is_me))
            .unwrap_or_else(|| ().into_any())
    };
    view! {
        <section class="panel" aria-label="Member">
            <div class="panel-body">{changing(facts)}</div>
        </section>
    }
    .into_any()
}

fn list(member: &Member, is_me: bool) -> AnyView {
    let role = Role::parse(&member.role).map_or_else(|| reveal(&member.role_name), |role| role.name().to_owned());
    let state = if member.pending {
        if member.may_be_expired(Timestamp(intl::now_ms())) {
            "Invited; the link may have expired"
        } else {
            "Invited, not accepted yet"
        }
    } else if member.user.as_ref().is_some_and(|user| !user.is_active) {
        "May no longer sign in"
    } else {
        "Member"
    };
    let last = member.user.as_ref().and_then(|user| user.last_login);
    let since = if member.pending { "Invited" } else { "Since" };
    view! {
        <dl class="people-facts">
            <dt>"E-mail"</dt>
            <dd>{reveal(member.address())}</dd>
            <dt>"Role"</dt>
            <dd>{role}</dd>
            <dt>"State"</dt>
            <dd>
                {state}
                {is_me.then(|| view! { " " <span class="tagbadge">"You"</span> }.into_any())}
                {member.is_owner.then(|| view! { " " <span class="tagbadge">"Account owner"</span> }.into_any())}
            </dd>
            <dt>{since}</dt>
            <dd>{long_time(member.date_created).into_any()}</dd>
            {last.map(|last| view! {
                <dt>"Last signed in"</dt>
                <dd>{long_time(last).into_any()}</dd>
            }.into_any())}
        </dl>
    }
    .into_any()
}
