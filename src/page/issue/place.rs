//! Where the page is, and where its links lead.

use crate::issue_list_memory;
use crate::route::Route;
use glint_model::id::{EventId, IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;

/// The issue that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Whose.
    pub organization: OrganizationSlug,
    /// Which.
    pub issue: IssueId,
}

impl Place {
    /// The issue list, as it was left.
    pub fn list_href(&self) -> String {
        let query = issue_list_memory::last_query(&self.organization).unwrap_or_default();
        Route::Issues {
            organization: self.organization.clone(),
            query,
        }
        .href()
    }

    /// One event of the issue.
    pub fn event_href(&self, event: &EventId) -> String {
        Route::event(&self.organization, &self.issue, event).href()
    }

    /// The issue with its newest event.
    pub fn newest_href(&self) -> String {
        Route::issue(&self.organization, &self.issue).href()
    }

    /// The issues, resolved ones included, with events that have this tag.
    pub fn tag_href(&self, key: &str, value: &str) -> String {
        let filter = IssueFilter::default().with_query("").with_tag(key, value);
        Route::Issues {
            organization: self.organization.clone(),
            query: filter.to_pairs(),
        }
        .href()
    }
}
