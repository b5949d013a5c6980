//! Recorded answers of a real server, served as if they were data: issues and organizations named `rec-<stem>`.

use crate::http::{Request, Response};
use crate::pages;
use serde_json::{Value, json};
use std::path::Path;

/// What a recorded name in a path stands for.
#[derive(Debug)]
pub enum Recorded {
    /// The answer, ready to be sent.
    Answer(Response),
    /// Acme answers, under this slug.
    AsAcme {
        /// The slug that was asked for.
        slug: String,
        /// The request with Acme's slug in place of it.
        request: Request,
    },
}

/// The answer to a path that names a recording; None for every other path.
pub fn find(folder: &Path, request: &Request) -> Option<Recorded> {
    let segments = request.segments();
    let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["api", "0", "issues", id, rest @ ..] => {
            let stem = id.strip_prefix("rec-")?;
            Some(Recorded::Answer(of_issue(folder, id, stem, rest)))
        }
        ["api", "0", "organizations", _, "issues", id, rest @ ..] if id.starts_with("rec-") => {
            let stem = id.strip_prefix("rec-")?;
            Some(Recorded::Answer(of_issue(folder, id, stem, rest)))
        }
        ["api", "0", "organizations", _, "issues-stats"] if request.raw_query.contains("groups=rec-") => {
            Some(Recorded::Answer(Response::json(200, &json!([]))))
        }
        ["api", "0", "organizations", slug, "issues"] if request.method == "GET" => {
            let stem = slug.strip_prefix("rec-")?;
            let recording = read(folder, stem);
            Some(Recorded::Answer(
                recording.map_or_else(Response::not_found, |recording| replay(&recording)),
            ))
        }
        ["api", "0", "organizations", slug, ..] if slug.starts_with("rec-") => {
            let mut request = request.clone();
            request.path = request.path.replacen(&format!("/{slug}/"), "/acme/", 1);
            Some(Recorded::AsAcme {
                slug: (*slug).to_owned(),
                request,
            })
        }
        _ => None,
    }
}

/// Puts the slug that was asked for into Acme's own answer.
pub fn rename(response: &mut Response, slug: &str) {
    if let Ok(mut value) = serde_json::from_slice::<Value>(&response.body)
        && value.get("slug").is_some()
    {
        value["slug"] = json!(slug);
        response.body = value.to_string().into_bytes();
    }
}

fn of_issue(folder: &Path, id: &str, stem: &str, rest: &[&str]) -> Response {
    let Some(recording) = read(folder, stem) else {
        return Response::not_found();
    };
    match rest {
        [] => Response::json(200, &issue(id, &recording["body"])),
        ["events", "latest"] | ["events", _, "json"] => replay(&recording),
        ["events", event] if recording["body"]["eventID"] == json!(event) => replay(&recording),
        ["events", _] => Response::not_found(),
        // What pages ask for beside the event was not recorded with it.
        _ => Response::json(200, &json!([])),
    }
}

/// The recording with this stem. A name that climbs out of the folder is none.
fn read(folder: &Path, stem: &str) -> Option<Value> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if stem.is_empty() || !stem.chars().all(is_name) {
        return None;
    }
    let text = std::fs::read(folder.join(format!("{stem}.json"))).ok()?;
    serde_json::from_slice(&text).ok()
}

fn replay(recording: &Value) -> Response {
    let status = recording["status"]
        .as_u64()
        .and_then(|status| u16::try_from(status).ok())
        .unwrap_or(200);
    let mut response = match &recording["body"] {
        Value::String(page) => Response::html(status, page.as_str()),
        body => Response::json(status, body),
    };
    for name in ["link", "x-hits", "x-max-hits", "x-sentry-direct-hit"] {
        if let Some(value) = recording["headers"][name].as_str() {
            response = response.with(name, value);
        }
    }
    if status == 500 { pages::server_error() } else { response }
}

/// An issue made up from its only known event.
fn issue(id: &str, event: &Value) -> Value {
    let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
    json!({
        "id": id,
        "count": "1",
        "type": event["type"],
        "level": "error",
        "status": "unresolved",
        "project": {
            "id": event["projectID"].to_string(),
            "platform": event["platform"],
            "slug": "recorded",
            "name": "Recorded",
        },
        "shortId": "RECORDED-1",
        "numComments": 0,
        "stats": {"24h": []},
        "shareId": null,
        "logger": null,
        "permalink": null,
        "statusDetails": {},
        "subscriptionDetails": null,
        "userCount": 0,
        "matchingEventId": null,
        "firstSeen": text("dateCreated"),
        "lastSeen": text("dateCreated"),
        "title": text("title"),
        "metadata": event["metadata"],
        "culprit": "",
        "userReportCount": 0,
    })
}
