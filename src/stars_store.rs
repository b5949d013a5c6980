//! Which organizations and projects somebody starred, as this browser keeps it for each person, the same in all its tabs. Like
//! saved views they stay at sign-out. Where the browser keeps nothing, they last as long as the page.

use crate::browser::listener::Listener;
use crate::browser::{dom, storage};
use glint_model::home::Stars;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// The stars of a person on the server that the app talks to.
#[derive(Clone, Copy)]
pub struct StarsStore {
    /// None until it is known whose they are.
    key: RwSignal<Option<String>>,
    stars: RwSignal<Stars>,
    /// Whether the browser has them as they are here.
    is_kept: StoredValue<bool>,
}

impl StarsStore {
    /// The stars of nobody yet; follows what other tabs make of them as long as what asked for it is there.
    pub fn empty() -> Self {
        let store = Self {
            key: RwSignal::new(None),
            stars: RwSignal::new(Stars::default()),
            is_kept: StoredValue::new(true),
        };
        StoredValue::new_local(Listener::new(dom::window().into(), "storage", move |event| {
            let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            let own = store.key.try_get_untracked().flatten();
            // Without a key all was cleared.
            if let Some(own) = own.filter(|own| changed.is_none_or(|changed| changed == *own)) {
                store.stars.try_set(read(&own));
                store.is_kept.try_set_value(true);
            }
        }));
        store
    }

    /// Reads those of this person.
    pub fn open(self, whose: &str) {
        // Several servers may be looked at from one address.
        let key = format!("{}{} {whose}", storage::STARS, dom::api_base());
        if self.key.with_untracked(|own| own.as_ref() != Some(&key)) {
            self.stars.set(read(&key));
            self.key.set(Some(key));
        }
    }

    /// Whether it is known whose they are; tracked.
    pub fn is_open(self) -> bool {
        self.key.with(Option::is_some)
    }

    /// Looks at them; tracked.
    pub fn with<R>(self, look: impl FnOnce(&Stars) -> R) -> R {
        self.stars.with(look)
    }

    /// Changes them, as the other tabs left them. False when the browser does not keep the change.
    pub fn change(self, change: impl FnOnce(&mut Stars)) -> bool {
        let Some(key) = self.key.get_untracked() else {
            return false;
        };
        // What the browser did not keep before is only here.
        let kept = storage::get(&key).filter(|_| self.is_kept.get_value());
        let mut stars = kept.map_or_else(|| self.stars.get_untracked(), |text| Stars::from_json(&text));
        change(&mut stars);
        let is_kept = storage::keep(&key, &stars.to_json());
        self.stars.set(stars);
        self.is_kept.set_value(is_kept);
        is_kept
    }
}

fn read(key: &str) -> Stars {
    storage::get(key)
        .map(|text| Stars::from_json(&text))
        .unwrap_or_default()
}
