//! Words that reach an error or a delay on purpose: as an organization's slug, an issue's or event's id, a word of
//! a query value, or a word of a JSON body. README.md lists them.

use crate::http::{Request, Response};
use crate::pages;
use crate::seed::Seed;
use crate::seed::issues::BUSIEST;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use std::time::Duration;

/// Longer than anybody waits, short enough to end some day.
const FOREVER: Duration = Duration::from_secs(3600);
/// The number of a monitor that is up most of the time.
const ORDINARY_MONITOR: &str = "2";
const DELAY_AT_MOST_MS: u64 = 120_000;

/// What a word asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentinel {
    /// `demo-status-500`: this status, in the shape the server gives it.
    Status(u16),
    /// `demo-delay-2000`: the usual answer, so many milliseconds later.
    Delay(u64),
    /// `demo-hang`: no answer.
    Hang,
    /// `demo-bad-json`: the usual answer, cut in half.
    BadJson,
    /// `demo-bad-row`: the usual list with one row in it that cannot be read.
    BadRow,
    /// `demo-signed-out`: the session is gone.
    SignedOut,
    /// `demo-csrf`: the CSRF check fails.
    Csrf,
    /// `demo-huge`: an event of some 10 MB.
    Huge,
}

impl Sentinel {
    fn parse(word: &str) -> Option<Self> {
        let rest = word.strip_prefix("demo-")?;
        Some(match rest {
            "hang" => Self::Hang,
            "bad-json" => Self::BadJson,
            "bad-row" => Self::BadRow,
            "signed-out" => Self::SignedOut,
            "csrf" => Self::Csrf,
            "huge" => Self::Huge,
            _ => match rest.split_once('-')? {
                ("status", status) => Self::Status(status.parse().ok().filter(|status| (400..600).contains(status))?),
                ("delay", ms) => Self::Delay(ms.parse::<u64>().ok()?.min(DELAY_AT_MOST_MS)),
                _ => return None,
            },
        })
    }

    /// The answer of a sentinel that needs no endpoint.
    pub fn refusal(self, request: &Request) -> Option<Response> {
        match self {
            Self::Status(status) => Some(refusal(request, status)),
            Self::Csrf if request.path.starts_with("/_allauth/") => Some(pages::csrf_failed()),
            Self::Csrf => Some(Response::detail(403, "CSRF check Failed")),
            _ => None,
        }
    }

    /// What the sentinel does to the usual answer.
    pub fn spoil(self, response: &mut Response) {
        match self {
            Self::Delay(ms) => response.delay += Duration::from_millis(ms),
            Self::Hang => response.delay += FOREVER,
            Self::BadJson => response.body.truncate(response.body.len() / 2),
            Self::BadRow => edit(response, |value| {
                if let Some(rows) = value.as_array_mut() {
                    rows.insert(rows.len().min(1), json!({"id": {"not": "an id"}, "title": 7}));
                }
            }),
            Self::Huge => edit(response, make_huge),
            Self::Status(_) | Self::SignedOut | Self::Csrf => {}
        }
    }
}

/// The refusal with this status in the shape that the path's part of the server gives it.
pub fn refusal(request: &Request, status: u16) -> Response {
    if request.path.starts_with("/_allauth/") && status < 500 {
        return Response::auth_json(status, &json!({"status": status}));
    }
    match status {
        401 => Response::detail(401, "Unauthorized"),
        403 => Response::detail(403, "forbidden"),
        404 => Response::not_found(),
        409 => Response::detail(409, "The record was changed by somebody else"),
        422 => Response::detail(
            422,
            json!([{"type": "missing", "loc": ["body", "payload", "name"], "msg": "Field required"}]),
        ),
        429 => Response::json(429, &json!({"message": "Please retry later"})).with("retry-after", "5"),
        400..500 => Response::detail(status, format!("demo status {status}")),
        _ => pages::status(status),
    }
}

/// The sentinels of a request, and the request without them: an organization becomes Acme, an issue the busiest.
pub fn take(request: &Request, seed: &Seed) -> (Vec<Sentinel>, Request) {
    let mut found = Vec::new();
    let mut cleaned = request.clone();
    let segments = request.segments();
    if segments.iter().any(|segment| Sentinel::parse(segment).is_some()) {
        let mut path = String::new();
        for (index, segment) in segments.iter().enumerate() {
            path.push('/');
            let stand_in = match Sentinel::parse(segment) {
                None => segment.clone(),
                Some(sentinel) => {
                    found.push(sentinel);
                    let before = index.checked_sub(1).and_then(|before| segments.get(before));
                    stand_in(before.map_or("", String::as_str), seed)
                }
            };
            path.push_str(
                &utf8_percent_encode(&stand_in, NON_ALPHANUMERIC)
                    .to_string()
                    .replace("%2D", "-")
                    .replace("%5F", "_"),
            );
        }
        if request.path.ends_with('/') {
            path.push('/');
        }
        cleaned.path = path;
    }
    let pairs = request.query();
    let is_sentinel = |word: &&str| Sentinel::parse(word).is_some();
    if pairs
        .iter()
        .any(|(_, value)| value.split_whitespace().any(|word| is_sentinel(&word)))
    {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &pairs {
            found.extend(value.split_whitespace().filter_map(Sentinel::parse));
            let rest: Vec<_> = value.split_whitespace().filter(|word| !is_sentinel(word)).collect();
            query.append_pair(name, &rest.join(" "));
        }
        cleaned.raw_query = query.finish();
    }
    let body = String::from_utf8_lossy(&request.body);
    let words = body.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    found.extend(words.filter_map(Sentinel::parse));
    (found, cleaned)
}

/// What a sentinel in the path stands for, by the segment before it.
fn stand_in(before: &str, seed: &Seed) -> String {
    match before {
        "issues" => {
            let busiest = seed.issues.iter().find(|issue| issue.count == BUSIEST);
            busiest.map_or(0, |issue| issue.id).to_string()
        }
        "events" => "latest".to_owned(),
        "monitors" => ORDINARY_MONITOR.to_owned(),
        _ => "acme".to_owned(),
    }
}

fn edit(response: &mut Response, change: impl FnOnce(&mut Value)) {
    let Ok(mut value) = serde_json::from_slice(&response.body) else {
        return;
    };
    change(&mut value);
    response.body = value.to_string().into_bytes();
}

/// Adds some 10 MB to an event: a long text, many values, and frames with a lot in them.
fn make_huge(event: &mut Value) {
    if event.get("entries").is_none() {
        return;
    }
    let row = |number: usize| json!({"row": number, "text": "x".repeat(2000), "list": [1, 2, 3]});
    let rows: Vec<Value> = (0..4000).map(row).collect();
    event["context"] = json!({"rows": rows, "text": "a long line without a break ".repeat(60_000)});
}

#[cfg(test)]
mod tests {
    use super::{Sentinel, take};
    use crate::http::Request;
    use crate::seed::Seed;
    use glint_model::timestamp::Timestamp;

    fn taken(path: &str, query: &str, body: &str) -> (Vec<Sentinel>, String, String) {
        let request = Request {
            path: path.to_owned(),
            raw_query: query.to_owned(),
            body: body.as_bytes().to_vec(),
            ..Request::default()
        };
        let (found, cleaned) = take(&request, &Seed::new(Timestamp(1_795_000_000_000)));
        (found, cleaned.path, cleaned.raw_query)
    }

    #[test]
    fn sentinels_are_found_and_taken_out() {
        let (found, path, query) = taken(
            "/api/0/organizations/demo-delay-20/issues/",
            "query=is%3Aunresolved+demo-status-503&limit=5",
            "",
        );
        assert_eq!(found, [Sentinel::Delay(20), Sentinel::Status(503)]);
        assert_eq!(path, "/api/0/organizations/acme/issues/");
        assert_eq!(query, "query=is%3Aunresolved&limit=5");
        assert_eq!(
            taken("/x/", "", r#"{"data":{"text":"oh demo-hang"}}"#).0,
            [Sentinel::Hang]
        );
    }

    #[test]
    fn other_words_are_left_alone() {
        let path = "/api/0/organizations/demo-shop/issues/";
        let (found, cleaned, query) = taken(path, "query=demo-status-99999+demo-", "demo");
        assert!(found.is_empty());
        assert_eq!(
            (cleaned.as_str(), query.as_str()),
            (path, "query=demo-status-99999+demo-")
        );
    }
}
