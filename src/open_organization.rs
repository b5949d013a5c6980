//! The organization that is open, with its projects and what the reader may do in it. The shell loads it; pages read it.

use crate::load::{Load, Loader};
use glint_model::id::OrganizationSlug;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The organization that is open.
#[derive(Clone, Copy)]
pub struct OpenOrganization {
    /// Its slug, as the URL has it.
    pub slug: Memo<Option<OrganizationSlug>>,
    /// Its details on their way.
    pub loader: Loader<OrganizationDetail>,
}

impl OpenOrganization {
    /// The open organization, inside of the shell.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Its projects by name; empty until they are there. Tracked.
    pub fn projects(self) -> Vec<Project> {
        self.loader.with(|load| match load {
            Load::Ready(open) => {
                let mut projects = open.projects.clone();
                projects.sort_by_key(|project| project.name.to_lowercase());
                projects
            }
            _ => Vec::new(),
        })
    }

    /// Its name, or its slug until the name is there. Tracked.
    pub fn name(self) -> String {
        self.loader
            .with(|load| load.ready().map(|open| open.organization.name.clone()))
            .or_else(|| self.slug.get().map(|slug| slug.to_string()))
            .unwrap_or_default()
    }
}
