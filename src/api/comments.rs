//! Comments on an issue.

use super::client::{Call, Cancel};
use super::one_page::read_page;
use glint_model::error::ApiError;
use glint_model::id::IssueId;
use glint_model::link::Page;
use glint_model::wire::comment::{Comment, WriteComment};
use gloo_net::http::Method;

/// Comments of one page.
const ROWS: u32 = 50;

/// A page of comments, the newest first: `GET issues/{issue}/comments/`.
pub async fn list_comments(
    issue: &IssueId,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<Comment>, ApiError> {
    read_page(&["issues", issue.as_str(), "comments"], ROWS, cursor, cancel).await
}

/// Writes a comment, which must not be empty: `POST issues/{issue}/comments/`. Gives it as the server has it.
pub async fn add_comment(issue: &IssueId, text: &str) -> Result<Comment, ApiError> {
    Call::api(Method::POST, &["issues", issue.as_str(), "comments"])
        .body(&WriteComment::new(text))
        .send()
        .await?
        .read()
}

/// Changes what a comment says: `PUT issues/{issue}/comments/{comment}/`. Gives it as the server has it.
pub async fn update_comment(issue: &IssueId, comment: i64, text: &str) -> Result<Comment, ApiError> {
    one(Method::PUT, issue, comment)
        .body(&WriteComment::new(text))
        .send()
        .await?
        .read()
}

/// Deletes a comment for good: `DELETE issues/{issue}/comments/{comment}/`.
pub async fn delete_comment(issue: &IssueId, comment: i64) -> Result<(), ApiError> {
    one(Method::DELETE, issue, comment).send().await.map(|_| ())
}

/// The same while the page is going away: nobody hears the answer.
pub fn delete_comment_at_last(issue: &IssueId, comment: i64) {
    one(Method::DELETE, issue, comment).send_last();
}

fn one(method: Method, issue: &IssueId, comment: i64) -> Call {
    Call::api(method, &["issues", issue.as_str(), "comments", &comment.to_string()])
}
