//! What else is known of the organization: when it was made, its slug, what it drops, and how much is in it.

use crate::browser::intl;
use crate::open_organization::OpenOrganization;
use crate::reactive::changing_text;
use crate::route::{Route, SettingsPart};
use crate::ui::copy_button::copy_button;
use glint_model::id::OrganizationSlug;
use glint_model::text::counted;
use glint_model::usage::throttle_text;
use glint_model::wire::organization::OrganizationDetail;
use leptos::prelude::*;

/// The panel.
pub fn facts_panel(organization: &OrganizationSlug, details: &OrganizationDetail) -> AnyView {
    let slug = organization.to_string();
    let to_copy = slug.clone();
    let followed = |text: fn(&OrganizationDetail) -> String| {
        let open = OpenOrganization::get();
        changing_text(move || open.and_then(|open| open.with(text)).unwrap_or_default())
    };
    let link = |part: SettingsPart, text: fn(&OrganizationDetail) -> String| {
        let href = Route::settings(organization, part).href();
        view! { <a href=href>{followed(text)}</a> }.into_any()
    };
    let slug = view! {
        <code class="org-slug">{slug}</code>
        {copy_button("btn quiet icon small", "Copy the slug", "Slug", move || to_copy.clone())}
    }
    .into_any();
    let rows = [
        ("Slug", slug),
        ("Id", details.organization.id.clone().into_any()),
        ("Created", intl::day(details.organization.date_created).into_any()),
        ("Events", followed(accepting)),
        ("New members", followed(membership)),
        (
            "Projects",
            link(SettingsPart::Projects, |details| {
                counted(details.projects.len() as u64, "project", "projects")
            }),
        ),
        (
            "Teams",
            link(SettingsPart::Teams, |details| {
                counted(details.teams.len() as u64, "team", "teams")
            }),
        ),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
        .collect();
    view! {
        <section class="panel" aria-labelledby="facts-heading">
            <header><h2 id="facts-heading">"About this organization"</h2></header>
            <dl class="org-facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn accepting(details: &OrganizationDetail) -> String {
    let organization = &details.organization;
    let taken = if organization.is_accepting_events {
        "Accepted."
    } else {
        "Not accepted."
    };
    let dropped = throttle_text(organization.is_accepting_events, organization.event_throttle_rate);
    format!("{taken} {dropped}")
}

fn membership(details: &OrganizationDetail) -> String {
    if details.open_membership {
        "May join teams by themselves."
    } else {
        "Are put into teams by others."
    }
    .to_owned()
}
