//! Where the page is, and where its links lead.

use crate::issue_list_memory;
use crate::route::{IssuePart, Route};
use crate::ui::app_link::AppLink;
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
    pub fn list(&self) -> Route {
        let query = issue_list_memory::last_query(&self.organization).unwrap_or_default();
        Route::Issues {
            organization: self.organization.clone(),
            query,
        }
    }

    /// One event of the issue.
    pub fn event(&self, event: &EventId) -> Route {
        Route::event(&self.organization, &self.issue, event)
    }

    /// A part of the issue.
    pub fn part(&self, part: IssuePart) -> Route {
        self.part_with(part, Vec::new())
    }

    /// A part of the issue, looked at in a certain way.
    pub fn part_with(&self, part: IssuePart, query: Vec<(String, String)>) -> Route {
        Route::Issue {
            organization: self.organization.clone(),
            issue: self.issue.clone(),
            part,
            query,
        }
    }

    /// The issue with its newest event.
    pub fn newest(&self) -> Route {
        Route::issue(&self.organization, &self.issue)
    }

    /// The issues, resolved ones included, with events that have this tag.
    pub fn tag(&self, key: &str, value: &str) -> AppLink {
        let filter = IssueFilter::default().with_query("").with_tag(key, value);
        let route = Route::Issues {
            organization: self.organization.clone(),
            query: filter.to_pairs(),
        };
        AppLink::new(route.href())
    }
}
