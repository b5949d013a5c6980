//! What the reader saw of the issues of an organization, kept from visit to visit.

use crate::browser::listener::Listener;
use crate::browser::{dom, storage};
use glint_model::id::OrganizationSlug;
use glint_model::looks::Looks;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// Where the looks of an organization are kept. Several servers may be looked at from one address.
#[derive(Clone)]
pub struct LooksStore(String);

impl LooksStore {
    /// For this organization of the server that the app talks to.
    pub fn of(organization: &OrganizationSlug) -> Self {
        Self(format!("{}{}{organization}", storage::LOOKS, dom::api_base()))
    }

    /// What was kept.
    pub fn read(&self) -> Looks {
        storage::get(&self.0).map_or_else(Looks::default, |text| Looks::from_text(&text))
    }

    /// Keeps it.
    pub fn write(&self, looks: &Looks) {
        // A list that is taken down at sign-out must not leave behind what was just forgotten.
        if storage::get(storage::SIGNED_IN).is_none() {
            return;
        }
        storage::set(&self.0, Some(&looks.to_text()));
    }

    /// Runs when another tab has kept something else, as long as the listener is kept.
    pub fn on_change(&self, run: impl Fn() + 'static) -> Listener {
        let key = self.0.clone();
        Listener::new(dom::window().into(), "storage", move |event| {
            let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if changed.as_ref() == Some(&key) {
                run();
            }
        })
    }
}
