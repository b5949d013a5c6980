//! Events and what hangs on an issue: neighbours, tags, comments, reports, trends.

mod support;

use glint_demo::Generation;
use serde_json::{Value, json};
use support::{Visitor, options};

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

#[tokio::test]
async fn tags_are_counted_over_all_events() {
    let mut visitor = Visitor::admin().await;
    let issue = visitor.get(&format!("{LIST}?sort=-count&limit=1")).await.json()[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let tags = visitor.get(&format!("/api/0/issues/{issue}/tags/")).await.json();
    assert!(tags.as_array().is_some_and(|tags| tags.len() > 8));
    let one = visitor
        .get(&format!("/api/0/issues/{issue}/tags/?key=environment"))
        .await
        .json();
    assert_eq!(
        (one.as_array().map(Vec::len), &one[0]["totalValues"]),
        (Some(1), &json!(4182))
    );
    let counts: Vec<_> = one[0]["topValues"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| value["count"].as_u64())
        .collect();
    assert_eq!(counts.iter().sum::<u64>(), 4182);
    assert!(counts.is_sorted_by(|a, b| a >= b));
    assert_eq!(
        visitor.get(&format!("/api/0/issues/{issue}/tags/?key=nope")).await.text,
        "[]"
    );
}

#[tokio::test]
async fn comments_can_be_written_changed_and_deleted() {
    let mut visitor = Visitor::admin().await;
    let issue = find(&mut visitor, "RecursionError").await["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let path = format!("/api/0/issues/{issue}/comments/");
    let before = visitor.get(&path).await.json().as_array().map_or(0, Vec::len);
    let made = visitor
        .send("POST", &path, Some(json!({"data": {"text": "first"}})))
        .await;
    assert_eq!((made.status, &made.json()["data"]["text"]), (201, &json!("first")));
    let one = format!("{path}{}/", made.json()["id"]);
    let changed = visitor
        .send("PUT", &one, Some(json!({"data": {"text": "second"}})))
        .await;
    assert_eq!(changed.json()["data"]["text"], "second");
    assert_eq!(visitor.get(&path).await.json()[0]["data"]["text"], "second");
    let detail = visitor.get(&format!("/api/0/issues/{issue}/")).await.json();
    assert_eq!(detail["numComments"], before + 1);
    assert_eq!(visitor.send("DELETE", &one, None).await.status, 204);
    assert_eq!(visitor.send("DELETE", &one, None).await.status, 404);
    assert_eq!(visitor.send("POST", &path, Some(json!({"data": {}}))).await.status, 500);
    let nowhere = visitor
        .send(
            "POST",
            "/api/0/issues/9/comments/",
            Some(json!({"data": {"text": "x"}})),
        )
        .await;
    assert_eq!(
        (nowhere.status, nowhere.text.as_str()),
        (400, r#"{"detail":"Issue does not exist"}"#)
    );
}

#[tokio::test]
async fn trends_are_sparse_and_add_up() {
    let mut visitor = Visitor::admin().await;
    let issue = visitor.get(&format!("{LIST}?sort=-count&limit=1")).await.json()[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let stats = "/api/0/organizations/acme/issues-stats/";
    let day = visitor
        .get(&format!("{stats}?groups={issue}&statsPeriod=24h"))
        .await
        .json();
    let hours = day[0]["stats"]["24h"].as_array().cloned().unwrap_or_default();
    assert!((20..=25).contains(&hours.len()), "{}", hours.len());
    assert!(
        !hours.is_sorted_by_key(|point| point[0].as_i64()),
        "the real server sends hours in no order"
    );
    assert!(
        hours
            .iter()
            .all(|point| point[0].as_i64().is_some_and(|time| time % 3600 == 0))
    );
    assert_eq!(day[0]["stats"]["14d"], Value::Null);
    assert!(
        day[0]["lastSeen"]
            .as_str()
            .is_some_and(|time| time.ends_with("000+00:00"))
    );
    let fortnight = visitor
        .get(&format!("{stats}?groups={issue}&statsPeriod=14d"))
        .await
        .json();
    assert!(
        fortnight[0]["stats"]["14d"]
            .as_array()
            .is_some_and(|days| days.len() >= 13)
    );
    let sums = "/api/0/organizations/acme/stats_v2/?category=error&field=sum(quantity)";
    let hourly = visitor
        .get(&format!("{sums}&start=now-24h&end=now&interval=1h"))
        .await
        .json();
    let series = hourly["groups"][0]["series"]["sum(quantity)"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(series.len(), hourly["intervals"].as_array().map_or(0, Vec::len));
    assert_eq!(series.last(), Some(&Value::Null));
    assert!(series.iter().filter_map(Value::as_u64).sum::<u64>() > 300);
    let many = visitor
        .get(&format!("{sums}&start=2025-01-01&end=now&interval=1h"))
        .await;
    assert_eq!(many.json()["detail"], json!([{"end": "Too many intervals"}]));
    let endless = visitor
        .get(&format!("{sums}&start=now-106751991166d&end=now&interval=1h"))
        .await;
    assert_eq!(endless.status, 422);
}

#[tokio::test]
async fn the_newer_generation_knows_more() {
    let mut visitor = Visitor::admin_6_1().await;
    let settings = visitor.get("/api/settings/").await.json();
    assert!(settings["enabledFeatures"].is_array());
    let issue = find(&mut visitor, "payment%20provider").await;
    assert_eq!(issue["assignedTo"], Value::Null);
    assert!(
        issue["firstRelease"]["version"]
            .as_str()
            .is_some_and(|version| version.starts_with("shop@")),
        "{issue}"
    );
    let path = format!("/api/0/issues/{}/", issue["id"].as_str().unwrap_or_default());
    let body = json!({"status": "resolved", "assignedTo": "user:5", "statusDetails": {"inNextRelease": true}});
    let changed = visitor.send("PUT", &path, Some(body)).await.json();
    assert_eq!(
        (&changed["userCount"], &changed["assignedTo"]["name"]),
        (&json!(0), &json!("Mia Member"))
    );
    assert_eq!(
        visitor.get(&path).await.json()["statusDetails"],
        json!({"inNextRelease": true})
    );
    let team = visitor
        .send(
            "PUT",
            &path,
            Some(json!({"status": "resolved", "assignedTo": "team:1"})),
        )
        .await
        .json();
    assert_eq!(team["assignedTo"]["slug"], "backend");
    let nobody = visitor
        .send("PUT", &path, Some(json!({"status": "resolved", "assignedTo": null})))
        .await
        .json();
    assert_eq!(nobody["assignedTo"], Value::Null);
    assert_eq!(visitor.get(&format!("{path}commits/")).await.text, "[]");
    let mut older = Visitor::admin().await;
    assert_eq!(older.get("/api/settings/").await.json().get("enabledFeatures"), None);
    assert!(
        older
            .get(&format!("{path}commits/"))
            .await
            .header("content-type")
            .starts_with("text/html")
    );
}

#[tokio::test]
async fn the_same_start_gives_the_same_bytes() {
    let mut answers = Vec::new();
    for _ in 0..2 {
        let mut visitor = Visitor::at(options(Generation::V5_2));
        visitor.sign_in("admin@example.com").await;
        let list = visitor.get(&format!("{LIST}?limit=100")).await.text;
        let event = latest(&mut visitor, "payment%20provider").await.to_string();
        answers.push((list, event));
    }
    assert!(answers[0] == answers[1]);
}
