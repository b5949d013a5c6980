//! Events that SDKs send while the demo runs: envelopes and the store.

mod support;

use serde_json::{Value, json};
use support::{Answer, NOW, Visitor};

const LIST: &str = "/api/0/organizations/acme/issues/";
const ID: &str = "1f9d100e084d44fe969720b64face499";
const OTHER_ID: &str = "2f9d100e084d44fe969720b64face499";

/// The first key of a project: its digits.
async fn key(visitor: &mut Visitor, organization: &str, project: &str) -> String {
    let list = visitor
        .get(&format!("/api/0/projects/{organization}/{project}/keys/"))
        .await
        .json();
    list[0]["public"].as_str().expect("a key").replace('-', "")
}

fn envelope(event: &Value) -> String {
    let session = r#"{"sid":"1","status":"ok"}"#;
    format!(
        "{}\n{{\"type\":\"session\",\"length\":{}}}\n{session}\n{{\"type\":\"event\"}}\n{event}\n",
        json!({"event_id": ID, "sent_at": NOW}),
        session.len(),
    )
}

fn thrown() -> Value {
    json!({
        "event_id": ID,
        "platform": "javascript",
        "level": "warning",
        "release": "new@1.0",
        "environment": "first-try",
        "tags": {"test": "yes"},
        "user": {"id": "u-7"},
        "exception": {"values": [{
            "type": "GlintTestError",
            "value": "the first event",
            "mechanism": {"type": "onerror", "handled": false},
            "stacktrace": {"frames": [{"filename": "setup/guide.ts", "function": "send", "lineno": 3, "in_app": true}]},
        }]},
    })
}

fn without_id() -> Value {
    let mut event = thrown();
    event["event_id"] = Value::Null;
    event
}

/// Sends an event to Brand New (15) and gives the answer.
async fn send(visitor: &mut Visitor, event: &Value) -> Answer {
    let key = key(visitor, "globex", "brand-new").await;
    let path = format!("/api/15/envelope/?sentry_key={key}&sentry_version=7");
    visitor.sends_csrf = false;
    let answer = visitor.send_text("POST", &path, envelope(event), &[]).await;
    visitor.sends_csrf = true;
    answer
}

async fn first_event(visitor: &mut Visitor) -> Vec<Value> {
    let detail = visitor.get("/api/0/projects/globex/brand-new/").await.json();
    let list = visitor.get("/api/0/organizations/globex/projects/").await.json();
    let organization = visitor.get("/api/0/organizations/globex/").await.json();
    let of = |list: &Value| {
        let own = list
            .as_array()
            .into_iter()
            .flatten()
            .find(|row| row["slug"] == "brand-new");
        own.map(|row| row["firstEvent"].clone()).unwrap_or_default()
    };
    vec![detail["firstEvent"].clone(), of(&list), of(&organization["projects"])]
}

#[tokio::test]
async fn a_first_event_opens_an_issue_everywhere() {
    let mut visitor = Visitor::admin().await;
    let globex = "/api/0/organizations/globex/issues/";
    assert_eq!(first_event(&mut visitor).await, vec![Value::Null; 3]);
    let answer = send(&mut visitor, &thrown()).await;
    assert_eq!((answer.status, answer.json()), (200, json!({"id": ID})));
    assert_eq!(first_event(&mut visitor).await, vec![json!(NOW); 3]);
    let row = visitor.get(&format!("{globex}?project=15")).await.json()[0].clone();
    let id = row["id"].as_str().expect("an id").to_owned();
    for (name, want) in [
        ("title", json!("GlintTestError: the first event")),
        ("level", json!("warning")),
        ("type", json!("error")),
        ("status", json!("unresolved")),
        ("count", json!("1")),
        ("shortId", json!("BRAND-NEW-1")),
        ("lastSeen", json!(NOW)),
        ("numComments", json!(0)),
    ] {
        assert_eq!(row[name], want, "{name}");
    }
    assert_eq!(row["metadata"]["function"], "send");
    for query in [
        "is:unresolved level:warning",
        "environment:first-try",
        "has:user.id test:yes",
        "glinttesterror",
        "guide.ts",
        ID,
    ] {
        let query = query.replace(' ', "%20");
        let found = visitor.get(&format!("{globex}?project=15&query={query}")).await;
        assert_eq!(found.json()[0]["id"], id, "{query}");
        assert_eq!(found.header("x-hits"), "1", "{query}");
    }
    let event = visitor.get(&format!("/api/0/issues/{id}/events/latest/")).await.json();
    assert_eq!(event["eventID"], ID);
    assert_eq!(event["entries"][0]["data"]["values"][0]["mechanism"]["handled"], false);
    assert_eq!(
        event["entries"][0]["data"]["values"][0]["stacktrace"]["frames"][0]["lineNo"],
        3
    );
    assert_eq!(
        visitor.get(&format!("/api/0/issues/{id}/events/{ID}/")).await.json(),
        event
    );
    let by_project = format!("/api/0/projects/globex/brand-new/events/{ID}/");
    assert_eq!(visitor.get(&by_project).await.json()["groupID"], id);
    let raw = format!("/api/0/organizations/globex/issues/{id}/events/{ID}/json/");
    assert_eq!(visitor.get(&raw).await.json()["environment"], "first-try");
    let tags = visitor.get(&format!("/api/0/issues/{id}/tags/?key=test")).await.json();
    assert_eq!(tags[0]["topValues"][0]["value"], "yes");
    let hashes = visitor.get(&format!("{globex}{id}/hashes/")).await.json();
    assert_eq!(hashes[0]["latestEvent"]["eventID"], ID);
    let stats = format!("/api/0/organizations/globex/issues-stats/?groups={id}&statsPeriod=24h");
    let series = visitor.get(&stats).await.json()[0]["stats"]["24h"].clone();
    assert_eq!((series.as_array().map(Vec::len), &series[0][1]), (Some(1), &json!(1)));
    let environments = visitor
        .get("/api/0/projects/globex/brand-new/environments/")
        .await
        .json();
    assert_eq!(environments[0]["name"], "first-try");
}

#[tokio::test]
async fn the_key_says_which_world_an_event_is_for() {
    let mut visitor = Visitor::admin().await;
    let mut other = Visitor {
        router: visitor.router.clone(),
        cookies: [("glint-world".to_owned(), "other".to_owned())].into(),
        sends_csrf: true,
    };
    other.send("POST", "/__demo/reset", None).await;
    other.sign_in("admin@example.com").await;
    let key = key(&mut other, "globex", "brand-new").await;
    let dsn = json!({"dsn": format!("http://{key}@127.0.0.1:8000/15")});
    let mut sdk = Visitor {
        router: visitor.router.clone(),
        ..Visitor::anonymous()
    };
    for (path, body, count) in [
        (format!("/api/15/envelope/?sentry_key={key}"), envelope(&thrown()), "1"),
        (
            format!("/api/15/store/?sentry_key={key}"),
            without_id().to_string(),
            "2",
        ),
        (
            "/api/15/envelope/".to_owned(),
            format!("{dsn}\n{{\"type\":\"event\"}}\n{}", without_id()),
            "3",
        ),
    ] {
        let answer = sdk.send_text("POST", &path, body, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        let list = other.get("/api/0/organizations/globex/issues/?project=15").await.json();
        assert_eq!(list[0]["count"], count, "{path}");
    }
    assert_eq!(first_event(&mut visitor).await, vec![Value::Null; 3]);
}

#[tokio::test]
async fn the_same_title_counts_up_and_opens_again() {
    let mut visitor = Visitor::admin().await;
    send(&mut visitor, &thrown()).await;
    let path = "/api/0/organizations/globex/issues/?project=15";
    let id = visitor.get(path).await.json()[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let issue = format!("/api/0/issues/{id}/");
    send(&mut visitor, &thrown()).await;
    assert_eq!(
        visitor.get(&issue).await.json()["count"],
        "1",
        "an id that is known is not counted again"
    );
    let mut second = thrown();
    second["event_id"] = json!(OTHER_ID);
    for (status, want) in [("resolved", "unresolved"), ("ignored", "ignored")] {
        visitor.send("PUT", &issue, Some(json!({"status": status}))).await;
        second["event_id"] = json!(if status == "resolved" { OTHER_ID } else { "" });
        send(&mut visitor, &second).await;
        assert_eq!(visitor.get(&issue).await.json()["status"], want, "{status}");
    }
    assert_eq!(visitor.get(&issue).await.json()["count"], "3");
    let list = visitor.get(&format!("{issue}events/")).await;
    assert_eq!(list.header("x-hits"), "3");
    let ids: Vec<Value> = list
        .json()
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| row["event_id"].clone())
        .collect();
    assert_eq!(ids[1..], [json!(OTHER_ID), json!(ID)]);
    let newest = ids[0].as_str().expect("an id");
    let event = visitor.get(&format!("{issue}events/{newest}/")).await.json();
    assert_eq!(
        (&event["previousEventID"], &event["nextEventID"]),
        (&json!(OTHER_ID), &Value::Null)
    );
    visitor.send("DELETE", &issue, None).await;
    second["event_id"] = json!("3f9d100e084d44fe969720b64face499");
    send(&mut visitor, &second).await;
    let list = visitor.get(path).await.json();
    assert_ne!(list[0]["id"], id);
    assert_eq!(
        (list.as_array().map(Vec::len), &list[0]["shortId"]),
        (Some(1), &json!("BRAND-NEW-2"))
    );
}

#[tokio::test]
async fn an_event_joins_an_issue_of_the_seed_and_follows_a_merge() {
    let mut visitor = Visitor::admin().await;
    let rows = visitor
        .get("/api/0/projects/acme/shop-web/issues/?limit=100")
        .await
        .json();
    let rows = rows.as_array().expect("a list");
    let is_alone = |row: &Value| rows.iter().filter(|other| other["title"] == row["title"]).count() == 1;
    let is_it = |row: &&Value| row["status"] == "resolved" && row["type"] == "error" && is_alone(row);
    let old = rows.iter().find(is_it).expect("a resolved issue");
    let target = visitor
        .get(&format!("{LIST}?project=2&limit=1&sort=-first_seen"))
        .await
        .json()[0]
        .clone();
    let id = old["id"].as_str().expect("an id").to_owned();
    let key = key(&mut visitor, "acme", "shop-web").await;
    let store = format!("/api/2/store/?sentry_key={key}");
    let event =
        json!({"exception": {"values": [{"type": old["metadata"]["type"], "value": old["metadata"]["value"]}]}});
    let before: u64 = old["count"]
        .as_str()
        .and_then(|count| count.parse().ok())
        .expect("a count");
    let answer = visitor.send("POST", &store, Some(event.clone())).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let sent = answer.json()["event_id"].as_str().expect("an id").to_owned();
    let now = visitor.get(&format!("/api/0/issues/{id}/")).await.json();
    assert_eq!(now["count"], (before + 1).to_string());
    assert_eq!((&now["status"], &now["lastSeen"]), (&json!("unresolved"), &json!(NOW)));
    assert_eq!(
        visitor.get(&format!("/api/0/issues/{id}/events/{sent}/")).await.json()["user"],
        Value::Null
    );
    let target = target["id"].as_str().expect("an id").to_owned();
    let both = format!("{LIST}?id={id}&id={target}");
    visitor.send("PUT", &both, Some(json!({"merge": 1}))).await;
    let merged = visitor.get(&format!("/api/0/issues/{target}/")).await.json();
    visitor.send("POST", &store, Some(event)).await;
    let after = visitor.get(&format!("/api/0/issues/{target}/")).await.json();
    let count = |issue: &Value| issue["count"].as_str().and_then(|count| count.parse::<u64>().ok());
    assert_eq!(count(&after), count(&merged).map(|count| count + 1));
}

#[tokio::test]
async fn ingest_refuses_as_the_server_does_and_talks_to_every_origin() {
    let mut visitor = Visitor::admin().await;
    let good = key(&mut visitor, "globex", "brand-new").await;
    let wrong = key(&mut visitor, "acme", "shop-api").await;
    let body = envelope(&without_id());
    let dsn = format!("{}\n", json!({"dsn": format!("http://{good}@127.0.0.1:8000/15")}));
    let header = format!("Sentry sentry_version=7, sentry_key={good}, sentry_client=x/1");
    let mut stranger = Visitor {
        router: visitor.router.clone(),
        ..Visitor::anonymous()
    };
    for (path, body, headers, status, answer) in [
        (
            format!("/api/15/envelope/?sentry_key={wrong}"),
            body.clone(),
            vec![],
            403,
            json!({"detail": "Denied"}),
        ),
        (
            "/api/15/envelope/".to_owned(),
            body.clone(),
            vec![],
            403,
            json!({"detail": "Denied"}),
        ),
        (
            format!("/api/99/envelope/?sentry_key={good}"),
            body.clone(),
            vec![],
            403,
            json!({"detail": "Denied"}),
        ),
        (
            format!("/api/15/envelope/?sentry_key={good}"),
            "nonsense".to_owned(),
            vec![],
            400,
            json!({"detail": "Invalid envelope header"}),
        ),
        ("/api/15/envelope/".to_owned(), dsn, vec![], 200, json!({"id": null})),
        (
            "/api/15/envelope/".to_owned(),
            body.clone(),
            vec![("x-sentry-auth", header.as_str())],
            200,
            json!({"id": ID}),
        ),
        (
            "/api/15/store/?sentry_key=not-a-uuid".to_owned(),
            "{}".to_owned(),
            vec![],
            422,
            json!({"detail": [{"message": "dsn key badly formed hexadecimal UUID string"}]}),
        ),
        (
            format!("/api/15/store/?sentry_key={wrong}"),
            "{}".to_owned(),
            vec![],
            401,
            json!({"detail": "Invalid DSN"}),
        ),
        ("/api/15/store/".to_owned(), "{}".to_owned(), vec![], 500, Value::Null),
        (
            format!("/api/15/store/?sentry_key={good}"),
            json!({"event_id": OTHER_ID, "message": "hello", "level": "info"}).to_string(),
            vec![],
            200,
            json!({"event_id": OTHER_ID, "task_id": null}),
        ),
    ] {
        let got = stranger.send_text("POST", &path, body, &headers).await;
        assert_eq!((got.status, got.json()), (status, answer), "{path}");
        assert_eq!(got.header("access-control-allow-origin"), "*", "{path}");
    }
    let preflight = stranger.send("OPTIONS", "/api/15/envelope/", None).await;
    assert_eq!((preflight.status, preflight.text.as_str()), (200, ""));
    assert!(
        preflight
            .header("access-control-allow-headers")
            .contains("x-sentry-auth")
    );
    assert!(preflight.header("access-control-allow-methods").contains("POST"));
    let list = visitor
        .get("/api/0/organizations/globex/issues/?project=15")
        .await
        .json();
    let titles: Vec<&Value> = list.as_array().into_iter().flatten().map(|row| &row["title"]).collect();
    assert_eq!(titles, ["hello", "GlintTestError: the first event"]);
    let hit = visitor
        .get(&format!("/api/0/organizations/globex/issues/?query={ID}"))
        .await;
    assert_eq!(
        hit.json()[0]["id"],
        list[1]["id"],
        "the event has the id of its envelope"
    );
    let hello = visitor
        .get(&format!("/api/0/issues/{}/", list[0]["id"].as_str().expect("an id")))
        .await
        .json();
    assert_eq!(
        (&hello["type"], &hello["level"], &hello["metadata"]),
        (&json!("default"), &json!("info"), &json!({}))
    );
}
