//! The state of the issue list, as its URL carries it and as the server is asked.

mod loosen;
mod sort;

pub use loosen::{Dropped, Loosened};
pub use sort::Sort;

use crate::id::ProjectId;
use crate::search::{DEFAULT_QUERY, Token, parse, query_to_send, with_tag};
use crate::time_range::{TimeRange, is_bound};
use crate::wire::issue::IssueStatus;

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
    /// as [`query_to_send`] makes it.
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
        let mut pairs = vec![pair("query", &query_to_send(self.effective_query()))];
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
        self.effective_query() != DEFAULT_QUERY || self.is_narrowed()
    }

    /// Whether anything but the search, the order and the page is asked for.
    pub fn is_narrowed(&self) -> bool {
        !self.projects.is_empty() || !self.environments.is_empty() || self.start.is_some() || self.end.is_some()
    }

    /// Whether an issue with this status can be among those that are listed, as far as the search names a status.
    pub fn admits(&self, status: IssueStatus) -> bool {
        parse(&query_to_send(self.effective_query()))
            .iter()
            .all(|token| !matches!(token, Token::Is(wanted) if wanted != status.as_str()))
    }

    /// The status that the search names, so that all that match have it.
    pub fn searched_status(&self) -> Option<IssueStatus> {
        let tokens = parse(&query_to_send(self.effective_query()));
        let word = tokens.iter().find_map(|token| match token {
            Token::Is(word) => Some(word.as_str()),
            _ => None,
        })?;
        [IssueStatus::Unresolved, IssueStatus::Resolved, IssueStatus::Ignored]
            .into_iter()
            .find(|status| status.as_str() == word)
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

#[cfg(test)]
mod tests {
    use super::{IssueFilter, Sort};
    use crate::encode::{encode_query, parse_query};
    use crate::id::ProjectId;
    use crate::testing::texts;
    use crate::time_range::TimeRange;
    use crate::wire::issue::IssueStatus;

    fn read(query: &str) -> IssueFilter {
        IssueFilter::from_pairs(&parse_query(query))
    }

    fn url(filter: &IssueFilter) -> String {
        encode_query(&filter.to_pairs())
    }

    #[test]
    fn defaults_are_not_in_the_url_but_on_the_wire() {
        let filter = read("");
        assert_eq!(filter, IssueFilter::default());
        assert_eq!(url(&filter), "");
        assert_eq!(
            encode_query(&filter.api_pairs(None)),
            "query=is%3Aunresolved&sort=-last_seen"
        );
        assert_eq!(encode_query(&filter.bulk_pairs()), "query=is%3Aunresolved");
        assert!(!filter.is_filtered());
        assert_eq!(read("query=is%3Aunresolved&sort=-last_seen"), filter);
    }

    #[test]
    fn an_empty_query_means_everything() {
        let filter = read("query=");
        assert_eq!(filter.effective_query(), "");
        assert_eq!(url(&filter), "query=");
        assert_eq!(encode_query(&filter.bulk_pairs()), "query=");
        assert!(filter.is_filtered());
    }

    #[test]
    fn everything_goes_there_and_back() {
        let query = "query=is%3Aresolved%20pay&project=1&project=22&environment=production&environment=st%C3%A4ging&start=now-24h&end=now&sort=-count&cursor=cD0y%3D%3D";
        let filter = read(query);
        assert_eq!(url(&filter), query);
        assert_eq!(
            encode_query(&filter.api_pairs(Some(50))),
            "query=is%3Aresolved%20pay&project=1&project=22&environment=production&environment=st%C3%A4ging&start=now-24h&end=now&sort=-count&limit=50&cursor=cD0y%3D%3D"
        );
        assert!(encode_query(&filter.api_pairs(None)).starts_with(&encode_query(&filter.bulk_pairs())));
    }

    #[test]
    fn what_the_server_would_refuse_is_left_out() {
        let filter = read(
            "project=x&project=1&project=1&project=&project=-1&environment=&environment=a&environment=a&sort=bogus&start=soon&end=now-1w&cursor=&id=3&limit=9",
        );
        assert_eq!(url(&filter), "project=1&environment=a");
        assert_eq!(filter.sort, Sort::LastSeen);
        assert_eq!(read("query=a&query=b").effective_query(), "b");
        assert_eq!(read("sort=count&sort=bogus").sort, Sort::LastSeen);
    }

    #[test]
    fn the_wire_gets_the_prepared_query_and_the_url_the_typed_one() {
        let filter = read("query=can't%20is%3Aresolved");
        assert_eq!(url(&filter), "query=can%27t%20is%3Aresolved");
        assert_eq!(filter.api_pairs(None)[0].1, "is:resolved \"can't\"");
        assert_eq!(filter.bulk_pairs()[0].1, "is:resolved \"can't\"");
    }

    #[test]
    fn every_change_starts_at_the_first_page() {
        let at_page = || read("query=x&cursor=c");
        for changed in [
            at_page().with_query("y"),
            at_page().with_tag("level", "error"),
            at_page().with_projects(vec![ProjectId::from("1")]),
            at_page().with_environments(vec!["a".to_owned()]),
            at_page().with_range(&TimeRange::from_bounds(Some("now-24h"), None)),
            at_page().with_sort(Sort::Count),
        ] {
            assert_eq!(changed.cursor, None, "{changed:?}");
            assert!(changed.is_filtered());
        }
        assert_eq!(at_page().with_cursor(Some("d".to_owned())).cursor.as_deref(), Some("d"));
        assert_eq!(at_page().with_query(" is:unresolved "), IssueFilter::default());
        assert_eq!(
            read("start=now-24h").with_range(&TimeRange::Any),
            IssueFilter::default()
        );
        assert_eq!(
            read("").with_tag("os", "Mac OS").effective_query(),
            "is:unresolved os:\"Mac OS\""
        );
    }

    #[test]
    fn a_status_is_admitted_unless_the_search_names_another() {
        for (query, status, want) in [
            ("", IssueStatus::Unresolved, true),
            ("", IssueStatus::Resolved, false),
            ("query=", IssueStatus::Resolved, true),
            ("query=level%3Aerror", IssueStatus::Ignored, true),
            ("query=pay%20IS%3AResolved", IssueStatus::Resolved, true),
            ("query=pay%20IS%3AResolved", IssueStatus::Unresolved, false),
            ("query=%22is%20resolved%22", IssueStatus::Unresolved, true),
        ] {
            assert_eq!(read(query).admits(status), want, "{query} {status:?}");
        }
        assert_eq!(read("").searched_status(), Some(IssueStatus::Unresolved));
        assert_eq!(
            read("query=a%20IS%3AIgnored").searched_status(),
            Some(IssueStatus::Ignored)
        );
        assert_eq!(read("query=").searched_status(), None);
        assert_eq!(read("query=is%3Anothing").searched_status(), None);
    }

    #[test]
    fn any_url_reads_the_same_the_second_time() {
        for text in texts(3000) {
            let filter = read(&format!(
                "query={text}&environment={text}&project={text}&start={text}&sort={text}&cursor={text}&{text}"
            ));
            assert_eq!(read(&url(&filter)), filter, "{text:?}");
        }
        for sort in Sort::ALL {
            assert_eq!(read(&format!("sort={}", sort.as_str())).sort, sort);
        }
    }
}
