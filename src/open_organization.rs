//! The organization that is open, with its projects and what the reader may do in it. The navigation loads it; pages read it.

use crate::browser::intl;
use crate::load::Loader;
use glint_model::id::OrganizationSlug;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The organization that is open.
#[derive(Clone, Copy)]
pub struct OpenOrganization {
    /// Its slug, as the URL has it.
    pub slug: Memo<Option<OrganizationSlug>>,
    /// Its details on their way; none until the navigation, which asks for them, is there.
    pub loader: RwSignal<Option<Loader<OrganizationDetail>>>,
}

impl OpenOrganization {
    /// The open organization, inside of the shell.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Looks at its details, when they are here; tracked.
    pub fn with<R>(self, look: impl FnOnce(&OrganizationDetail) -> R) -> Option<R> {
        self.loader.get()?.with(|load| load.ready().map(look))
    }

    /// Changes its details in their place, when they are here: to what a decision made of them.
    pub fn update(self, change: impl FnOnce(&mut OrganizationDetail)) {
        if let Some(loader) = self.loader.try_get_untracked().flatten() {
            loader.update(change);
        }
    }

    /// Asks again after something was changed; what is there stays until the answer.
    pub fn refresh(self) {
        if let Some(loader) = self.loader.try_get_untracked().flatten() {
            loader.refresh();
        }
    }

    /// Its projects by name; empty until they are there. Tracked.
    pub fn projects(self) -> Vec<Project> {
        let mut projects = self.with(|open| open.projects.clone()).unwrap_or_default();
        projects.sort_by(|one, other| intl::compare(&one.name, &other.name));
        projects
    }

    /// Its name, or its slug until the name is there. Tracked.
    pub fn name(self) -> String {
        self.with(|open| open.organization.name.clone())
            .or_else(|| self.slug.get().map(|slug| slug.to_string()))
            .unwrap_or_default()
    }
}
