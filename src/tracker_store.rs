//! How the issues of a project are filed in another tracker: kept in this browser, for each project of each server.

use crate::browser::{dom, storage};
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::tracker_link::Template;

/// Where the template of a project is kept.
#[derive(Clone, Debug)]
pub struct TrackerStore(String);

impl TrackerStore {
    /// The place for a project on the server that the app talks to.
    pub fn of(organization: &OrganizationSlug, project: &ProjectSlug) -> Self {
        Self(format!(
            "{}{} {organization} {project}",
            storage::TRACKER,
            dom::api_base()
        ))
    }

    /// What is kept; the usual template when nothing is.
    pub fn read(&self) -> Template {
        storage::get(&self.0)
            .and_then(|text| Template::from_json(&text))
            .unwrap_or_default()
    }

    /// Keeps a template; false where the browser does not.
    pub fn keep(&self, template: &Template) -> bool {
        storage::keep(&self.0, &template.to_json())
    }
}
