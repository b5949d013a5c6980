//! Lists that are wanted whole, page by page.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::link::Page;
use gloo_net::http::Method;
use serde::de::DeserializeOwned;

/// The most pages that are fetched: 10 000 rows, should a server never say that it is done.
const MOST_PAGES: usize = 100;

/// All rows of `GET` these segments.
pub async fn read_all<T: DeserializeOwned>(segments: &[&str], cancel: &Cancel) -> Result<Vec<T>, ApiError> {
    read_all_of(segments, Vec::new(), cancel).await
}

/// All rows of `GET` these segments with this query.
pub async fn read_all_of<T: DeserializeOwned>(
    segments: &[&str],
    query: Vec<(String, String)>,
    cancel: &Cancel,
) -> Result<Vec<T>, ApiError> {
    let mut all = Vec::new();
    read_pages_of(segments, query, cancel, |rows| {
        all.extend(rows);
        true
    })
    .await?;
    Ok(all)
}

/// Asks for one page after another of `GET` these segments. `take` gets the rows of each, and says whether more are
/// wanted. Rows that are there although none of them can be read are not the same as none: that is an error.
pub async fn read_pages<T: DeserializeOwned>(
    segments: &[&str],
    cancel: &Cancel,
    take: impl FnMut(Vec<T>) -> bool,
) -> Result<(), ApiError> {
    read_pages_of(segments, Vec::new(), cancel, take).await
}

async fn read_pages_of<T: DeserializeOwned>(
    segments: &[&str],
    mut query: Vec<(String, String)>,
    cancel: &Cancel,
    mut take: impl FnMut(Vec<T>) -> bool,
) -> Result<(), ApiError> {
    query.push(("limit".to_owned(), "100".to_owned()));
    let fixed = query.len();
    let (mut has_rows, mut left_out) = (false, None);
    for _ in 0..MOST_PAGES {
        let page: Page<T> = Call::api(Method::GET, segments)
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        has_rows |= !page.items.is_empty();
        left_out = left_out.or(page.left_out.into_iter().next());
        let wants_more = take(page.items);
        let Some(cursor) = page.next.filter(|_| wants_more) else {
            break;
        };
        query.truncate(fixed);
        query.push(("cursor".to_owned(), cursor));
    }
    match left_out {
        Some(problem) if !has_rows => Err(ApiError::Unreadable(problem)),
        _ => Ok(()),
    }
}
