//! What is down, on every page: in the tab's name and icon, and as notifications. Pages tell what they heard of monitors;
//! while somebody wants it, the monitors are asked for also when no page shows them. Here is only what pages and the shell
//! need; the rest is a chunk of its own, which is loaded when something was heard or is wanted.

mod ask;
pub mod settings;
mod tell;
mod work;

pub use tell::try_out;
pub use work::work;

use crate::browser::dom;
use crate::browser::listener::Listener;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::uptime_watch::Known;
use glint_model::wire::monitor::Monitor;
use leptos::prelude::*;

/// What a page heard.
enum Heard {
    /// All monitors there are.
    All(Vec<Known>),
    /// One of them.
    One(Known),
    /// One was deleted.
    Gone(MonitorId),
}

/// The watch over the monitors of the organization that is open, the same for the whole app.
#[derive(Clone, Copy)]
pub struct UptimeWatch {
    /// What was heard and not looked at yet, and of which organization.
    heard: StoredValue<Vec<(OrganizationSlug, Heard)>>,
    /// Counts what was heard.
    count: RwSignal<u32>,
    /// Counts changes of what is wanted, here and in other tabs.
    changed: RwSignal<u32>,
    is_asking_what: RwSignal<bool>,
}

impl UptimeWatch {
    /// Makes the watch known to the app.
    pub fn provide() -> Self {
        let watch = Self::new();
        provide_context(watch);
        StoredValue::new_local(Listener::new(dom::window().into(), "storage", move |_| {
            watch.look_again()
        }));
        watch
    }

    /// The watch of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    fn new() -> Self {
        Self {
            heard: StoredValue::new(Vec::new()),
            count: RwSignal::new(0),
            changed: RwSignal::new(0),
            is_asking_what: RwSignal::new(false),
        }
    }

    /// Takes over all monitors of an organization, as the server has just sent them.
    pub fn heard_all(self, organization: &OrganizationSlug, monitors: &[Monitor]) {
        let all = monitors.iter().map(Known::of).collect();
        self.hear(organization, Heard::All(all));
    }

    /// Takes over one monitor, as the server has just sent it.
    pub fn heard_one(self, organization: &OrganizationSlug, monitor: &Monitor) {
        self.hear(organization, Heard::One(Known::of(monitor)));
    }

    /// A monitor was deleted.
    pub fn heard_gone(self, organization: &OrganizationSlug, monitor: MonitorId) {
        self.hear(organization, Heard::Gone(monitor));
    }

    fn hear(self, organization: &OrganizationSlug, heard: Heard) {
        self.heard.try_update_value(|all| {
            // What came before a whole list is in it.
            if matches!(heard, Heard::All(_)) {
                all.clear();
            }
            all.push((organization.clone(), heard));
        });
        self.count.try_update(|count| *count += 1);
    }

    /// What was heard of this organization since this was asked last; tracked.
    fn take(self, organization: &OrganizationSlug) -> Vec<Heard> {
        self.count.track();
        let all = self.heard.try_update_value(std::mem::take).unwrap_or_default();
        all.into_iter()
            .filter(|(of, _)| of == organization)
            .map(|(_, heard)| heard)
            .collect()
    }

    /// Whether anything was heard; tracked.
    pub fn has_heard(self) -> bool {
        self.count.get() > 0
    }

    /// Opens the dialog that asks what somebody wants to be told.
    pub fn open_notices(self) {
        self.is_asking_what.try_set(true);
    }

    /// Closes it.
    pub fn close_notices(self) {
        self.is_asking_what.try_set(false);
    }

    /// Whether the dialog is open; tracked.
    pub fn is_notices_open(self) -> bool {
        self.is_asking_what.get()
    }

    /// What is wanted has changed, or may have.
    pub(crate) fn look_again(self) {
        self.changed.try_update(|count| *count += 1);
    }

    /// Whether the monitors of an organization are watched on every page; tracked.
    pub fn is_on(self, organization: &OrganizationSlug) -> bool {
        self.changed.track();
        settings::is_on(organization)
    }
}
