//! The rows of the issue list: one page, or several one below the other, each issue once.

use crate::id::IssueId;
use crate::link::{Hits, Page};
use crate::wire::issue::Issue;
use std::sync::Arc;

/// What is listed.
#[derive(Clone, Debug, Default)]
pub struct IssueRows {
    /// The issues in the order of the server, each once.
    pub issues: Vec<Arc<Issue>>,
    /// How many there are in all.
    pub hits: Option<Hits>,
    /// The cursor of the page below the last row.
    pub next: Option<String>,
    /// The cursor of the page above the first row.
    pub previous: Option<String>,
    /// How many rows could not be read.
    pub left_out: usize,
}

impl IssueRows {
    /// The rows of one page. An issue that `before` had in the same state is taken over as it is, so that what shows it
    /// can stay.
    pub fn of_page(page: &Page<Arc<Issue>>, before: Option<&Self>) -> Self {
        let mut rows = Self {
            hits: page.hits,
            next: page.next.clone(),
            previous: page.previous.clone(),
            left_out: page.left_out.len(),
            issues: Vec::with_capacity(page.items.len()),
        };
        for issue in &page.items {
            if !rows.has(&issue.id) {
                let kept = before
                    .and_then(|before| before.find(&issue.id))
                    .filter(|kept| kept.shows_the_same(issue));
                rows.issues.push(Arc::clone(kept.unwrap_or(issue)));
            }
        }
        rows
    }

    /// Puts the next page below. Issues that are listed already are not listed again: the server repeats rows when it
    /// sorts by the number of events.
    pub fn append(&mut self, page: Page<Arc<Issue>>) {
        let mut known: Vec<IssueId> = self.issues.iter().map(|issue| issue.id.clone()).collect();
        known.sort_unstable();
        for issue in page.items {
            if let Err(place) = known.binary_search(&issue.id) {
                known.insert(place, issue.id.clone());
                self.issues.push(issue);
            }
        }
        self.hits = page.hits.or(self.hits);
        self.next = page.next;
        self.left_out += page.left_out.len();
    }

    /// Whether the issue is listed.
    pub fn has(&self, id: &IssueId) -> bool {
        self.find(id).is_some()
    }

    /// The issue, if it is listed.
    pub fn find(&self, id: &IssueId) -> Option<&Arc<Issue>> {
        self.issues.iter().find(|issue| issue.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::IssueRows;
    use crate::link::Page;
    use crate::testing::issue;
    use crate::wire::issue::Issue;
    use std::sync::Arc;

    fn page(ids: &[&str], next: Option<&str>) -> Page<Arc<Issue>> {
        Page {
            items: ids.iter().map(|id| Arc::new(issue(id))).collect(),
            next: next.map(str::to_owned),
            ..Page::default()
        }
    }

    fn ids(rows: &IssueRows) -> Vec<&str> {
        rows.issues.iter().map(|issue| issue.id.as_str()).collect()
    }

    #[test]
    fn each_issue_is_listed_once() {
        let mut rows = IssueRows::of_page(&page(&["3", "1", "3"], Some("c")), None);
        assert_eq!(ids(&rows), ["3", "1"]);
        rows.append(page(&["1", "2", "2", "10"], None));
        assert_eq!(ids(&rows), ["3", "1", "2", "10"]);
        assert_eq!(rows.next, None);
    }

    #[test]
    fn what_did_not_change_stays_the_same_thing() {
        let before = IssueRows::of_page(&page(&["1", "2"], None), None);
        let mut again = page(&["2", "1"], None);
        Arc::make_mut(&mut again.items[0]).count += 1;
        let after = IssueRows::of_page(&again, Some(&before));
        assert!(Arc::ptr_eq(&after.issues[1], &before.issues[0]));
        assert!(!Arc::ptr_eq(&after.issues[0], &before.issues[1]));
    }
}
