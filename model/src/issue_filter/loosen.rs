//! What to drop from a filter that finds nothing.

use super::IssueFilter;
use crate::search::{Chip, chips};
use crate::time_range::TimeRange;

/// A filter with one thing less.
#[derive(Clone, Debug, PartialEq)]
pub struct Loosened {
    /// What is dropped.
    pub without: Dropped,
    /// What is left, from the first page.
    pub filter: IssueFilter,
}

/// One thing that a filter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A part of the search, as it is shown: `level:fatal`, `payment failed`.
    Search(String),
    /// All projects.
    Projects,
    /// All environments.
    Environments,
    /// The time range.
    Range,
}

impl IssueFilter {
    /// The filters that ask for one thing less, each once; empty when nothing is asked for.
    pub fn loosened(&self) -> Vec<Loosened> {
        let mut all: Vec<Loosened> = chips(self.effective_query())
            .into_iter()
            .map(|Chip { text, without, .. }| Loosened {
                without: Dropped::Search(text),
                filter: self.clone().with_query(&without),
            })
            .collect();
        let mut drop = |without, filter| all.push(Loosened { without, filter });
        if !self.projects.is_empty() {
            drop(Dropped::Projects, self.clone().with_projects(Vec::new()));
        }
        if !self.environments.is_empty() {
            drop(Dropped::Environments, self.clone().with_environments(Vec::new()));
        }
        if self.start.is_some() || self.end.is_some() {
            drop(Dropped::Range, self.clone().with_range(&TimeRange::Any));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Dropped, IssueFilter};
    use crate::encode::{encode_query, parse_query};

    fn loosened(query: &str) -> Vec<(Dropped, String)> {
        IssueFilter::from_pairs(&parse_query(query))
            .loosened()
            .into_iter()
            .map(|loosened| (loosened.without, encode_query(&loosened.filter.to_pairs())))
            .collect()
    }

    #[test]
    fn each_thing_can_be_dropped() {
        let search = |text: &str| Dropped::Search(text.to_owned());
        assert_eq!(
            loosened("query=is%3Aresolved%20pay&project=1&environment=a&start=now-1h&cursor=c"),
            [
                (
                    search("is:resolved"),
                    "query=pay&project=1&environment=a&start=now-1h".to_owned()
                ),
                (
                    search("pay"),
                    "query=is%3Aresolved&project=1&environment=a&start=now-1h".to_owned()
                ),
                (
                    Dropped::Projects,
                    "query=is%3Aresolved%20pay&environment=a&start=now-1h".to_owned()
                ),
                (
                    Dropped::Environments,
                    "query=is%3Aresolved%20pay&project=1&start=now-1h".to_owned()
                ),
                (
                    Dropped::Range,
                    "query=is%3Aresolved%20pay&project=1&environment=a".to_owned()
                ),
            ]
        );
        assert_eq!(loosened("query="), []);
        assert_eq!(loosened(""), [(search("is:unresolved"), "query=".to_owned())]);
    }
}
