//! The issue list and what can be done with issues: search, sorts, pages, status, bulk changes, merge, deletion.

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{Answer, Visitor};

const LIST: &str = "/api/0/organizations/acme/issues/";

fn ids(answer: &Answer) -> Vec<String> {
    let rows = answer.json();
    let rows = rows.as_array().unwrap_or_else(|| panic!("no list: {}", answer.text));
    rows.iter()
        .map(|row| row["id"].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn hits(answer: &Answer) -> usize {
    answer
        .header("x-hits")
        .parse()
        .unwrap_or_else(|_| panic!("no count: {} {}", answer.status, answer.text))
}

async fn search(visitor: &mut Visitor, query: &str) -> Answer {
    let query: String = form_urlencoded(query);
    visitor.get(&format!("{LIST}?limit=100&query={query}")).await
}

fn form_urlencoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn the_list_is_sorted_by_the_newest_event() {
    let mut visitor = Visitor::admin().await;
    let answer = visitor.get(LIST).await;
    let rows = answer.json();
    let times: Vec<&str> = rows
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| row["lastSeen"].as_str())
        .collect();
    assert_eq!(times.len(), 50);
    assert!(times.is_sorted_by(|a, b| a >= b));
    assert_eq!(times[0], "2026-11-23T11:59:00.000Z");
    assert!(rows[0]["count"].is_string());
    assert_eq!(rows[0]["stats"], json!({"24h": []}));
}

#[tokio::test]
async fn searches_find_what_the_server_would_find() {
    let mut visitor = Visitor::admin().await;
    let all = hits(&search(&mut visitor, "").await);
    let unresolved = hits(&search(&mut visitor, "is:unresolved").await);
    let resolved = hits(&search(&mut visitor, "is:resolved").await);
    let ignored = hits(&search(&mut visitor, "is:ignored").await);
    assert_eq!(unresolved + resolved + ignored, all);
    assert!(resolved > 0 && ignored > 0);
    for some in [
        "payment",
        "payments provider",
        "gateway.py",
        "*paym*",
        "Upstream*",
        "level:fatal",
        "level:warning",
        "has:user.email",
        "environment:staging",
        "browser:\"Firefox 145.0\"",
        "is:unresolved tenant:acme payment provider",
    ] {
        let found = hits(&search(&mut visitor, some).await);
        assert!(found > 0 && found < all, "{some}: {found} of {all}");
    }
    for none in [
        "is:bogus",
        "level:bogus",
        "level:fatal level:error",
        "has:does-not-exist",
        "!is:resolved",
        "!environment:staging",
        "assigned:me",
        "bookmarks:me",
        "timesSeen:>1",
        "paymen",
        "payment is:unresolved",
        "KeyError: 'x'",
        "https://shop.example.com/",
        "SHOP-API-1",
        "ENVIRONMENT:staging",
        "environment:Staging",
    ] {
        assert_eq!(hits(&search(&mut visitor, none).await), 0, "{none}");
    }
    assert_eq!(search(&mut visitor, "payment \"unclosed").await.status, 500);
}

#[tokio::test]
async fn an_event_id_is_a_direct_hit() {
    let mut visitor = Visitor::admin().await;
    let issue = ids(&search(&mut visitor, "is:unresolved payment").await).remove(0);
    let event = visitor
        .get(&format!("/api/0/issues/{issue}/events/latest/"))
        .await
        .json();
    let id = event["eventID"].as_str().unwrap_or_default().to_owned();
    let answer = search(&mut visitor, &id).await;
    assert_eq!(answer.header("x-sentry-direct-hit"), "1");
    assert_eq!(answer.json()[0]["matchingEventId"], id);
    assert_eq!(ids(&answer), [issue]);
}

#[tokio::test]
async fn filters_and_sorts_that_do_not_exist_are_422() {
    let mut visitor = Visitor::admin().await;
    for query in [
        "sort=trends",
        "project=abc",
        "start=yesterday",
        "cursor=garbage",
        "limit=many",
    ] {
        let answer = visitor.get(&format!("{LIST}?{query}")).await;
        assert_eq!(answer.status, 422, "{query}");
        assert!(answer.json()["detail"][0]["loc"].is_array(), "{query}");
    }
    assert!(ids(&visitor.get(&format!("{LIST}?limit=-1")).await).is_empty());
    assert_eq!(ids(&visitor.get(&format!("{LIST}?limit=0")).await).len(), 50);
    assert_eq!(ids(&visitor.get(&format!("{LIST}?limit=1000")).await).len(), 100);
}

#[tokio::test]
async fn start_and_end_filter_the_first_event() {
    let mut visitor = Visitor::admin().await;
    let day = visitor.get(&format!("{LIST}?start=now-24h&end=now&limit=100")).await;
    let rows = day.json();
    assert!(!ids(&day).is_empty());
    for row in rows.as_array().into_iter().flatten() {
        assert!(row["firstSeen"].as_str() >= Some("2026-11-22T12:00:00.000Z"), "{row}");
    }
}

#[tokio::test]
async fn pages_go_on_and_back() {
    let mut visitor = Visitor::admin().await;
    for sort in ["-last_seen", "first_seen", "-priority"] {
        let mut seen = Vec::new();
        let mut path = format!("{LIST}?limit=25&sort={sort}");
        let total = hits(&visitor.get(&path).await);
        for _ in 0..40 {
            let answer = visitor.get(&path).await;
            assert!(
                answer.header("link").starts_with("{'<http://127.0.0.1:8000/api/0/"),
                "{}",
                answer.header("link")
            );
            seen.extend(ids(&answer));
            let Some(cursor) = answer.cursor("next") else { break };
            path = format!("{LIST}?limit=25&sort={sort}&cursor={}", form_urlencoded(&cursor));
        }
        let unique: BTreeSet<_> = seen.iter().collect();
        assert_eq!((seen.len(), unique.len()), (total, total), "{sort}");
    }
    let first = visitor.get(&format!("{LIST}?limit=5")).await;
    let next = form_urlencoded(&first.cursor("next").expect("a second page"));
    let second = visitor.get(&format!("{LIST}?limit=5&cursor={next}")).await;
    let back = form_urlencoded(&second.cursor("previous").expect("a way back"));
    assert_eq!(
        ids(&visitor.get(&format!("{LIST}?limit=5&cursor={back}")).await),
        ids(&first)
    );
}

#[tokio::test]
async fn paging_by_count_loses_rows_like_the_server() {
    let mut visitor = Visitor::admin().await;
    let mut seen = BTreeSet::new();
    let mut path = format!("{LIST}?limit=25&sort=-count");
    let total = hits(&visitor.get(&path).await);
    for _ in 0..40 {
        let answer = visitor.get(&path).await;
        seen.extend(ids(&answer));
        let Some(cursor) = answer.cursor("next") else { break };
        path = format!("{LIST}?limit=25&sort=-count&cursor={}", form_urlencoded(&cursor));
    }
    assert!(seen.len() < total, "{} of {total}", seen.len());
}

#[tokio::test]
async fn one_status_changes_and_the_answer_is_half_snake_case() {
    let mut visitor = Visitor::admin().await;
    let id = ids(&search(&mut visitor, "is:unresolved").await).remove(3);
    let path = format!("/api/0/issues/{id}/");
    let answer = visitor.send("PUT", &path, Some(json!({"status": "resolved"}))).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["status"], "resolved");
    assert_eq!(answer.json()["user_count"], 0);
    assert_eq!(answer.json()["userCount"], Value::Null);
    assert_eq!(visitor.get(&path).await.json()["status"], "resolved");
    assert!(!ids(&search(&mut visitor, "is:unresolved").await).contains(&id));
    let bad = visitor
        .send("PUT", &path, Some(json!({"status": "resolvedInNextRelease"})))
        .await;
    assert_eq!(bad.json()["detail"][0]["type"], "enum");
    assert_eq!(visitor.send("PUT", &path, Some(json!({}))).await.status, 500);
    assert_eq!(
        visitor
            .send("PUT", "/api/0/issues/9/", Some(json!({"status": "ignored"})))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_bulk_change_by_query_changes_all_matches() {
    let mut visitor = Visitor::admin().await;
    let before = hits(&search(&mut visitor, "is:unresolved payment").await);
    assert!(before > 1);
    let path = format!("{LIST}?query=is%3Aunresolved%20payment");
    let answer = visitor.send("PUT", &path, Some(json!({"status": "ignored"}))).await;
    assert_eq!(answer.text, r#"{"merge":null,"status":"ignored"}"#);
    assert_eq!(hits(&search(&mut visitor, "is:unresolved payment").await), 0);
    assert!(hits(&search(&mut visitor, "is:ignored payment").await) >= before);
}

#[tokio::test]
async fn merging_keeps_the_newest_and_its_count() {
    for is_6_1 in [false, true] {
        let mut visitor = if is_6_1 {
            Visitor::admin_6_1().await
        } else {
            Visitor::admin().await
        };
        let list = visitor
            .get(&format!("{LIST}?limit=3&sort=-first_seen&query=has%3Arelease"))
            .await;
        let chosen = ids(&list);
        let counts: Vec<u64> = list
            .json()
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|row| row["count"].as_str()?.parse().ok())
            .collect();
        let query = chosen.iter().map(|id| format!("id={id}")).collect::<Vec<_>>().join("&");
        let answer = visitor
            .send("PUT", &format!("{LIST}?{query}"), Some(json!({"merge": 1})))
            .await;
        assert_eq!(answer.json(), json!({"status": null, "merge": 1}));
        let target = chosen.iter().max().expect("three").clone();
        assert_eq!(target, chosen[0]);
        let kept = visitor.get(&format!("/api/0/issues/{target}/")).await.json();
        let want = if is_6_1 { counts.iter().sum() } else { counts[0] };
        assert_eq!(kept["count"], want.to_string());
        assert_eq!(visitor.get(&format!("/api/0/issues/{}/", chosen[1])).await.status, 404);
        let events = visitor.get(&format!("/api/0/issues/{target}/events/?limit=1")).await;
        assert_eq!(hits(&events) as u64, counts.iter().sum::<u64>());
        let hashes_path = format!("/api/0/organizations/acme/issues/{target}/hashes/");
        let hashes = visitor.get(&hashes_path).await.json();
        assert_eq!(hashes.as_array().map(Vec::len), Some(3));
        let hash = hashes[1]["id"].as_str().unwrap_or_default();
        assert_eq!(
            visitor
                .send("DELETE", &format!("{hashes_path}?id={hash}"), None)
                .await
                .status,
            202
        );
        assert_eq!(visitor.get(&hashes_path).await.json().as_array().map(Vec::len), Some(2));
    }
}

#[tokio::test]
async fn a_deleted_issue_leaves_the_list_at_once_and_answers_a_moment_longer() {
    let mut visitor = Visitor::admin().await;
    let id = ids(&search(&mut visitor, "").await).remove(7);
    let path = format!("/api/0/issues/{id}/");
    assert_eq!(visitor.send("DELETE", &path, None).await.status, 204);
    assert!(!ids(&search(&mut visitor, "").await).contains(&id));
    assert_eq!(visitor.get(&path).await.status, 200);
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    assert_eq!(visitor.get(&path).await.status, 404);
    let bulk = visitor.send("DELETE", &format!("{LIST}?id=105&id=106"), None).await;
    assert_eq!(bulk.json(), json!({"status": "resolved", "merge": null}));
}

#[tokio::test]
async fn each_sees_only_the_own_organizations() {
    let mut outsider = Visitor::signed_in("nora.new@example.com").await;
    assert_eq!(outsider.get("/api/0/organizations/").await.text, "[]");
    for (path, status) in [
        ("/api/0/organizations/acme/", 404),
        (LIST, 404),
        ("/api/0/issues/120/", 404),
        ("/api/0/organizations/acme/stats_v2/?category=error", 404),
    ] {
        assert_eq!(outsider.get(path).await.status, status, "{path}");
    }
    for list in ["projects", "teams", "members", "environments", "releases"] {
        let answer = outsider.get(&format!("/api/0/organizations/acme/{list}/")).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, "[]"), "{list}");
    }
}
