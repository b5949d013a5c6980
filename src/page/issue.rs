//! One issue with one of its events: `/{organization}/issues/{issue}` and `.../events/{event}`.

use glint_model::id::{IssueId, OrganizationSlug};
use leptos::prelude::*;

/// The page of an issue.
pub fn issue_page(organization: OrganizationSlug, issue: IssueId) -> impl IntoView {
    let _ = organization;
    view! { <main id="content" tabindex="-1"><h1>{issue.to_string()}</h1></main> }
}
