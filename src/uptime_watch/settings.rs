//! What somebody wants to be told, as this browser keeps it: for each server and organization.

use super::UptimeWatch;
use crate::browser::{dom, storage};
use glint_model::id::OrganizationSlug;
use glint_model::uptime_watch::NoticeSettings;
use leptos::prelude::Track;

/// Whether the monitors of an organization are watched on every page.
pub fn is_on(organization: &OrganizationSlug) -> bool {
    storage::get(&key(organization)).is_some_and(|text| NoticeSettings::is_on(&text))
}

impl UptimeWatch {
    /// What is wanted for an organization; tracked.
    pub fn settings(self, organization: &OrganizationSlug) -> NoticeSettings {
        self.changed.track();
        storage::get(&key(organization))
            .map(|text| NoticeSettings::parse(&text))
            .unwrap_or_default()
    }

    /// Keeps what is wanted; false where the browser keeps nothing.
    pub fn keep(self, organization: &OrganizationSlug, settings: NoticeSettings) -> bool {
        let is_kept = storage::keep(&key(organization), &settings.to_text());
        self.look_again();
        is_kept
    }
}

fn key(organization: &OrganizationSlug) -> String {
    // Several servers may be looked at from one address.
    format!("{}{} {organization}", storage::NOTICES, dom::api_base())
}
