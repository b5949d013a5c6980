//! The two generations, and the same bytes from the same start.

mod support;

use glint_demo::Generation;
use serde_json::{Value, json};
use support::{Visitor, options};

const LIST: &str = "/api/0/organizations/acme/issues/";

/// The first issue that a search finds, as it is listed.
async fn find(visitor: &mut Visitor, query: &str) -> Value {
    let issue = visitor.get(&format!("{LIST}?query={query}")).await.json()[0].clone();
    assert!(issue.is_object(), "{query} finds nothing");
    issue
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
        (&issue["userCount"], &json!("Mia Member"))
    );
    assert_eq!(
        visitor.get(&path).await.json()["statusDetails"],
        json!({"inRelease": newest_release(&mut visitor, "Shop API").await})
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

/// The newest version of a project.
async fn newest_release(visitor: &mut Visitor, project: &str) -> Value {
    let list = visitor
        .get("/api/0/organizations/acme/releases/?limit=100")
        .await
        .json();
    let rows = list.as_array().expect("a list");
    let release = rows.iter().find(|row| row["projects"][0]["name"] == project);
    release.expect("a release")["version"].clone()
}

#[tokio::test]
async fn a_bulk_change_gives_away_and_names_the_release() {
    let mut visitor = Visitor::admin_6_1().await;
    let list = visitor.get(&format!("{LIST}?query=is:unresolved&limit=4")).await.json();
    let ids: Vec<&str> = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| row["id"].as_str())
        .collect();
    let path = format!("{LIST}?id={}", ids.join("&id="));
    for (given, want) in [
        (json!("user:5"), json!("Mia Member")),
        (json!("team:2"), json!("frontend")),
        (Value::Null, Value::Null),
    ] {
        let answer = visitor.send("PUT", &path, Some(json!({"assignedTo": given}))).await;
        assert_eq!(answer.json(), json!({"status": null, "merge": null}));
        for row in visitor.get(&path).await.json().as_array().into_iter().flatten() {
            assert_eq!(
                (&row["assignedTo"]["name"], &row["status"]),
                (&want, &json!("unresolved"))
            );
        }
    }
    let unknown = visitor.send("PUT", &path, Some(json!({"assignedTo": "user:99"}))).await;
    assert_eq!(unknown.status, 422);
    for (details, is_kept) in [
        (json!({"inRelease": "nothing@1"}), false),
        (json!({"inNextRelease": true}), true),
    ] {
        let body = json!({"status": "resolved", "statusDetails": details});
        assert_eq!(visitor.send("PUT", &path, Some(body)).await.status, 200);
        for row in visitor.get(&path).await.json().as_array().into_iter().flatten() {
            let project = row["project"]["name"].as_str().unwrap_or_default();
            let newest = newest_release(&mut visitor, project).await;
            let want = if is_kept {
                json!({"inRelease": newest})
            } else {
                json!({})
            };
            assert_eq!((&row["status"], &row["statusDetails"]), (&json!("resolved"), &want));
        }
    }
    let mut older = Visitor::admin().await;
    let ignored = older.send("PUT", &path, Some(json!({"assignedTo": "user:5"}))).await;
    assert_eq!(ignored.status, 200);
    assert_eq!(older.get(&path).await.json()[0].get("assignedTo"), None);
}

#[tokio::test]
async fn the_rest_of_a_bulk_change_follows_in_6_1() {
    let unresolved = format!("{LIST}?query=is:unresolved");
    let count = async |visitor: &mut Visitor| -> usize {
        let list = visitor.get(&unresolved).await;
        list.header("x-hits").parse().expect("a count")
    };
    let mut newer = Visitor::admin_6_1().await;
    let before = count(&mut newer).await;
    assert!(before > 100, "{before}");
    let body = json!({"status": "ignored"});
    newer.send("PUT", &unresolved, Some(body.clone())).await;
    assert_eq!(count(&mut newer).await, before - 50);
    tokio::time::sleep(std::time::Duration::from_millis(2100)).await;
    assert_eq!(count(&mut newer).await, 0);
    let mut older = Visitor::admin().await;
    older.send("PUT", &unresolved, Some(body)).await;
    assert_eq!(count(&mut older).await, 0);
}

#[tokio::test]
async fn users_are_counted_in_6_1_only() {
    let mut newer = Visitor::admin_6_1().await;
    let mut differing = std::collections::BTreeSet::new();
    for project in ["shop-api", "shop-web", "checkout"] {
        let list = newer
            .get(&format!("/api/0/projects/acme/{project}/issues/?limit=100"))
            .await;
        for row in list.json().as_array().expect("a list") {
            let users = row["userCount"].as_u64().expect("a number");
            let count: u64 = row["count"]
                .as_str()
                .and_then(|count| count.parse().ok())
                .expect("a count");
            assert!((1..=count).contains(&users), "{row}");
            differing.insert(users);
        }
    }
    assert!(differing.len() > 20, "{differing:?}");
    let mut older = Visitor::admin().await;
    let list = older.get(&format!("{LIST}?limit=100")).await.json();
    assert!(list.as_array().into_iter().flatten().all(|row| row["userCount"] == 0));
}

#[tokio::test]
async fn the_same_start_gives_the_same_bytes() {
    let mut answers = Vec::new();
    for _ in 0..2 {
        let mut visitor = Visitor::at(options(Generation::V5_2));
        visitor.sign_in("admin@example.com").await;
        let list = visitor.get(&format!("{LIST}?limit=100")).await.text;
        let id = find(&mut visitor, "payment%20provider").await["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let event = visitor.get(&format!("/api/0/issues/{id}/events/latest/")).await.text;
        answers.push((list, event));
    }
    assert!(answers[0] == answers[1]);
}
