//! The alerts of all projects: `/{organization}/settings/alerts`.

use super::frame::{Frame, Section, framed};
use crate::ui::page_title::page_title;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use leptos::prelude::*;

/// The page.
pub fn alert_overview_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Alerts.name().to_owned());
    framed(Frame {
        organization,
        section: Section::Alerts,
        heading: None,
        actions: ().into_any(),
        inside: ().into_any(),
    })
}

/// The alerts of one project, in its settings.
pub fn project_alerts(_organization: OrganizationSlug, _project: ProjectSlug) -> AnyView {
    ().into_any()
}
