//! What one tab was told by the server, as it tells the others: a line about the place of the page, then the body.

use crate::link::{Hits, Page};
use crate::wire::issue::Issue;
use crate::wire::lossy::read_list;

/// The most that is taken from another tab: bytes.
const MOST_BYTES: usize = 4_000_000;

type Place = (Option<String>, Option<String>, Option<(u64, bool)>);

/// The text for the other tabs: `body` as the server sent it, `page` as it was read.
pub fn to_text(page: &Page<Issue>, body: &str) -> String {
    let hits = page.hits.map(|hits| (hits.count, hits.capped));
    let place: Place = (page.next.clone(), page.previous.clone(), hits);
    let place = serde_json::to_string(&place).unwrap_or_default();
    format!("{place}\n{body}")
}

/// The page that another tab tells of; None when it cannot be read.
pub fn from_text(text: &str) -> Option<Page<Issue>> {
    let (place, body) = text.split_once('\n').filter(|_| text.len() <= MOST_BYTES)?;
    let (next, previous, hits): Place = serde_json::from_str(place).ok()?;
    let list = read_list(body).ok()?;
    Some(Page {
        items: list.items,
        left_out: list.left_out,
        next,
        previous,
        hits: hits.map(|(count, capped)| Hits { count, capped }),
    })
}

#[cfg(test)]
mod tests {
    use super::{from_text, to_text};
    use crate::link::{Hits, Page};
    use crate::testing::texts;

    #[test]
    fn a_page_arrives_as_it_was_sent() {
        for (index, cursor) in texts(200).enumerate() {
            let page = Page {
                next: Some(cursor.clone()),
                previous: index.is_multiple_of(2).then(|| cursor.clone()),
                hits: (index % 3 > 0).then_some(Hits {
                    count: index as u64,
                    capped: index % 3 == 1,
                }),
                ..Page::default()
            };
            assert_eq!(from_text(&to_text(&page, "[\n]")), Some(page), "{cursor:?}");
        }
    }

    #[test]
    fn rows_that_cannot_be_read_are_left_out() {
        let page = from_text(&to_text(&Page::default(), "[{}, 7]")).expect("a page");
        assert_eq!((page.items.len(), page.left_out.len()), (0, 2));
    }

    #[test]
    fn what_is_no_page_is_none() {
        for text in texts(500) {
            assert_eq!(from_text(&text), None, "{text:?}");
        }
        assert_eq!(from_text("[null,null,null]\n{}"), None);
        assert_eq!(from_text("[null,null]\n[]"), None);
        assert!(from_text("[null,null,null]\n[]").is_some());
        let long = format!("[null,null,null]\n[{}]", " ".repeat(4_000_000));
        assert_eq!(from_text(&long), None);
    }
}
