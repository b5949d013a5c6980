//! Lists that are read a page at a time, as far as somebody wants to see them.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::link::Page;
use gloo_net::http::Method;
use serde::de::DeserializeOwned;

/// A page of `GET` these segments with so many rows: the first, or the one that a cursor points to.
pub async fn read_page<T: DeserializeOwned>(
    segments: &[&str],
    rows: u32,
    cursor: Option<String>,
    cancel: &Cancel,
) -> Result<Page<T>, ApiError> {
    let mut query = vec![("limit".to_owned(), rows.to_string())];
    query.extend(cursor.map(|cursor| ("cursor".to_owned(), cursor)));
    read_page_of(segments, &query, cancel).await
}

/// A page of `GET` these segments with this query. Rows that are there although none of them can be read are not the same
/// as none: that is an error.
pub async fn read_page_of<T: DeserializeOwned>(
    segments: &[&str],
    query: &[(String, String)],
    cancel: &Cancel,
) -> Result<Page<T>, ApiError> {
    let page: Page<T> = Call::api(Method::GET, segments)
        .query(query)
        .cancel_with(cancel)
        .send()
        .await?
        .read_page()?;
    match page.left_out.first() {
        Some(problem) if page.items.is_empty() => Err(ApiError::Unreadable(problem.clone())),
        _ => Ok(page),
    }
}
