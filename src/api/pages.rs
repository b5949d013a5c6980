//! Lists that are wanted whole, page by page.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::link::Page;
use gloo_net::http::Method;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::rc::Rc;

/// The most pages that are fetched: 10 000 rows, should a server never say that it is done.
const MOST_PAGES: usize = 100;

/// What is not on the page of a list that is wanted whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// How many rows could not be read.
    pub unreadable: usize,
    /// Whether the list goes on after what was read.
    pub is_cut: bool,
}

type Tell = Rc<dyn Fn(&str, Missing)>;

thread_local! {
    static TELL: RefCell<Option<Tell>> = const { RefCell::new(None) };
    static TOLD: RefCell<Vec<(String, Missing)>> = const { RefCell::new(Vec::new()) };
}

/// Names what tells the reader that a list is not whole: once for each list, by the address that it came from.
pub fn on_missing(tell: Tell) {
    TELL.replace(Some(tell));
}

fn tell(segments: &[&str], missing: Missing) {
    let (list, entry) = (
        segments.last().copied().unwrap_or_default(),
        (segments.join("/"), missing),
    );
    let is_new = TOLD.with_borrow_mut(|told| {
        let is_new = !told.contains(&entry);
        if is_new {
            told.push(entry);
        }
        is_new
    });
    let tell = TELL.with_borrow(Clone::clone).filter(|_| is_new);
    if let Some(tell) = tell {
        tell(list, missing);
    }
}

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
    let (mut has_rows, mut left_out, mut is_cut) = (false, Vec::new(), true);
    for _ in 0..MOST_PAGES {
        let page: Page<T> = Call::api(Method::GET, segments)
            .query(&query)
            .cancel_with(cancel)
            .send()
            .await?
            .read_page()?;
        has_rows |= !page.items.is_empty();
        left_out.extend(page.left_out);
        let wants_more = take(page.items);
        let Some(cursor) = page.next.filter(|_| wants_more) else {
            is_cut = false;
            break;
        };
        query.truncate(fixed);
        query.push(("cursor".to_owned(), cursor));
    }
    let unreadable = left_out.len();
    match left_out.into_iter().next() {
        Some(problem) if !has_rows => return Err(ApiError::Unreadable(problem)),
        None if !is_cut => {}
        _ => tell(segments, Missing { unreadable, is_cut }),
    }
    Ok(())
}
