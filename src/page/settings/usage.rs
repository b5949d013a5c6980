//! Usage and plan: `/{organization}/settings/subscription`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn usage_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Usage.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Usage,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
