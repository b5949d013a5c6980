//! The state of the issue list, as its URL carries it and as the server is asked.

mod sort;

pub use sort::Sort;

use crate::id::ProjectId;
use crate::search::{DEFAULT_QUERY, prepare, with_tag};
use crate::time_range::{TimeRange, is_bound};

/// Which issues are listed, in which order, from which page on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueFilter {
    /// What is searched for; none means [`DEFAULT_QUERY`], empty means everything.
    pub query: Option<String>,
    /// The projects; none means all that the user is a member of.
    pub projects: Vec<ProjectId>,
    /// The environments; none means all.
    pub environments: Vec<String>,
    /// First seen not before this: ISO 8601 or `now-24h`.
    pub start: Option<String>,
    /// First seen not after this.
    pub end: Option<String>,
    /// The order.
    pub sort: Sort,
    /// The page, raw.
    pub cursor: Option<String>,
}

impl IssueFilter {
    /// Reads the pairs of a URL. Names that are none of ours and values that the server would refuse are left
    /// out; of a name that may not repeat the last one counts.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "query" => filter.query = as_query(value),
                "project" => {
                    let id = ProjectId::new(value.as_str());
                    let is_number = (1..=18).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit());
                    if is_number && !filter.projects.contains(&id) {
                        filter.projects.push(id);
                    }
                }
                "environment" if !value.is_empty() && !filter.environments.contains(value) => {
                    filter.environments.push(value.clone());
                }
                "start" => filter.start = Some(value.clone()).filter(|value| is_bound(value)),
                "end" => filter.end = Some(value.clone()).filter(|value| is_bound(value)),
                "sort" => filter.sort = Sort::parse(value).unwrap_or_default(),
                "cursor" => filter.cursor = Some(value.clone()).filter(|value| !value.is_empty()),
                _ => {}
            }
        }
        filter
    }

    /// The pairs for a URL of the app; what is the default is left out.
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if let Some(query) = self.query.as_deref().filter(|query| *query != DEFAULT_QUERY) {
            pairs.push(pair("query", query));
        }
        self.push_places(&mut pairs);
        if self.sort != Sort::default() {
            pairs.push(pair("sort", self.sort.as_str()));
        }
        pairs.extend(self.cursor.as_deref().map(|cursor| pair("cursor", cursor)));
        pairs
    }

    /// The pairs for `GET /api/0/organizations/{organization}/issues/`: query and sort are always there, the query
    /// as [`prepare`] makes it.
    pub fn api_pairs(&self, limit: Option<u32>) -> Vec<(String, String)> {
        let mut pairs = self.bulk_pairs();
        pairs.push(pair("sort", self.sort.as_str()));
        pairs.extend(limit.map(|limit| pair("limit", &limit.to_string())));
        pairs.extend(self.cursor.as_deref().map(|cursor| pair("cursor", cursor)));
        pairs
    }

    /// The pairs for a bulk `PUT` or `DELETE` of all that is listed, on this page and on the others: exactly the
    /// filter that [`Self::api_pairs`] lists by.
    pub fn bulk_pairs(&self) -> Vec<(String, String)> {
        let mut pairs = vec![pair("query", &prepare(self.effective_query()).query)];
        self.push_places(&mut pairs);
        pairs
    }

    fn push_places(&self, pairs: &mut Vec<(String, String)>) {
        pairs.extend(self.projects.iter().map(|id| pair("project", id.as_str())));
        pairs.extend(self.environments.iter().map(|name| pair("environment", name)));
        pairs.extend(self.start.as_deref().map(|start| pair("start", start)));
        pairs.extend(self.end.as_deref().map(|end| pair("end", end)));
    }

    /// What is searched for, the default included.
    pub fn effective_query(&self) -> &str {
        self.query.as_deref().unwrap_or(DEFAULT_QUERY)
    }

    /// Whether anything but the default is asked for; order and page do not count.
    pub fn is_filtered(&self) -> bool {
        self.effective_query() != DEFAULT_QUERY
            || !self.projects.is_empty()
            || !self.environments.is_empty()
            || self.start.is_some()
            || self.end.is_some()
    }

    /// The time range.
    pub fn range(&self) -> TimeRange {
        TimeRange::from_bounds(self.start.as_deref(), self.end.as_deref())
    }

    /// The same with another search, from the first page.
    pub fn with_query(self, query: &str) -> Self {
        Self {
            query: as_query(query),
            cursor: None,
            ..self
        }
    }

    /// The same with a tag added to the search, from the first page.
    pub fn with_tag(self, key: &str, value: &str) -> Self {
        let query = with_tag(self.effective_query(), key, value);
        self.with_query(&query)
    }

    /// The same in other projects, from the first page.
    pub fn with_projects(self, projects: Vec<ProjectId>) -> Self {
        Self {
            projects,
            cursor: None,
            ..self
        }
    }

    /// The same in other environments, from the first page.
    pub fn with_environments(self, environments: Vec<String>) -> Self {
        Self {
            environments,
            cursor: None,
            ..self
        }
    }

    /// The same in another time range, from the first page.
    pub fn with_range(self, range: &TimeRange) -> Self {
        let (start, end) = range.bounds();
        Self {
            start,
            end,
            cursor: None,
            ..self
        }
    }

    /// The same in another order, from the first page.
    pub fn with_sort(self, sort: Sort) -> Self {
        Self {
            sort,
            cursor: None,
            ..self
        }
    }

    /// Another page of the same.
    pub fn with_cursor(self, cursor: Option<String>) -> Self {
        Self { cursor, ..self }
    }
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The default has one spelling: none.
fn as_query(text: &str) -> Option<String> {
    let text = text.trim();
    (text != DEFAULT_QUERY).then(|| text.to_owned())
}
