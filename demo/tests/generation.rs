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
        let id = find(&mut visitor, "payment%20provider").await["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let event = visitor.get(&format!("/api/0/issues/{id}/events/latest/")).await.text;
        answers.push((list, event));
    }
    assert!(answers[0] == answers[1]);
}
