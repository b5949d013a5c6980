//! The organization itself: `/{organization}/settings`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn organization_settings_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Organization.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Organization,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
