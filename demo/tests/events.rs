//! Events: neighbours, what they contain, and the hostile ones.

mod support;

use serde_json::{Value, json};
use support::Visitor;

const LIST: &str = "/api/0/organizations/acme/issues/";

/// The first issue that a search finds, as it is listed.
async fn find(visitor: &mut Visitor, query: &str) -> Value {
    let answer = visitor.get(&format!("{LIST}?query={query}")).await;
    let issue = answer.json()[0].clone();
    assert!(issue.is_object(), "{query} finds nothing");
    issue
}

async fn latest(visitor: &mut Visitor, query: &str) -> Value {
    let issue = find(visitor, query).await;
    visitor
        .get(&format!(
            "/api/0/issues/{}/events/latest/",
            issue["id"].as_str().unwrap_or_default()
        ))
        .await
        .json()
}

fn exceptions(event: &Value) -> Vec<Value> {
    let entries = event["entries"].as_array().cloned().unwrap_or_default();
    let entry = entries
        .into_iter()
        .find(|entry| entry["type"] == "exception")
        .unwrap_or_default();
    entry["data"]["values"].as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn events_know_their_neighbours() {
    let mut visitor = Visitor::admin().await;
    let issue = visitor.get(&format!("{LIST}?sort=-count&limit=1")).await.json()[0].clone();
    assert_eq!(issue["count"], "4182");
    let base = format!("/api/0/issues/{}/events/", issue["id"].as_str().unwrap_or_default());
    let newest = visitor.get(&format!("{base}latest/")).await.json();
    assert_eq!(newest["nextEventID"], Value::Null);
    let id = newest["previousEventID"].as_str().expect("an older one").to_owned();
    let older = visitor.get(&format!("{base}{id}/")).await.json();
    assert_eq!(
        (&older["eventID"], &older["nextEventID"]),
        (&json!(id), &newest["eventID"])
    );
    let rows = visitor.get(&format!("{base}?limit=2")).await;
    assert_eq!(rows.header("x-hits"), "1000");
    assert_eq!(
        (&rows.json()[0]["event_id"], &rows.json()[1]["event_id"]),
        (&newest["eventID"], &json!(id))
    );
    assert_eq!(rows.json()[0].get("nextEventID"), None);
    let raw = visitor
        .get(&format!("/api/0/organizations/acme{}{id}/json/", &base[6..]))
        .await
        .json();
    assert_eq!(
        (&raw["event_id"], &raw["tags"]["environment"]),
        (&json!(id), &raw["environment"])
    );
    assert!(
        raw["exception"]["values"][1]["stacktrace"]["frames"][0]["lineno"].is_number(),
        "{raw}"
    );
    for (event, status) in [("00000000000000000000000000000000", 404), ("nope", 422)] {
        assert_eq!(visitor.get(&format!("{base}{event}/")).await.status, status, "{event}");
    }
    assert_eq!(visitor.get("/api/0/issues/9/events/").await.text, "[]");
    assert_eq!(visitor.get("/api/0/issues/9/events/latest/").await.status, 404);
}

#[tokio::test]
async fn there_are_chains_groups_locals_and_sources() {
    let mut visitor = Visitor::admin().await;
    let chain = exceptions(&latest(&mut visitor, "payment%20provider").await);
    let kinds: Vec<_> = chain
        .iter()
        .map(|exception| exception["type"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(kinds, ["ConnectionResetError", "UpstreamTimeout"]);
    let frames = chain[1]["stacktrace"]["frames"].as_array().cloned().unwrap_or_default();
    let thrown = frames.last().cloned().unwrap_or_default();
    assert_eq!((&thrown["inApp"], &thrown["lineNo"]), (&json!(true), &json!(44)));
    assert!(
        thrown["context_line"]
            .as_str()
            .is_some_and(|line| line.contains("raise UpstreamTimeout"))
    );
    assert!(thrown["context"].as_array().is_some_and(|lines| lines.len() >= 6));
    assert_eq!(frames[2]["vars"]["order"]["lines"][1]["sku"], "'SKU-0002'");
    let group = exceptions(&latest(&mut visitor, "ExceptionGroup").await);
    assert_eq!(
        (group.len(), &group[2]["mechanism"]["is_exception_group"]),
        (3, &json!(true))
    );
    let native = exceptions(&latest(&mut visitor, "EXCEPTION_ACCESS_VIOLATION_READ").await);
    assert!(
        native[0]["stacktrace"]["frames"][0]["instruction_addr"]
            .as_str()
            .is_some_and(|hex| hex.starts_with("0x"))
    );
    let csp = latest(&mut visitor, "ads.example").await;
    assert_eq!(
        (&csp["type"], &csp["entries"][0]["type"]),
        (&json!("csp"), &json!("csp"))
    );
}

#[tokio::test]
async fn hostile_events_are_as_hostile_as_they_say() {
    let mut visitor = Visitor::admin().await;
    let recursion = exceptions(&latest(&mut visitor, "RecursionError").await);
    assert_eq!(
        recursion[0]["stacktrace"]["frames"].as_array().map(Vec::len),
        Some(2000)
    );
    let long = find(&mut visitor, "SerializationFailure").await;
    assert_eq!(long["title"].as_str().map(|title| title.chars().count()), Some(255));
    let nothing = latest(&mut visitor, "untitled").await;
    assert_eq!(
        (&nothing["entries"], &nothing["tags"], &nothing["user"]),
        (&json!([]), &json!([]), &Value::Null)
    );
    let markup = latest(&mut visitor, "*onerror=alert*").await;
    assert!(markup["title"].as_str().is_some_and(|title| title.contains("<script>")));
    let links = latest(&mut visitor, "*javascript*").await;
    assert!(
        exceptions(&links)[0]["mechanism"]["help_link"]
            .as_str()
            .is_some_and(|link| link.starts_with("javascript:"))
    );
    assert_eq!(
        latest(&mut visitor, "TagFlood").await["tags"].as_array().map(Vec::len),
        Some(200)
    );
    assert_eq!(
        latest(&mut visitor, "SourceMapError").await["errors"]
            .as_array()
            .map(Vec::len),
        Some(2)
    );
}
