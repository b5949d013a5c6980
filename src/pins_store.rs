//! Which facts about the events of a project are pinned, as this browser keeps it, the same in all its tabs. Where it
//! keeps nothing, it lasts as long as the tab.

use crate::browser::listener::Listener;
use crate::browser::{dom, storage};
use glint_model::highlights::Pins;
use glint_model::id::{OrganizationSlug, ProjectId};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

thread_local! {
    /// What the browser did not take, by key.
    static UNKEPT: RefCell<Vec<(String, Pins)>> = const { RefCell::new(Vec::new()) };
}

/// The pins of a project on the server that the app talks to.
#[derive(Clone, Copy)]
pub struct PinsStore {
    key: StoredValue<String>,
    pins: RwSignal<Pins>,
    is_unkept: RwSignal<bool>,
}

impl PinsStore {
    /// Reads what is kept, and follows what other tabs make of it as long as what asked for it is there.
    pub fn open(organization: &OrganizationSlug, project: &ProjectId) -> Self {
        // Several servers may be looked at from one address.
        let key = format!("{}{} {organization} {project}", storage::PINS, dom::api_base());
        let store = Self {
            pins: RwSignal::new(read(&key)),
            is_unkept: RwSignal::new(unkept(&key).is_some()),
            key: StoredValue::new(key.clone()),
        };
        StoredValue::new_local(Listener::new(dom::window().into(), "storage", move |event| {
            let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            // Without a key all was cleared.
            if changed.is_none_or(|changed| changed == key) {
                store.pins.try_set(read(&key));
            }
        }));
        store
    }

    /// What is pinned; tracked.
    pub fn get(self) -> Pins {
        self.pins.get()
    }

    /// Looks at what is pinned; tracked.
    pub fn with<R>(self, look: impl FnOnce(&Pins) -> R) -> R {
        self.pins.with(look)
    }

    /// Whether the browser did not take the last change; tracked.
    pub fn is_unkept(self) -> bool {
        self.is_unkept.get()
    }

    /// Changes what is pinned, as the other tabs left it.
    pub fn change<R>(self, change: impl FnOnce(&mut Pins) -> R) -> R {
        let key = self.key.get_value();
        let mut pins = read(&key);
        let outcome = change(&mut pins);
        let is_kept = storage::keep(&key, &pins.to_json());
        UNKEPT.with_borrow_mut(|all| {
            all.retain(|(of, _)| *of != key);
            if !is_kept {
                all.push((key, pins.clone()));
            }
        });
        self.is_unkept.set(!is_kept);
        self.pins.set(pins);
        outcome
    }
}

fn read(key: &str) -> Pins {
    unkept(key)
        .or_else(|| storage::get(key).map(|text| Pins::from_json(&text)))
        .unwrap_or_default()
}

fn unkept(key: &str) -> Option<Pins> {
    UNKEPT.with_borrow(|all| all.iter().find(|(of, _)| of == key).map(|(_, pins)| pins.clone()))
}
