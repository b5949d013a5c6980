//! All teams: `/{organization}/settings/teams`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn team_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Teams.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Teams,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
