//! All members: `/{organization}/settings/members?role&team&state&text&sort`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn member_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Members.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Members,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
