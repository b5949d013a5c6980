//! The settings of a project: `/{organization}/settings/projects/{project}` and what is below it.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use leptos::prelude::*;

/// The page.
pub fn project_settings_page(organization: OrganizationSlug, _project: ProjectSlug) -> AnyView {
    page_title(|| Section::Projects.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Projects,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}
