//! What users wrote about an issue.

use super::client::Cancel;
use super::one_page::read_page;
use glint_model::error::ApiError;
use glint_model::id::IssueId;
use glint_model::link::Page;
use glint_model::wire::user_report::UserReport;

/// Reports of one page.
const ROWS: u32 = 50;

/// A page of reports, the newest first: `GET issues/{issue}/user-reports/`.
pub async fn list_user_reports(
    issue: &IssueId,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<UserReport>, ApiError> {
    read_page(&["issues", issue.as_str(), "user-reports"], ROWS, cursor, cancel).await
}
