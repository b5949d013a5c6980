//! The members at a glance: how many there are in each role, and how many have not come yet.

use crate::api::members::list_members;
use crate::load::{Load, Loader, load};
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::state::{failed, waiting};
use glint_model::id::OrganizationSlug;
use glint_model::member_counts::count_members;
use glint_model::text::{counted, thousands, visible};
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// Asks for all members.
pub fn load_members(organization: &OrganizationSlug) -> Loader<Vec<Member>> {
    let organization = organization.clone();
    load(move |cancel| {
        let organization = organization.clone();
        Box::pin(async move { list_members(&organization, &cancel).await })
    })
}

/// The panel.
pub fn members_panel(organization: &OrganizationSlug, members: Loader<Vec<Member>>) -> AnyView {
    let all = Route::settings(organization, SettingsPart::Members).href();
    let organization = organization.clone();
    let body = move || match members.get() {
        Load::Loading => view! { <div class="panel-body"></div> }.into_any(),
        Load::Slow => waiting(2).into_any(),
        Load::Failed(error) => failed(&error, move || members.reload()).into_any(),
        Load::Ready(members) => counts(&organization, &members),
    };
    view! {
        <section class="panel" aria-labelledby="members-heading">
            <header>
                <h2 id="members-heading">"Members"</h2>
                <div class="end"><a class="btn" href=all>"All members"</a></div>
            </header>
            {changing(body)}
        </section>
    }
    .into_any()
}

fn counts(organization: &OrganizationSlug, members: &[Member]) -> AnyView {
    let counts = count_members(members);
    let roles: Vec<AnyView> = counts
        .roles
        .into_iter()
        .map(|(role, name, count)| {
            let route = Route::Settings {
                organization: organization.clone(),
                part: SettingsPart::Members,
                query: vec![("role".to_owned(), role)],
            };
            view! { <li><a href=route.href()>{visible(&name)} " " <b>{thousands(count)}</b></a></li> }.into_any()
        })
        .collect();
    let pending = (counts.pending > 0).then(|| {
        let text = counted(counts.pending, "invitation is still open", "invitations are still open");
        view! { <p class="muted">{format!("{text}.")}</p> }.into_any()
    });
    view! {
        <div class="panel-body">
            <ul class="org-roles" aria-label="Members by role">{roles}</ul>
            {pending}
        </div>
    }
    .into_any()
}
