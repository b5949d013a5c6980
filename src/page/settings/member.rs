//! A member: `/{organization}/settings/members/{member}`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn member_page(organization: OrganizationSlug, _member: String) -> AnyView {
    page_title(|| Section::Members.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Members,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
