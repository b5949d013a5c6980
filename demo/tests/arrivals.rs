//! Events that a test lets arrive.

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{NOW, Visitor};

const LIST: &str = "/api/0/organizations/acme/issues/";

/// The place of an issue in a list, and its row.
fn row(list: &Value, id: &str) -> Option<(usize, Value)> {
    let mut rows = list.as_array()?.iter().enumerate();
    let (place, row) = rows.find(|(_, row)| row["id"] == id)?;
    Some((place, row.clone()))
}

fn texts(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

fn count(row: &Value) -> Option<u64> {
    row["count"].as_str()?.parse().ok()
}

#[tokio::test]
async fn a_test_lets_events_arrive() {
    let mut visitor = Visitor::admin().await;
    let unresolved = format!("{LIST}?query=is:unresolved&limit=100");
    let before = visitor.get(&unresolved).await.json();
    let own = before[70]["id"].as_str().expect("an id").to_owned();
    visitor
        .send(
            "PUT",
            &format!("/api/0/issues/{own}/"),
            Some(json!({"status": "resolved"})),
        )
        .await;
    let ask = "/__demo/arrive?organization=acme&new=4&again=3&regressed=2";
    let ids = visitor.send("POST", ask, None).await.json();
    let (new, again, regressed) = (texts(&ids["new"]), texts(&ids["again"]), texts(&ids["regressed"]));
    assert_eq!((new.len(), again.len(), regressed.len()), (4, 3, 2), "{ids}");
    assert_eq!(regressed[0], own, "what the visitor resolved comes first");
    let after = visitor.get(&unresolved).await.json();
    let mut titles = BTreeSet::new();
    for id in &new {
        assert!(row(&before, id).is_none());
        let (_, issue) = row(&after, id).expect("listed");
        assert_eq!((&issue["count"], &issue["firstSeen"]), (&json!("1"), &json!(NOW)));
        assert!(
            ["Shop API", "Shop Web", "Checkout"]
                .iter()
                .any(|name| issue["project"]["name"] == *name),
            "{issue}"
        );
        titles.insert(issue["title"].to_string());
        let event = visitor.get(&format!("/api/0/issues/{id}/events/latest/")).await.json();
        assert_eq!(
            (&event["title"], &event["dateReceived"]),
            (&issue["title"], &json!(NOW))
        );
    }
    assert_eq!(titles.len(), 4);
    for id in &again {
        let (place, old) = row(&before, id).expect("listed before");
        let (now_at, issue) = row(&after, id).expect("listed");
        assert!(place >= 10 && now_at < 9, "{place} {now_at}");
        assert_eq!(count(&issue), count(&old).map(|count| count + 5));
        assert_eq!(
            (&issue["firstSeen"], &issue["lastSeen"]),
            (&old["firstSeen"], &json!(NOW))
        );
    }
    for id in &regressed {
        assert!(row(&after, id).is_some_and(|(place, _)| place < 9), "{id}");
    }
    let path = format!("{LIST}?id={}", new.join("&id="));
    let merged = visitor
        .send("PUT", &path, Some(json!({"status": "ignored", "merge": 1})))
        .await;
    assert_eq!(merged.status, 200);
    let rest = visitor.get(&path).await.json();
    assert_eq!(
        (rest.as_array().map(Vec::len), &rest[0]["status"]),
        (Some(1), &json!("ignored"))
    );
    visitor.send("DELETE", &path, None).await;
    assert_eq!(visitor.get(&path).await.text, "[]");
    visitor.send("POST", "/__demo/reset", None).await;
    visitor.sign_in("admin@example.com").await;
    assert_eq!(visitor.get(&unresolved).await.json(), before);
}

#[tokio::test]
async fn arrivals_are_the_same_for_the_same_start_and_stay_in_their_world() {
    let ask = "/__demo/arrive?organization=acme&new=30";
    let mut lists = Vec::new();
    for _ in 0..2 {
        let mut visitor = Visitor::admin().await;
        let ids = texts(&visitor.send("POST", ask, None).await.json()["new"]);
        let list = visitor.get(&format!("{LIST}?limit=100")).await;
        for id in &ids {
            let (_, issue) = row(&list.json(), id).expect("listed");
            assert_eq!(issue["numComments"], 0, "{issue}");
        }
        lists.push(list.text);
    }
    assert!(lists[0] == lists[1]);
    let mut visitor = Visitor::admin().await;
    let mut other = Visitor {
        router: visitor.router.clone(),
        cookies: [("glint-world".to_owned(), "other".to_owned())].into(),
        sends_csrf: true,
    };
    let ids = other.send("POST", ask, None).await.json();
    assert_eq!(
        visitor
            .get(&format!("{LIST}?id={}", ids["new"][0].as_str().expect("an id")))
            .await
            .text,
        "[]"
    );
    for (query, status) in [
        ("", 422),
        ("organization=nope&new=1", 404),
        ("organization=acme&new=101", 422),
    ] {
        assert_eq!(
            visitor
                .send("POST", &format!("/__demo/arrive?{query}"), None)
                .await
                .status,
            status,
            "{query}"
        );
    }
}
