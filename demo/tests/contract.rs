//! Answers of the demo held against the OpenAPI document of the contract.

mod support;

use jsonschema::Validator;
use serde_json::{Value, json};
use support::{Visitor, busiest, contract, fill, read_json};

/// What is asked, as the contract spells the path, and with which values. Left out: `stats_v2`, which the document
/// does not describe, and an issue's event list, where the real server differs from its own document.
const ASKED: &[(&str, &str, &str)] = &[
    ("get", "/api/settings/", ""),
    ("get", "/api/0/users/{user_id}/", ""),
    ("get", "/api/0/organizations/", ""),
    ("get", "/api/0/organizations/{organization_slug}/", ""),
    ("get", "/api/0/organizations/{organization_slug}/projects/", ""),
    ("get", "/api/0/organizations/{organization_slug}/environments/", ""),
    ("get", "/api/0/organizations/{organization_slug}/members/", ""),
    (
        "get",
        "/api/0/organizations/{organization_slug}/members/{member_id}/",
        "",
    ),
    ("get", "/api/0/organizations/{organization_slug}/teams/", ""),
    ("get", "/api/0/teams/{organization_slug}/{team_slug}/", ""),
    ("get", "/api/0/teams/{organization_slug}/{team_slug}/members/", ""),
    ("get", "/api/0/teams/{organization_slug}/{team_slug}/projects/", ""),
    ("get", "/api/0/projects/{organization_slug}/{project_slug}/teams/", ""),
    ("get", "/api/0/organizations/{organization_slug}/releases/", ""),
    ("get", "/api/0/organizations/{organization_slug}/issues/", "limit=100"),
    (
        "get",
        "/api/0/organizations/{organization_slug}/issues-stats/",
        "groups={issue_id}&statsPeriod=14d",
    ),
    ("get", "/api/0/projects/", ""),
    ("get", "/api/0/projects/{organization_slug}/{project_slug}/", ""),
    (
        "get",
        "/api/0/projects/{organization_slug}/{project_slug}/environments/",
        "",
    ),
    ("get", "/api/0/projects/{organization_slug}/{project_slug}/issues/", ""),
    ("get", "/api/0/projects/{organization_slug}/{project_slug}/keys/", ""),
    (
        "get",
        "/api/0/projects/{organization_slug}/{project_slug}/events/",
        "limit=20",
    ),
    ("get", "/api/0/issues/{issue_id}/", ""),
    ("get", "/api/0/issues/{issue_id}/events/latest/", ""),
    ("get", "/api/0/issues/{issue_id}/tags/", ""),
    ("get", "/api/0/issues/{issue_id}/comments/", ""),
    ("get", "/api/0/issues/{issue_id}/user-reports/", ""),
    (
        "get",
        "/api/0/organizations/{organization_slug}/issues/{issue_id}/hashes/",
        "",
    ),
    ("get", "/api/0/organizations/{organization_slug}/monitors/", ""),
    (
        "get",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/",
        "",
    ),
    (
        "get",
        "/api/0/organizations/{organization_slug}/monitors/{monitor_id}/checks/",
        "limit=100",
    ),
    ("get", "/api/0/organizations/{organization_slug}/status-pages/", ""),
    ("get", "/api/0/projects/{organization_slug}/{project_slug}/alerts/", ""),
];

/// The validator of an operation's 200 answer.
fn validator(document: &Value, method: &str, path: &str) -> Validator {
    let operation = &document["paths"][path][method];
    let mut schema = operation["responses"]["200"]["content"]["application/json"]["schema"].clone();
    assert!(schema.is_object(), "{method} {path} has no schema");
    schema["components"] = document["components"].clone();
    jsonschema::validator_for(&schema).expect("a schema")
}

#[tokio::test]
async fn answers_fit_the_openapi_document() {
    let Some(contract) = contract() else { return };
    let document = read_json(&contract.join("openapi.json"));
    let mut visitor = Visitor::admin().await;
    let issue = busiest(&mut visitor).await;
    let mut problems = Vec::new();
    for (method, path, query) in ASKED {
        let validator = validator(&document, method, path);
        let answer = visitor
            .get(&format!("{}?{}", fill(path, &issue), fill(query, &issue)))
            .await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        for error in validator.iter_errors(&answer.json()).take(3) {
            problems.push(format!("{path}{}: {error:.300}", error.instance_path()));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test]
async fn every_issue_and_its_latest_event_fits_the_openapi_document() {
    let Some(contract) = contract() else { return };
    let document = read_json(&contract.join("openapi.json"));
    let issue_fits = validator(&document, "get", "/api/0/issues/{issue_id}/");
    let event_fits = validator(&document, "get", "/api/0/issues/{issue_id}/events/latest/");
    let mut visitor = Visitor::admin().await;
    let key = visitor.get("/api/0/projects/acme/shop-api/keys/").await.json()[0]["public"].clone();
    let store = format!("/api/1/store/?sentry_key={}", key.as_str().expect("a key"));
    for body in [sent(), json!({"message": "no more than a message"}), json!({})] {
        assert_eq!(visitor.send("POST", &store, Some(body)).await.status, 200);
    }
    let arrive = "/__demo/arrive?organization=acme&new=12&again=3&regressed=3";
    assert_eq!(visitor.send("POST", arrive, None).await.status, 200);
    let mut path = "/api/0/organizations/acme/issues/?limit=100&sort=first_seen".to_owned();
    let mut seen = 0;
    for _ in 0..10 {
        let page = visitor.get(&path).await;
        for row in page.json().as_array().into_iter().flatten() {
            let id = row["id"].as_str().unwrap_or_default();
            let issue = visitor.get(&format!("/api/0/issues/{id}/")).await.json();
            let event = visitor.get(&format!("/api/0/issues/{id}/events/latest/")).await.json();
            for (fits, value) in [(&issue_fits, &issue), (&event_fits, &event)] {
                let error = fits.iter_errors(value).next();
                assert!(error.is_none(), "issue {id} {}: {error:.400?}", row["title"]);
            }
            seen += 1;
        }
        let Some(cursor) = page.cursor("next") else { break };
        path =
            format!("/api/0/organizations/acme/issues/?limit=100&sort=first_seen&cursor={cursor}").replace('=', "%3D");
        path = path
            .replace("limit%3D", "limit=")
            .replace("sort%3D", "sort=")
            .replace("cursor%3D", "cursor=");
    }
    assert!(seen > 300, "{seen}");
}

/// An event with a bit of everything, as SDKs spell it.
fn sent() -> Value {
    json!({
        "platform": "javascript",
        "release": "web@1.0",
        "tags": [["a", "1"], ["b", null]],
        "user": {"id": 7, "ip_address": "{{auto}}"},
        "contexts": {"os": {"name": "Linux"}},
        "extra": {"cart": [1, 2]},
        "sdk": {"name": "sentry.javascript.browser", "version": "9.0.0"},
        "modules": {"left-pad": "1.0"},
        "breadcrumbs": {"values": [{"message": "clicked", "timestamp": 1_795_435_100.25, "data": {"x": 1}}]},
        "request": {"url": "https://x.example/a?b=1", "headers": {"User-Agent": "x"}, "query_string": "b=1"},
        "exception": {"values": [{
            "type": "TypeError",
            "value": "x is not a function, and not in any issue of the seed",
            "mechanism": {"type": "onunhandledrejection", "handled": false},
            "stacktrace": {"frames": [
                {"filename": "vendor.js", "lineno": 1, "colno": 9000, "in_app": false},
                {"filename": "app.js", "function": "?", "lineno": 3, "in_app": true, "vars": {"x": null},
                 "pre_context": ["a", "b"], "context_line": "x()", "post_context": []},
            ]},
        }]},
    })
}
