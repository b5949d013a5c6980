//! All organizations of whoever is signed in, for every page. Whatever needs them first lets them be loaded, once.

use crate::api::organizations::list_organizations;
use crate::load::{Load, Loader, load};
use glint_model::wire::organization::Organization;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

/// The organizations.
#[derive(Clone, Copy)]
pub struct OrganizationList {
    loader: RwSignal<Option<Loader<Vec<Organization>>>>,
    /// The shell: they are kept as long as it is there, and not only as long as the page that asked.
    owner: StoredValue<Option<WeakOwner>>,
}

impl OrganizationList {
    /// Makes the list known to the pages.
    pub fn provide() -> Self {
        let list = Self::owned_by(Owner::current());
        provide_context(list);
        list
    }

    /// The list, inside of the shell.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self::owned_by(None))
    }

    fn owned_by(owner: Option<Owner>) -> Self {
        Self {
            loader: RwSignal::new(None),
            owner: StoredValue::new(owner.map(|owner| owner.downgrade())),
        }
    }

    /// Asks for them, unless somebody has.
    pub fn ask(self) {
        if self.loader.with_untracked(Option::is_some) {
            return;
        }
        let ask = || load(|cancel| Box::pin(async move { list_organizations(&cancel).await }));
        let shell = self
            .owner
            .with_value(|owner| owner.as_ref().and_then(WeakOwner::upgrade));
        let loader = shell.map_or_else(ask, |shell| shell.with(ask));
        self.loader.set(Some(loader));
    }

    /// Where it is now; tracked.
    pub fn load(self) -> Load<Vec<Organization>> {
        self.loader.get().map_or(Load::Loading, |loader| loader.get())
    }

    /// Changes the list in its place, when it is here: to what a decision made of it.
    pub fn update(self, change: impl FnOnce(&mut Vec<Organization>)) {
        if let Some(loader) = self.loader.try_get_untracked().flatten() {
            loader.update(change);
        }
    }

    /// Asks again after a failure, and says that it is loading.
    pub fn reload(self) {
        if let Some(loader) = self.loader.try_get_untracked().flatten() {
            loader.reload();
        }
    }

    /// Asks again after something was changed; what is there stays until the answer.
    pub fn refresh(self) {
        if let Some(loader) = self.loader.try_get_untracked().flatten() {
            loader.refresh();
        }
    }
}
