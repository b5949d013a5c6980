//! The organization itself: `/{organization}/settings`. What came in over which time is in the URL: `?range=90d`.

mod chart;
mod delete;
mod facts;
mod members;
mod name;

use super::details::with_details;
use super::frame::{Frame, Section, framed};
use super::throttle_notice::throttle_notice;
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn organization_settings_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Organization.name().to_owned());
    let slug = organization.clone();
    let inside = with_details(&organization, move |details| {
        let organization = slug.clone();
        let members = members::load_members(&organization);
        view! {
            {throttle_notice(Some(organization.clone()))}
            {name::name_panel(&organization, &details.organization.name)}
            {facts::facts_panel(&organization, &details)}
            {members::members_panel(&organization, members)}
            {chart::chart_panel(&organization)}
            {delete::delete_panel(organization, members)}
        }
        .into_any()
    });
    framed(Frame {
        organization,
        section: Section::Organization,
        heading: None,
        actions: ().into_any(),
        inside,
    })
}
