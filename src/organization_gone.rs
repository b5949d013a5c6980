//! What has to be forgotten when an organization is not the reader's any more: it was deleted, or they left it.

use crate::browser::storage;
use crate::organization_list::OrganizationList;
use glint_model::id::OrganizationSlug;

/// Takes it out of the list at once, which then asks the server, and does not come back to it at the next visit.
pub fn organization_gone(list: OrganizationList, slug: &OrganizationSlug) {
    list.update(|list| list.retain(|organization| organization.slug != *slug));
    list.refresh();
    if storage::get(storage::ORGANIZATION).as_deref() == Some(slug.as_str()) {
        storage::set(storage::ORGANIZATION, None);
    }
}
