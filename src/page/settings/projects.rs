//! All projects: `/{organization}/projects` and `/{organization}/settings/projects`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn project_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Projects.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Projects,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
