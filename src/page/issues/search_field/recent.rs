//! Recent searches, kept in this browser for each organization.

use crate::browser::storage;
use glint_model::id::OrganizationSlug;
use glint_model::search::{from_text, remember as put_first, to_text};

fn key(organization: &OrganizationSlug) -> String {
    format!("{}{organization}", storage::SEARCHES)
}

/// The recent searches of an organization, the newest first.
pub fn recent(organization: &OrganizationSlug) -> Vec<String> {
    storage::get(&key(organization))
        .map(|text| from_text(&text))
        .unwrap_or_default()
}

/// Remembers a search.
pub fn remember(organization: &OrganizationSlug, query: &str) {
    let mut searches = recent(organization);
    put_first(&mut searches, query);
    if !searches.is_empty() {
        storage::set(&key(organization), Some(&to_text(&searches)));
    }
}

/// Forgets the searches of an organization.
pub fn forget(organization: &OrganizationSlug) {
    storage::set(&key(organization), None);
}
