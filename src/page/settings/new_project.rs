//! A form for a project: `/{organization}/settings/projects/new`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn new_project_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Projects.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Projects,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
