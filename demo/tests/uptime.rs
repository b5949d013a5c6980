//! Monitors, checks and heartbeats.

mod support;

use glint_demo::{Generation, Options};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::Visitor;

const MONITORS: &str = "/api/0/organizations/acme/monitors/";

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[tokio::test]
async fn monitors_come_with_their_latest_checks() {
    let mut visitor = Visitor::admin().await;
    let list = visitor.get(MONITORS).await;
    let all = list.json();
    assert_eq!((rows(&all).len(), list.header("x-hits")), (25, "25"));
    for row in rows(&all) {
        let checks = rows(&row["checks"]);
        assert_eq!(
            row["isUp"],
            checks.first().map_or(Value::Null, |check| check["isUp"].clone()),
            "{row}"
        );
        assert!(checks.len() <= 60 && checks.iter().all(|check| check.get("responseTime").is_none()));
        assert!(checks.is_sorted_by(|a, b| a["startCheck"].as_str() > b["startCheck"].as_str()));
        let detail = visitor.get(&format!("{MONITORS}{}/", row["id"])).await.json();
        assert_eq!(detail["lastChange"], row["lastChange"]);
        assert_eq!(rows(&detail["checks"]).len(), checks.len());
        assert!(
            rows(&detail["checks"])
                .iter()
                .all(|check| check.get("responseTime").is_some())
        );
    }
    let never = &rows(&all)[14];
    assert_eq!(
        (&never["isUp"], &never["lastChange"], &never["checks"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    let unchanged = &rows(&all)[6];
    assert_eq!(
        (&unchanged["isUp"], &unchanged["lastChange"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(
        visitor.get(&format!("{MONITORS}999999/")).await.text,
        r#"{"detail":"Not Found"}"#
    );
    assert_eq!(
        visitor.get(&format!("{MONITORS}1001/")).await.status,
        404,
        "of another organization"
    );
    assert_eq!(visitor.get(&format!("{MONITORS}999999/checks/")).await.text, "[]");
    let mut outsider = Visitor::signed_in("gus.globex@example.com").await;
    assert_eq!(outsider.get(MONITORS).await.text, "[]");
    assert_eq!(outsider.get(&format!("{MONITORS}2/")).await.status, 404);
}

#[tokio::test]
async fn lists_can_be_paged_both_ways() {
    let mut visitor = Visitor::admin().await;
    let first = visitor.get(&format!("{MONITORS}?limit=3")).await;
    assert_eq!(first.cursor("next").as_deref(), Some("bz0z"), "as recorded: o=3");
    let second = visitor.get(&format!("{MONITORS}?limit=3&cursor=bz0z")).await;
    assert_eq!(second.json()[0]["id"], 4);
    let back = second.cursor("previous").expect("a cursor").replace('=', "%3D");
    assert_eq!(
        visitor.get(&format!("{MONITORS}?limit=3&cursor={back}")).await.json(),
        first.json()
    );
    for path in [
        format!("{MONITORS}2/checks/?limit=40"),
        format!("{MONITORS}4/checks/?is_change=true&limit=40"),
    ] {
        let one = visitor.get(&path).await;
        let cursor = one.cursor("next").expect("more").replace('=', "%3D");
        let two = visitor.get(&format!("{path}&cursor={cursor}")).await;
        let (newer, older) = (one.json(), two.json());
        assert_eq!(
            (rows(&newer).len(), rows(&older).len(), two.header("x-hits")),
            (40, 40, "1000")
        );
        assert!(rows(&newer)[39]["startCheck"].as_str() > rows(&older)[0]["startCheck"].as_str());
        let cursor = two.cursor("previous").expect("less").replace('=', "%3D");
        assert_eq!(visitor.get(&format!("{path}&cursor={cursor}")).await.json(), newer);
    }
    for (query, place) in [
        ("cursor=nope", json!(["query", "cursor"])),
        ("is_change=x", json!(["query", "is_change"])),
    ] {
        let refused = visitor.get(&format!("{MONITORS}2/checks/?{query}")).await;
        assert_eq!((refused.status, &refused.json()["detail"][0]["loc"]), (422, &place));
    }
}

#[tokio::test]
async fn the_whole_record_of_changes_can_be_read() {
    let mut visitor = Visitor::admin().await;
    let mut path = format!("{MONITORS}18/checks/?is_change=true&limit=100");
    let mut changes = Vec::new();
    loop {
        let page = visitor.get(&path).await;
        changes.extend(rows(&page.json()).to_vec());
        let Some(cursor) = page.cursor("next") else { break };
        path = format!(
            "{MONITORS}18/checks/?is_change=true&limit=100&cursor={}",
            cursor.replace('=', "%3D")
        );
    }
    assert_eq!(changes.len(), 2, "one outage");
    assert_eq!(
        (&changes[0]["isUp"], &changes[1]["isUp"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(changes[1]["reason"], 5);
}

fn body(kind: &str, url: &str) -> Value {
    json!({
        "monitorType": kind, "name": "made here", "url": url, "interval": 1, "timeout": 5,
        "expectedStatus": 200, "expectedBody": "", "project": "2",
    })
}

/// At a server whose clock goes on.
#[tokio::test]
async fn a_created_monitor_is_checked_one_interval_later() {
    let mut visitor = Visitor::at(Options::default());
    visitor.sign_in("admin@example.com").await;
    let up = visitor
        .send("POST", MONITORS, Some(body("GET", "https://example.com/")))
        .await
        .json();
    let down = visitor
        .send("POST", MONITORS, Some(body("TCP Port", "tcp://down.example.com:80/x")))
        .await
        .json();
    assert_eq!((&up["isUp"], &up["projectName"]), (&Value::Null, &json!("Shop Web")));
    assert_eq!(
        (&down["isUp"], &down["url"]),
        (&Value::Null, &json!("down.example.com:80"))
    );
    tokio::time::sleep(Duration::from_millis(1300)).await;
    for (created, is_up, reason) in [(up, true, Value::Null), (down, false, json!(5))] {
        let monitor = visitor.get(&format!("{MONITORS}{}/", created["id"])).await.json();
        assert_eq!(
            (&monitor["isUp"], &monitor["checks"][0]["reason"]),
            (&json!(is_up), &reason)
        );
        let changes = visitor
            .get(&format!("{MONITORS}{}/checks/?is_change=true", created["id"]))
            .await
            .json();
        assert_eq!(rows(&changes).len(), 1, "the first check is a change");
    }
}

#[tokio::test]
async fn monitors_can_be_changed_and_deleted() {
    let mut visitor = Visitor::signed_in("mia.member@example.com").await;
    let path = format!("{MONITORS}2/");
    let before = visitor.get(&path).await.json();
    let changed = visitor
        .send("PUT", &path, Some(body("GET", "https://other.example.com/")))
        .await;
    let after = changed.json();
    assert_eq!(
        (changed.status, &after["name"], &after["interval"]),
        (200, &json!("made here"), &json!(1))
    );
    assert_eq!(
        (&after["lastChange"], rows(&after["checks"]).len()),
        (&before["lastChange"], 60),
        "the past stays"
    );
    assert_eq!(
        visitor
            .send("PUT", &format!("{MONITORS}999/"), Some(body("GET", "x")))
            .await
            .status,
        404
    );
    assert_eq!(visitor.send("DELETE", &path, None).await.status, 204);
    assert_eq!(visitor.send("DELETE", &path, None).await.status, 404);
    assert_eq!(visitor.get(MONITORS).await.header("x-hits"), "24");
    let missing = visitor.send("POST", MONITORS, Some(json!({}))).await;
    let detail = missing.json()["detail"].clone();
    let places: Vec<_> = rows(&detail)
        .iter()
        .filter_map(|problem| problem["loc"][2].as_str())
        .collect();
    assert_eq!(
        (missing.status, places),
        (422, vec!["expectedBody", "expectedStatus", "timeout", "name"])
    );
    visitor.send("POST", "/__demo/reset", None).await;
    visitor.sign_in("mia.member@example.com").await;
    assert_eq!(visitor.get(&path).await.json(), before);
}

#[tokio::test]
async fn a_heartbeat_is_called_without_a_session_in_its_world() {
    let mut visitor = Visitor::admin().await;
    visitor.cookies.insert("glint-world".to_owned(), "beats".to_owned());
    visitor.sign_in("admin@example.com").await;
    let path = format!("{MONITORS}14/");
    let before = visitor.get(&path).await.json();
    let endpoint = before["heartbeatEndpoint"].as_str().expect("an address");
    let (_, called) = endpoint.split_once("127.0.0.1:8000").expect("this host");
    let mut service = Visitor {
        router: visitor.router.clone(),
        ..Visitor::anonymous()
    };
    let answer = service.send("POST", called, None).await;
    let want = json!({"is_up": true, "start_check": "2026-11-23T12:00:00.000Z", "reason": null});
    assert_eq!((answer.status, answer.json()), (200, want));
    let after = visitor.get(&path).await.json();
    assert_eq!((&before["isUp"], &after["isUp"]), (&json!(false), &json!(true)));
    let elsewhere = called.replace("/acme/", "/globex/");
    assert_eq!(service.send("POST", &elsewhere, None).await.status, 404);
    assert_eq!(
        service
            .send("POST", &format!("{MONITORS}../heartbeat_check/x/"), None)
            .await
            .status,
        404
    );
    let bad = service
        .send("POST", "/api/0/organizations/acme/heartbeat_check/nope/", None)
        .await;
    assert_eq!(
        (bad.status, &bad.json()["detail"][0]["type"]),
        (422, &json!("uuid_parsing"))
    );
}

#[tokio::test]
async fn a_test_can_switch_a_monitor() {
    let mut visitor = Visitor::admin().await;
    let control = "/__demo/monitor?id=2";
    let path = format!("{MONITORS}2/");
    assert_eq!(visitor.get(&path).await.json()["isUp"], true);
    for (query, is_up, reason) in [("&up=false&reason=1", false, json!(1)), ("&up=true", true, Value::Null)] {
        assert_eq!(
            visitor.send("POST", &format!("{control}{query}"), None).await.status,
            200
        );
        let monitor = visitor.get(&path).await.json();
        let newest = &monitor["checks"][0];
        assert_eq!((&monitor["isUp"], &newest["reason"]), (&json!(is_up), &reason));
    }
    let changes = visitor
        .get(&format!("{MONITORS}2/checks/?is_change=1&limit=2"))
        .await
        .json();
    assert_eq!(
        (&changes[0]["isUp"], &changes[1]["isUp"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(visitor.send("POST", control, None).await.status, 200);
    for (query, status) in [("id=2&up=maybe", 422), ("up=true", 422), ("id=77777&up=true", 404)] {
        assert_eq!(
            visitor
                .send("POST", &format!("/__demo/monitor?{query}"), None)
                .await
                .status,
            status
        );
    }
}

#[tokio::test]
async fn certificates_are_looked_at_in_the_newer_generation() {
    let path = format!("{MONITORS}11/");
    let older = Visitor::admin().await.get(&path).await.json();
    let check = &older["checks"][0];
    assert_eq!(
        (&older["isUp"], &check["reason"], &check["responseTime"]),
        (&json!(false), &Value::Null, &json!(0))
    );
    let newer = Visitor::admin_6_1().await.get(&path).await.json();
    assert_eq!(newer["isUp"], true);
    assert_eq!(Generation::default(), Generation::V5_2);
}

#[tokio::test]
async fn a_wall_of_1500_monitors_is_quick() {
    let mut visitor = Visitor::admin().await;
    let mut path = "/api/0/organizations/wall/monitors/?limit=100".to_owned();
    let (mut seen, mut down, mut quickest) = (0, 0, Duration::MAX);
    loop {
        let before = Instant::now();
        let page = visitor.get(&path).await;
        quickest = quickest.min(before.elapsed());
        assert_eq!(page.header("x-hits"), "1000");
        let list = page.json();
        seen += rows(&list).len();
        down += rows(&list).iter().filter(|row| row["isUp"] == false).count();
        let Some(cursor) = page.cursor("next") else { break };
        path = format!(
            "/api/0/organizations/wall/monitors/?limit=100&cursor={}",
            cursor.replace('=', "%3D")
        );
    }
    assert_eq!(seen, 1500);
    assert!((60..300).contains(&down), "{down}");
    println!("a page of 100 monitors took {quickest:?}");
    let before = Instant::now();
    visitor
        .get(&format!("{MONITORS}4/checks/?is_change=true&limit=100"))
        .await;
    println!("a page of changes took {:?}", before.elapsed());
    assert!(quickest < Duration::from_millis(200), "{quickest:?}");
}
