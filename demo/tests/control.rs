//! Worlds, control endpoints, sentinels and recordings: what only the demo has.

mod support;

use glint_demo::{Generation, Options};
use serde_json::json;
use support::{Visitor, contract, options};

const LIST: &str = "/api/0/organizations/acme/issues/";

#[tokio::test]
async fn worlds_are_apart() {
    let mut one = Visitor::admin().await;
    let mut two = Visitor {
        router: one.router.clone(),
        cookies: [("glint-world".to_owned(), "two".to_owned())].into(),
        sends_csrf: true,
    };
    assert_eq!(two.get("/api/0/users/me/").await.status, 401);
    two.sign_in("admin@example.com").await;
    let id = one.get(LIST).await.json()[0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/0/issues/{id}/");
    two.send("PUT", &path, Some(json!({"status": "ignored"}))).await;
    assert_eq!(two.get(&path).await.json()["status"], "ignored");
    assert_ne!(one.get(&path).await.json()["status"], "ignored");
    two.send("POST", "/__demo/reset", None).await;
    assert_eq!(two.get("/api/0/users/me/").await.status, 401);
    assert_eq!(one.get("/api/0/users/me/").await.status, 200);
}

#[tokio::test]
async fn control_endpoints_do_what_they_say() {
    let mut visitor = Visitor::admin().await;
    visitor.sends_csrf = false;
    visitor.send("DELETE", "/__demo/requests", None).await;
    visitor
        .send(
            "POST",
            "/__demo/fail-next?path=/api/0/organizations/&status=503&times=2",
            None,
        )
        .await;
    for want in [503, 503, 200] {
        assert_eq!(visitor.get("/api/0/organizations/").await.status, want);
    }
    let log = visitor.get("/__demo/requests").await.json();
    let want = json!({"method": "GET", "path": "/api/0/organizations/", "query": "", "status": 503});
    assert_eq!((&log[0], log.as_array().map(Vec::len)), (&want, Some(3)));
    assert_eq!(
        visitor
            .send("POST", "/__demo/fail-next?path=/&status=7", None)
            .await
            .status,
        422
    );
    visitor
        .send("POST", "/__demo/fail-next?path=/api/&status=429&method=put", None)
        .await;
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 200);
    let refused = visitor.send("PUT", "/api/0/issues/101/", None).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "5"));
    visitor.send("POST", "/__demo/expire-session", None).await;
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 401);
}

#[tokio::test]
async fn a_failure_can_let_requests_pass_first() {
    let mut visitor = Visitor::admin().await;
    let plan = "/__demo/fail-next?path=/api/0/organizations/&status=503";
    visitor.send("POST", &format!("{plan}&skip=2&times=2"), None).await;
    visitor.send("POST", &format!("{plan}&method=PUT"), None).await;
    for want in [200, 200, 503, 503, 200] {
        assert_eq!(visitor.get("/api/0/organizations/").await.status, want);
    }
    visitor.send("POST", &format!("{plan}&skip=1"), None).await;
    let other = plan.replace("503", "500");
    visitor.send("POST", &other, None).await;
    for want in [500, 503, 200] {
        assert_eq!(visitor.get("/api/0/organizations/").await.status, want);
    }
    let refused = visitor.send("POST", &format!("{plan}&skip=-1"), None).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test(start_paused = true)]
async fn delays_hold_the_answer_back() {
    let mut visitor = Visitor::admin().await;
    visitor.send("POST", "/__demo/delay?ms=5000", None).await;
    let start = tokio::time::Instant::now();
    visitor.get("/api/0/organizations/").await;
    assert_eq!(start.elapsed().as_secs(), 5);
    visitor.send("POST", "/__demo/delay?ms=0", None).await;
    let start = tokio::time::Instant::now();
    let answer = visitor.get("/api/0/organizations/demo-delay-2000/issues/").await;
    assert_eq!((answer.status, start.elapsed().as_secs()), (200, 2));
    let hanging = visitor.get("/api/0/issues/demo-hang/");
    assert!(
        tokio::time::timeout(std::time::Duration::from_secs(600), hanging)
            .await
            .is_err()
    );
}

#[tokio::test]
async fn sentinels_reach_every_error() {
    let mut visitor = Visitor::admin().await;
    for status in [403, 404, 409, 422, 429, 500, 503] {
        for path in [
            format!("/api/0/organizations/demo-status-{status}/issues/"),
            format!("/api/0/issues/demo-status-{status}/events/latest/"),
            format!("{LIST}?query=is%3Aunresolved%20demo-status-{status}"),
        ] {
            assert_eq!(visitor.get(&path).await.status, status, "{path}");
        }
    }
    assert_eq!(
        visitor.get(&format!("{LIST}?query=demo-csrf")).await.text,
        r#"{"detail":"CSRF check Failed"}"#
    );
    let cut = visitor.get(&format!("{LIST}?query=demo-bad-json")).await;
    assert!(cut.status == 200 && serde_json::from_str::<serde_json::Value>(&cut.text).is_err());
    let rows = visitor.get(&format!("{LIST}?query=demo-bad-row&limit=5")).await.json();
    assert_eq!((rows.as_array().map(Vec::len), &rows[1]["title"]), (Some(6), &json!(7)));
    assert_eq!(visitor.get(&format!("{LIST}?query=demo-signed-out")).await.status, 401);
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 401);
}

#[tokio::test]
async fn a_huge_event_comes_only_when_asked_for() {
    let mut visitor = Visitor::admin().await;
    let huge = visitor.get("/api/0/issues/demo-huge/events/latest/").await;
    assert!(
        (9_000_000..14_000_000).contains(&huge.text.len()),
        "{}",
        huge.text.len()
    );
    assert!(huge.json()["entries"].is_array());
}

#[tokio::test]
async fn recordings_are_served_as_issues_and_organizations() {
    let Some(contract) = contract() else { return };
    let mut visitor = Visitor::at(Options {
        recordings: Some(contract.join("recordings")),
        ..options(Generation::V5_2)
    });
    assert_eq!(
        visitor
            .get("/api/0/issues/rec-GET_issue_event_latest__chain/")
            .await
            .status,
        401
    );
    visitor.sign_in("admin@example.com").await;
    let issue = visitor
        .get("/api/0/issues/rec-GET_issue_event_latest__chain/")
        .await
        .json();
    assert!(
        issue["title"]
            .as_str()
            .is_some_and(|title| title.starts_with("UpstreamTimeout: ")),
        "{issue}"
    );
    let event = visitor
        .get("/api/0/issues/rec-GET_issue_event_latest__chain/events/latest/")
        .await
        .json();
    assert_eq!(event["entries"][0]["type"], "exception");
    let list = visitor
        .get("/api/0/organizations/rec-GET_org_issues__page1_limit5/issues/?query=is:unresolved")
        .await;
    assert_eq!(
        (list.json().as_array().map(Vec::len), list.header("x-hits")),
        (Some(5), "385")
    );
    let organization = visitor
        .get("/api/0/organizations/rec-GET_org_issues__page1_limit5/")
        .await
        .json();
    assert_eq!(organization["slug"], "rec-GET_org_issues__page1_limit5");
    for path in ["rec-nothing", "rec-..%2F..%2Fopenapi", "rec-"] {
        assert_eq!(
            visitor.get(&format!("/api/0/issues/{path}/")).await.status,
            404,
            "{path}"
        );
    }
}
