//! The saved views of an organization as this browser keeps them, the same in all its tabs. Where it keeps nothing, they
//! last as long as the tab.

use crate::browser::listener::Listener;
use crate::browser::{dom, storage};
use glint_model::id::OrganizationSlug;
use glint_model::saved_view::SavedViews;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

thread_local! {
    /// What the browser did not take, by key.
    static UNKEPT: RefCell<Vec<(String, SavedViews)>> = const { RefCell::new(Vec::new()) };
    /// What the page on screen shows.
    static SHOWN: Cell<Option<ViewsStore>> = const { Cell::new(None) };
}

/// The saved views of an organization on the server that the app talks to.
#[derive(Clone, Copy)]
pub struct ViewsStore {
    key: StoredValue<String>,
    tab_key: StoredValue<String>,
    views: RwSignal<SavedViews>,
    opened: RwSignal<Option<String>>,
    is_unkept: RwSignal<bool>,
}

impl ViewsStore {
    /// Reads what is kept, and follows what other tabs make of it as long as the page is there.
    pub fn open(organization: &OrganizationSlug) -> Self {
        // Several servers may be looked at from one address.
        let place = format!("{} {organization}", dom::api_base());
        let (key, tab_key) = (
            format!("{}{place}", storage::VIEWS),
            format!("{}{place}", storage::OPENED_VIEW),
        );
        let store = Self {
            views: RwSignal::new(read(&key)),
            opened: RwSignal::new(storage::get_in_tab(&tab_key)),
            is_unkept: RwSignal::new(unkept(&key).is_some()),
            key: StoredValue::new(key.clone()),
            tab_key: StoredValue::new(tab_key),
        };
        StoredValue::new_local(Listener::new(dom::window().into(), "storage", move |event| {
            let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            // Without a key all was cleared.
            if changed.is_none_or(|changed| changed == key) {
                store.views.try_set(read(&key));
            }
        }));
        SHOWN.set(Some(store));
        store
    }

    /// Looks at the views; tracked.
    pub fn with<R>(self, look: impl FnOnce(&SavedViews) -> R) -> R {
        self.views.with(look)
    }

    /// Whether the browser did not take the last change; tracked.
    pub fn is_unkept(self) -> bool {
        self.is_unkept.get()
    }

    /// The id of the view that was opened last in this tab; tracked.
    pub fn opened(self) -> Option<String> {
        self.opened.get()
    }

    /// Remembers which view was opened, in this tab.
    pub fn set_opened(self, id: Option<String>) {
        if self.opened.with_untracked(|opened| *opened != id) {
            self.tab_key.with_value(|key| storage::set_in_tab(key, id.as_deref()));
            self.opened.set(id);
        }
    }

    /// Changes what is kept, as the other tabs left it.
    pub fn change<R>(self, change: impl FnOnce(&mut SavedViews) -> R) -> R {
        change_at(&self.key.get_value(), change)
    }

    /// A change for later, which is made even when the page is gone by then.
    pub fn later(self, change: impl Fn(&mut SavedViews) + 'static) -> impl Fn() + 'static {
        let key = self.key.get_value();
        move || change_at(&key, &change)
    }
}

fn change_at<R>(key: &str, change: impl FnOnce(&mut SavedViews) -> R) -> R {
    let before = read(key);
    let mut views = before.clone();
    let outcome = change(&mut views);
    if views != before {
        keep(key, views);
    }
    outcome
}

fn keep(key: &str, views: SavedViews) {
    let is_kept = storage::keep(key, &views.to_json());
    UNKEPT.with_borrow_mut(|all| {
        all.retain(|(of, _)| of != key);
        if !is_kept {
            all.push((key.to_owned(), views.clone()));
        }
    });
    // No page, or that of another organization, may be on screen by now.
    if let Some(store) = SHOWN.get()
        && store.key.try_get_value().is_some_and(|shown| shown == key)
    {
        store.is_unkept.try_set(!is_kept);
        store.views.try_set(views);
    }
}

fn read(key: &str) -> SavedViews {
    unkept(key)
        .or_else(|| storage::get(key).map(|text| SavedViews::from_json(&text)))
        .unwrap_or_default()
}

fn unkept(key: &str) -> Option<SavedViews> {
    UNKEPT.with_borrow(|all| all.iter().find(|(of, _)| of == key).map(|(_, views)| views.clone()))
}
