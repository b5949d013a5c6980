//! What hangs on an issue or a project: tags, comments, trends, keys.

mod support;

use serde_json::{Value, json};
use support::Visitor;

const LIST: &str = "/api/0/organizations/acme/issues/";

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
    let list = visitor.get(&format!("{LIST}?query=RecursionError")).await.json();
    let issue = list[0]["id"].as_str().expect("an id").to_owned();
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
async fn keys_come_with_their_dsns() {
    let mut visitor = Visitor::admin().await;
    let list = visitor.get("/api/0/projects/acme/shop-api/keys/").await;
    assert_eq!(list.header("x-hits"), "2");
    let row = list.json()[0].clone();
    let digits = row["public"].as_str().expect("a key").replace('-', "");
    let want = json!({
        "public": format!("http://{digits}@127.0.0.1:8000/1"),
        "secret": format!("http://{digits}@127.0.0.1:8000/1"),
        "security": format!("http://127.0.0.1:8000/api/1/security/?glitchtip_key={digits}"),
    });
    assert_eq!(row["dsn"], want);
    for spelling in [row["id"].as_str().expect("an id"), &digits] {
        let one = visitor
            .get(&format!("/api/0/projects/acme/shop-api/keys/{spelling}/"))
            .await;
        assert_eq!(one.json(), row);
        let foreign = visitor
            .get(&format!("/api/0/projects/acme/shop-web/keys/{spelling}/"))
            .await;
        assert_eq!(foreign.status, 404);
    }
    let bad = visitor.get("/api/0/projects/acme/shop-api/keys/nope/").await.json();
    assert_eq!(bad["detail"][0]["loc"], json!(["path", "key_id"]));
    let mut outsider = Visitor::signed_in("nora.new@example.com").await;
    assert_eq!(outsider.get("/api/0/projects/acme/shop-api/keys/").await.text, "[]");
}

#[tokio::test]
async fn sums_of_transactions_and_of_one_project() {
    let mut visitor = Visitor::admin().await;
    let path = "/api/0/organizations/acme/stats_v2/?start=now-24h&end=now&field=sum(quantity)";
    let total = |answer: Value| {
        let series = answer["groups"][0]["series"]["sum(quantity)"].as_array().cloned();
        series.unwrap_or_default().iter().filter_map(Value::as_u64).sum::<u64>()
    };
    let all = total(visitor.get(&format!("{path}&category=transaction")).await.json());
    let mut parts = 0;
    for project in 1..=13 {
        let one = format!("{path}&category=transaction&project={project}");
        parts += total(visitor.get(&one).await.json());
    }
    assert!(all > 100, "{all}");
    assert_eq!(all, parts);
    let minutes = format!("{path}&category=transaction&interval=1m").replace("now-24h", "now-3h");
    assert!(total(visitor.get(&minutes).await.json()) > 10);
    let days = format!("{path}&category=transaction&interval=1d").replace("now-24h", "now-7d");
    assert!(
        total(visitor.get(&days).await.json()) < all,
        "a day counts its first hour alone"
    );
    for wrong in ["category=error&interval=1w", "category=logs"] {
        assert_eq!(visitor.get(&format!("{path}&{wrong}")).await.status, 422, "{wrong}");
    }
    let field = format!("{path}&category=error").replace("quantity", "x");
    assert_eq!(
        visitor.get(&field).await.json()["detail"][0]["loc"],
        json!(["query", "field"])
    );
}
