//! All organizations of whoever is signed in, for every page. The navigation loads them.

use crate::load::{Load, Loader};
use glint_model::wire::organization::Organization;
use leptos::prelude::*;

/// The organizations.
#[derive(Clone, Copy)]
pub struct OrganizationList(RwSignal<Option<Loader<Vec<Organization>>>>);

impl OrganizationList {
    /// Makes the list known to the pages.
    pub fn provide() -> Self {
        let list = Self(RwSignal::new(None));
        provide_context(list);
        list
    }

    /// The list, inside of the shell.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(None)))
    }

    /// Takes over who loads it.
    pub fn put(self, loader: Loader<Vec<Organization>>) {
        self.0.set(Some(loader));
    }

    /// Where it is now; tracked.
    pub fn load(self) -> Load<Vec<Organization>> {
        self.0.get().map_or(Load::Loading, |loader| loader.get())
    }

    /// Asks again after a failure, and says that it is loading.
    pub fn reload(self) {
        if let Some(loader) = self.0.try_get_untracked().flatten() {
            loader.reload();
        }
    }

    /// Asks again after something was changed; what is there stays until the answer.
    pub fn refresh(self) {
        if let Some(loader) = self.0.try_get_untracked().flatten() {
            loader.refresh();
        }
    }
}
