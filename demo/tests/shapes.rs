//! Answers of the demo held against the recorded ones: the same keys, the same JSON types.

mod support;

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{Visitor, busiest, contract, fill, read_json};

/// A recording and what to ask the demo for the same thing.
const RECORDED: &[(&str, &str)] = &[
    ("GET_api_settings", "/api/settings/"),
    ("GET_user_me", "/api/0/users/me/"),
    ("AUTH_config", "/_allauth/browser/v1/config"),
    ("AUTH_session_get__200", "/_allauth/browser/v1/auth/session"),
    ("GET_organizations", "/api/0/organizations/"),
    ("GET_organization_detail", "/api/0/organizations/acme/"),
    ("GET_org_projects", "/api/0/organizations/acme/projects/"),
    ("GET_projects_all", "/api/0/projects/"),
    ("GET_project_detail__shop-api", "/api/0/projects/acme/shop-api/"),
    ("GET_project_keys", "/api/0/projects/acme/shop-api/keys/"),
    ("GET_environments", "/api/0/organizations/acme/environments/"),
    (
        "GET_project_environments",
        "/api/0/projects/acme/shop-api/environments/",
    ),
    ("GET_members", "/api/0/organizations/acme/members/"),
    ("GET_teams", "/api/0/organizations/acme/teams/"),
    ("GET_releases", "/api/0/organizations/acme/releases/"),
    ("GET_org_issues__default", "/api/0/organizations/acme/issues/"),
    ("GET_project_issues", "/api/0/projects/acme/shop-api/issues/"),
    ("GET_issue__big", "/api/0/issues/{issue_id}/"),
    ("GET_issue_event_latest__big", "/api/0/issues/{issue_id}/events/latest/"),
    ("GET_issue_events", "/api/0/issues/{issue_id}/events/?limit=3"),
    ("GET_project_events", "/api/0/projects/acme/shop-api/events/?limit=5"),
    ("GET_issue_tags", "/api/0/issues/{issue_id}/tags/"),
    ("GET_issue_comments", "/api/0/issues/{issue_id}/comments/"),
    ("GET_issue_user_reports", "/api/0/issues/{issue_id}/user-reports/"),
    (
        "GET_issue_hashes",
        "/api/0/organizations/acme/issues/{issue_id}/hashes/",
    ),
    (
        "GET_issues_stats_24h",
        "/api/0/organizations/acme/issues-stats/?groups={issue_id}&statsPeriod=24h",
    ),
    (
        "GET_issues_stats_14d",
        "/api/0/organizations/acme/issues-stats/?groups={issue_id}&statsPeriod=14d",
    ),
    ("ERR_401_api_anonymous", "anonymous /api/0/organizations/"),
    (
        "AUTH_session_get__401_anonymous",
        "anonymous /_allauth/browser/v1/auth/session",
    ),
    ("GET_issue__404", "/api/0/issues/99999999/"),
    (
        "GET_org_issues__sort_invalid_422",
        "/api/0/organizations/acme/issues/?sort=trends",
    ),
    (
        "GET_org_issues__project_bad_422",
        "/api/0/organizations/acme/issues/?project=abc",
    ),
    (
        "GET_org_issues__bad_cursor",
        "/api/0/organizations/acme/issues/?cursor=garbage",
    ),
    (
        "GET_org_issues__start_bad",
        "/api/0/organizations/acme/issues/?start=yesterday",
    ),
    (
        "GET_issues_stats_422_30d",
        "/api/0/organizations/acme/issues-stats/?groups=1&statsPeriod=30d",
    ),
    (
        "GET_stats_v2__422",
        "/api/0/organizations/acme/stats_v2/?category=error",
    ),
    (
        "GET_issue_event_detail__422_bad_uuid",
        "/api/0/issues/{issue_id}/events/nope/",
    ),
    ("GET_monitors", "/api/0/organizations/acme/monitors/"),
    ("GET_monitors__limit3", "/api/0/organizations/acme/monitors/?limit=3"),
    ("GET_monitors__empty_org", "/api/0/organizations/empty-org/monitors/"),
    ("GET_monitor__shop-ping", "/api/0/organizations/acme/monitors/1/"),
    ("GET_monitor__broken-admin-500", "/api/0/organizations/acme/monitors/3/"),
    ("GET_monitor__timeouts", "/api/0/organizations/acme/monitors/10/"),
    ("GET_monitor__tls-certificate", "/api/0/organizations/acme/monitors/11/"),
    (
        "GET_monitor__https-self-signed",
        "/api/0/organizations/acme/monitors/12/",
    ),
    (
        "GET_monitor__nightly-backup-heartbeat",
        "/api/0/organizations/acme/monitors/13/",
    ),
    (
        "GET_monitor__forgotten-cron-heartbeat",
        "/api/0/organizations/acme/monitors/14/",
    ),
    ("GET_monitor__404", "/api/0/organizations/acme/monitors/999999/"),
    (
        "GET_monitor_checks__page1_limit50",
        "/api/0/organizations/acme/monitors/2/checks/?limit=50",
    ),
    (
        "GET_monitor_checks__is_change_true",
        "/api/0/organizations/acme/monitors/4/checks/?is_change=true&limit=20",
    ),
    ("GET_status_pages", "/api/0/organizations/acme/status-pages/"),
    ("GET_project_alerts", "/api/0/projects/acme/shop-api/alerts/"),
    ("GET_project_alerts__empty", "/api/0/projects/acme/shop-web/alerts/"),
    (
        "GET_project_releases__shop_web",
        "/api/0/projects/acme/shop-web/releases/",
    ),
    (
        "GET_project_release",
        "/api/0/projects/acme/shop-web/releases/{version}/",
    ),
    (
        "GET_project_release_files",
        "/api/0/projects/acme/shop-web/releases/{version}/files/",
    ),
    (
        "GET_project_release_file",
        "/api/0/projects/acme/shop-web/releases/{version}/files/{file_id}/",
    ),
    (
        "GET_release_files",
        "/api/0/organizations/acme/releases/{version}/files/",
    ),
    (
        "GET_release_files__empty",
        "/api/0/projects/acme/shop-api/releases/{version}/files/",
    ),
    (
        "GET_org_release_file__with_project_slug",
        "/api/0/organizations/acme/releases/{version}/files/{file_id}/?project_slug=shop-web",
    ),
    (
        "GET_org_release_file__422_without_project_slug",
        "/api/0/organizations/acme/releases/{version}/files/{file_id}/",
    ),
    (
        "GET_stats_v2__error_24h_1h",
        "/api/0/organizations/acme/stats_v2/?{stats}&category=error&interval=1h",
    ),
    (
        "GET_stats_v2__error_14d_1d",
        "/api/0/organizations/acme/stats_v2/?{stats}&category=error&interval=1d",
    ),
    (
        "GET_stats_v2__transaction_24h_1h",
        "/api/0/organizations/acme/stats_v2/?{stats}&category=transaction",
    ),
    (
        "GET_stats_v2__too_many",
        "/api/0/organizations/acme/stats_v2/?category=error&start=2025-01-01&end=now&field=sum(quantity)",
    ),
    ("GET_stripe_products", "/api/0/stripe/products/"),
    ("GET_stripe_subscription", "/api/0/stripe/subscriptions/acme/"),
    (
        "GET_stripe_events_count",
        "/api/0/stripe/subscriptions/acme/events_count/",
    ),
    (
        "HTML_status_page_public",
        "anonymous /status-pages/acme/acme-public-status/",
    ),
    (
        "HTML_status_page_private_404_anonymous",
        "anonymous /status-pages/acme/internal-status/",
    ),
];

/// Maps whose keys the sender chooses, and parts of an event that depend on what was sent.
const FREE: &[&str] = &[
    "metadata",
    "packages",
    "contexts",
    "context",
    "user",
    "sdk",
    "data",
    "statusDetails",
];

/// The keys and JSON types in a value, by their path; the items of a list count as one.
fn shape(value: &Value, path: &str, found: &mut BTreeMap<String, BTreeSet<&'static str>>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    found.entry(path.to_owned()).or_default().insert(kind);
    match value {
        Value::Array(items) => items.iter().for_each(|item| shape(item, &format!("{path}[]"), found)),
        Value::Object(fields) => {
            for (key, inner) in fields {
                let is_free = FREE.contains(&key.as_str()) && !inner.is_string();
                let inner = if is_free && !path.is_empty() {
                    &Value::Null
                } else {
                    inner
                };
                shape(inner, &format!("{path}.{key}"), found);
            }
        }
        _ => {}
    }
}

fn shapes(value: &Value) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut found = BTreeMap::new();
    shape(&json!({"body": value}), "", &mut found);
    found
}

/// Whether the recording has nothing but null where this key would be.
fn is_inside_null(recorded: &BTreeMap<String, BTreeSet<&'static str>>, key: &str) -> bool {
    let parents = key.match_indices('.').map(|(at, _)| &key[..at]);
    parents
        .filter_map(|parent| recorded.get(parent))
        .any(|kinds| kinds.iter().all(|kind| *kind == "null"))
}

#[tokio::test]
async fn answers_have_the_shapes_of_the_recorded_ones() {
    let Some(contract) = contract() else { return };
    let mut visitor = Visitor::admin().await;
    let issue = busiest(&mut visitor).await;
    let releases = visitor.get("/api/0/projects/acme/shop-web/releases/").await.json();
    let version = releases[0]["version"].as_str().unwrap_or_default().replace('@', "%40");
    let files = format!("/api/0/projects/acme/shop-web/releases/{version}/files/");
    let file = visitor.get(&files).await.json()[0]["id"].clone();
    let fill = |path: &str| {
        fill(path, &issue)
            .replace("{version}", &version)
            .replace("{file_id}", file.as_str().unwrap_or_default())
            .replace("{stats}", "start=now-24h&end=now&field=sum(quantity)")
    };
    let mut problems = Vec::new();
    for (stem, path) in RECORDED {
        let recording = read_json(&contract.join(format!("recordings/{stem}.json")));
        let answer = match path.strip_prefix("anonymous ") {
            Some(path) => Visitor::anonymous().get(path).await,
            None => visitor.get(&fill(path)).await,
        };
        if u64::from(answer.status) != recording["status"].as_u64().unwrap_or_default() {
            problems.push(format!("{stem}: status {}", answer.status));
        }
        for header in [
            "content-type",
            "x-max-hits",
            "x-frame-options",
            "x-content-type-options",
            "referrer-policy",
        ] {
            let recorded = recording["headers"][header].as_str().unwrap_or_default();
            if answer.header(header) != recorded {
                problems.push(format!(
                    "{stem}: {header} {:?} instead of {recorded:?}",
                    answer.header(header)
                ));
            }
        }
        let (mine, recorded) = (shapes(&answer.json()), shapes(&recording["body"]));
        for key in recorded.keys().filter(|key| !mine.contains_key(*key)) {
            problems.push(format!("{stem}: {key} is missing"));
        }
        for (key, kinds) in &mine {
            if is_inside_null(&recorded, key) {
                continue;
            }
            let Some(known) = recorded.get(key) else {
                problems.push(format!("{stem}: {key} is not in the recording"));
                continue;
            };
            let differs = kinds.iter().any(|kind| *kind != "null" && !known.contains(kind));
            if differs && known.iter().any(|kind| *kind != "null") {
                problems.push(format!("{stem}: {key} is {kinds:?} instead of {known:?}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
