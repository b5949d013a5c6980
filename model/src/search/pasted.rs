//! What people paste into the search field that is no search: ids, and addresses of issues.

use super::event_id;
use super::short_id::short_id;
use crate::encode::{decode_component, parse_query};

/// A thing that was pasted; all of it hostile text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// The id of an event: 32 hex digits.
    Event(String),
    /// The address of an issue or of an event of it, on whatever server.
    Issue {
        /// What stands where the organization's slug should; only a guess, since permalinks of the API have the
        /// project's there.
        organization: Option<String>,
        /// The issue's number.
        issue: String,
        /// The id of the event: 32 hex digits. None means the newest.
        event: Option<String>,
    },
    /// A short id. Whether there is such a project is for the caller to see.
    ShortId {
        /// The slug of the project in capitals, as short ids have it.
        project: String,
        /// The issue's number within the project.
        number: u64,
    },
    /// The address of a list of issues.
    List {
        /// The organization's slug.
        organization: String,
        /// What the list is filtered by, as name and value.
        query: Vec<(String, String)>,
    },
}

/// What the text is, if it is nothing but one id or one address of a GlitchTip or Glint page. Only the path of an
/// address counts: the host, and folders before the organization, may be any.
pub fn pasted(text: &str) -> Option<Pasted> {
    let text = text.trim();
    if let Some(id) = event_id(text) {
        return Some(Pasted::Event(id));
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    match path_and_query(text) {
        Some((path, query)) => address(path, query),
        None => short_id(text).map(|(project, number)| Pasted::ShortId { project, number }),
    }
}

/// The path without its first slash, and the query of an `http` address.
fn path_and_query(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = rest.split_once('/')?;
    (!host.is_empty()).then_some((path, query))
}

fn address(path: &str, query: &str) -> Option<Pasted> {
    let segments: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(decode_component)
        .collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    // The last one that fits: a folder or an organization may be called `issues`, too.
    (0..segments.len())
        .rev()
        .filter(|at| segments.get(*at) == Some(&"issues"))
        .find_map(|at| page(&segments[..at], &segments[at + 1..], query))
}

/// The page with these segments before `issues` and behind it.
fn page(before: &[&str], behind: &[&str], query: &str) -> Option<Pasted> {
    let organization = match before {
        [] | [.., "api", "0"] => None,
        [.., "api", "0", "projects", organization, _] | [.., organization] => Some((*organization).to_owned()),
    };
    match behind {
        [] => organization.map(|organization| Pasted::List {
            organization,
            query: parse_query(query),
        }),
        [issue, rest @ ..] => is_issue_id(issue).then(|| Pasted::Issue {
            organization,
            issue: (*issue).to_owned(),
            event: match rest {
                ["events", event, ..] => event_id(event),
                _ => None,
            },
        }),
    }
}

fn is_issue_id(text: &str) -> bool {
    (1..=18).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Pasted, pasted};
    use crate::testing::texts;

    const EVENT: &str = "1f9d100e084d44fe969720b64face499";

    fn issue(organization: Option<&str>, issue: &str, event: Option<&str>) -> Option<Pasted> {
        Some(Pasted::Issue {
            organization: organization.map(str::to_owned),
            issue: issue.to_owned(),
            event: event.map(str::to_owned),
        })
    }

    #[test]
    fn a_lone_event_id_is_an_event() {
        for text in [
            EVENT,
            "1F9D100E-084d-44fe-9697-20b64face499",
            " 1f9d100e084d44fe969720b64face499\n",
        ] {
            assert_eq!(pasted(text), Some(Pasted::Event(EVENT.to_owned())), "{text}");
        }
        assert_eq!(pasted("is:resolved 1f9d100e084d44fe969720b64face499"), None);
    }

    #[test]
    fn addresses_of_issues_are_read_on_every_host_and_below_every_folder() {
        for (path, want) in [
            ("/acme/issues/12", issue(Some("acme"), "12", None)),
            ("/acme/issues/12/?query=x#y", issue(Some("acme"), "12", None)),
            ("/tools/glint/acme/issues/12", issue(Some("acme"), "12", None)),
            (
                "/acme/issues/12/events/1F9D100E084d44fe969720b64face499/",
                issue(Some("acme"), "12", Some(EVENT)),
            ),
            ("/acme/issues/12/events/latest", issue(Some("acme"), "12", None)),
            ("/acme/issues/12/tags/browser", issue(Some("acme"), "12", None)),
            (
                "/organizations/acme/issues/12/events/1",
                issue(Some("acme"), "12", None),
            ),
            ("/issues/12", issue(None, "12", None)),
            ("/issues/7/issues/12", issue(Some("7"), "12", None)),
            ("/issues/issues/12", issue(Some("issues"), "12", None)),
            ("/acme/issues/12/issues/x", issue(Some("acme"), "12", None)),
            ("/a%20b/issues/12", issue(Some("a b"), "12", None)),
            ("/api/0/issues/12/", issue(None, "12", None)),
            ("/api/0/organizations/acme/issues/12/", issue(Some("acme"), "12", None)),
            ("/api/0/projects/acme/shop/issues/12/", issue(Some("acme"), "12", None)),
            ("/acme/issues/new", None),
            ("/acme/issues/1234567890123456789", None),
            ("/acme/projects", None),
            ("/issues", None),
            ("/", None),
            ("", None),
        ] {
            for host in ["https://a.example", "HTTP://localhost:8000", "http://u:p@[::1]:8080"] {
                assert_eq!(pasted(&format!(" {host}{path} ")), want, "{host}{path}");
            }
        }
        for text in [
            "/acme/issues/12",
            "a.example/acme/issues/12",
            "javascript://a/acme/issues/12",
            "https:///acme/issues/12",
            "https://a/acme/issues/12 fails",
            "see https://a/acme/issues/12",
        ] {
            assert_eq!(pasted(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_of_lists_keep_their_filter() {
        let list = |organization: &str, query: &[(&str, &str)]| {
            Some(Pasted::List {
                organization: organization.to_owned(),
                query: query.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
            })
        };
        assert_eq!(
            pasted("https://a.example/x/acme/issues?query=is%3Aresolved+pay&project=1&project=2#top"),
            list(
                "acme",
                &[("query", "is:resolved pay"), ("project", "1"), ("project", "2")]
            )
        );
        assert_eq!(pasted("https://a.example/acme/issues/"), list("acme", &[]));
    }

    #[test]
    fn a_lone_short_id_is_one() {
        let want = Some(Pasted::ShortId {
            project: "SHOP-API".to_owned(),
            number: 87,
        });
        assert_eq!(pasted(" shop-api-2F\n"), want);
        assert_eq!(pasted("SHOP-API-2F fails"), None);
        assert_eq!(pasted("utf-8"), None);
    }

    #[test]
    fn no_text_does_harm() {
        for text in texts(20_000) {
            for text in [
                text.clone(),
                format!("https://a/{text}"),
                format!("https://a/x/issues/{text}"),
            ] {
                match pasted(&text) {
                    Some(Pasted::Issue { issue, event, .. }) => {
                        assert!(issue.bytes().all(|b| b.is_ascii_digit()), "{text:?}");
                        assert!(event.is_none_or(|event| event.len() == 32), "{text:?}");
                    }
                    Some(Pasted::ShortId { project, number }) => {
                        assert!(!project.is_empty() && number > 0, "{text:?}");
                    }
                    _ => {}
                }
            }
        }
    }
}
