//! Changes of organizations, projects, keys, environments and teams, and that they show everywhere.

mod support;

use serde_json::{Value, json};
use support::{Visitor, options};

const ACME: &str = "/api/0/organizations/acme/";

async fn ok(visitor: &mut Visitor, method: &str, path: &str, body: Value) -> Value {
    let answer = visitor.send(method, path, Some(body)).await;
    assert!(
        (200..300).contains(&answer.status),
        "{method} {path}: {} {}",
        answer.status,
        answer.text
    );
    answer.json()
}

fn names(rows: &Value, field: &str) -> Vec<String> {
    let rows = rows.as_array().into_iter().flatten();
    rows.filter_map(|row| row[field].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_renamed_project_is_renamed_everywhere() {
    let mut visitor = Visitor::admin().await;
    let path = "/api/0/projects/acme/shop-api/";
    let changed = ok(
        &mut visitor,
        "PUT",
        path,
        json!({"name": "Storefront", "slug": "storefront", "platform": null}),
    )
    .await;
    assert_eq!(
        (&changed["name"], &changed["slug"], &changed["platform"]),
        (&json!("Storefront"), &json!("storefront"), &Value::Null)
    );
    assert_eq!(visitor.get(path).await.status, 404);
    let issues = visitor.get(&format!("{ACME}issues/?project=1")).await.json();
    assert_eq!(issues[0]["project"]["name"], "Storefront");
    assert!(
        issues[0]["shortId"]
            .as_str()
            .is_some_and(|id| id.starts_with("STOREFRONT-"))
    );
    let detail = visitor.get(ACME).await.json();
    assert!(names(&detail["projects"], "name").contains(&"Storefront".to_owned()));
    let monitor = visitor.get(&format!("{ACME}monitors/2/")).await.json();
    assert_eq!(monitor["projectName"], "Storefront");
    let taken = ok(
        &mut visitor,
        "PUT",
        "/api/0/projects/acme/jobs/",
        json!({"name": "Jobs", "slug": "search"}),
    )
    .await;
    assert_eq!(
        (&taken["slug"], &taken["platform"]),
        (&json!("search-2"), &json!("ruby"))
    );
}

#[tokio::test]
async fn what_hangs_on_a_deleted_project_is_gone() {
    let mut visitor = Visitor::admin().await;
    let issues = visitor.get(&format!("{ACME}issues/?project=1&limit=1")).await.json();
    let issue = format!("/api/0/issues/{}/", issues[0]["id"].as_str().unwrap_or_default());
    let keys = visitor.get("/api/0/projects/acme/shop-api/keys/").await.json();
    let answer = visitor.send("DELETE", "/api/0/projects/acme/shop-api/", None).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    assert_eq!(visitor.get(&issue).await.status, 404);
    assert_eq!(visitor.get(&format!("{ACME}issues/?project=1")).await.text, "[]");
    assert_eq!(visitor.get("/api/0/projects/acme/shop-api/").await.status, 404);
    let monitor = visitor.get(&format!("{ACME}monitors/2/")).await.json();
    assert_eq!(
        (&monitor["projectID"], &monitor["projectName"]),
        (&Value::Null, &Value::Null)
    );
    let releases = visitor.get(&format!("{ACME}releases/?limit=100")).await.text;
    assert!(!releases.contains("Shop API"));
    let team = visitor.get("/api/0/teams/acme/backend/").await.json();
    assert!(!names(&team["projects"], "slug").contains(&"shop-api".to_owned()));
    let key = keys[0]["public"].as_str().unwrap_or_default();
    let store = format!("/api/1/store/?sentry_key={key}");
    assert_eq!(visitor.send("POST", &store, Some(json!({}))).await.status, 401);
}

#[tokio::test]
async fn a_new_project_takes_events_with_its_own_key() {
    let mut visitor = Visitor::admin().await;
    let body = json!({"name": "Shop API", "platform": "go"});
    let project = ok(&mut visitor, "POST", "/api/0/teams/acme/backend/projects/", body).await;
    assert_eq!(
        (&project["slug"], &project["firstEvent"]),
        (&json!("shop-api-2"), &Value::Null)
    );
    let id = project["id"].as_str().unwrap_or_default().to_owned();
    let keys = visitor.get("/api/0/projects/acme/shop-api-2/keys/").await.json();
    let key = keys[0]["public"].as_str().unwrap_or_default();
    let store = format!("/api/{id}/store/?sentry_key={key}");
    let sent = json!({"message": "the first of all", "environment": "canary"});
    let taken = ok(&mut visitor, "POST", &store, sent).await;
    assert!(taken["event_id"].is_string());
    let issues = visitor.get("/api/0/projects/acme/shop-api-2/issues/").await.json();
    assert_eq!(issues[0]["shortId"], "SHOP-API-2-1");
    let issue = issues[0]["id"].as_str().unwrap_or_default();
    let event = visitor
        .get(&format!("/api/0/issues/{issue}/events/latest/"))
        .await
        .json();
    assert_eq!(event["projectID"].to_string(), id);
    let detail = visitor.get("/api/0/projects/acme/shop-api-2/").await.json();
    assert!(detail["firstEvent"].is_string());
    let environment = "/api/0/projects/acme/shop-api-2/environments/canary/";
    ok(
        &mut visitor,
        "PUT",
        environment,
        json!({"name": "canary", "isHidden": true}),
    )
    .await;
    assert_eq!(
        visitor.get("/api/0/projects/acme/shop-api-2/environments/").await.text,
        "[]"
    );
    let unknown = environment.replace("canary", "nope");
    let body = json!({"name": "nope", "isHidden": true});
    assert_eq!(visitor.send("PUT", &unknown, Some(body)).await.status, 404);
    ok(
        &mut visitor,
        "PUT",
        "/api/0/projects/acme/shop-api-2/",
        json!({"name": "Shop API", "eventThrottleRate": 100}),
    )
    .await;
    assert_eq!(visitor.send("POST", &store, Some(json!({}))).await.status, 429);
}

#[tokio::test]
async fn keys_are_changed_only_by_the_newer_generation() {
    let keys = "/api/0/projects/acme/checkout/keys/";
    for generation in [glint_demo::Generation::V5_2, glint_demo::Generation::V6_1] {
        let mut visitor = Visitor::at(options(generation));
        visitor.sign_in("admin@example.com").await;
        let rows = visitor.get(keys).await.json();
        assert_eq!(names(&rows, "label"), ["Load tests", "Mobile checkout", ""]);
        let key = format!("{keys}{}/", rows[1]["id"].as_str().unwrap_or_default());
        let body = json!({"name": "Phones", "rateLimit": {"window": 60, "count": 5}});
        let changed = ok(&mut visitor, "PUT", &key, body).await;
        let is_saved = generation == glint_demo::Generation::V6_1;
        let want = if is_saved { "Phones" } else { "Mobile checkout" };
        assert_eq!(changed["label"], want);
        assert_eq!(visitor.get(&key).await.json(), changed);
        assert_eq!(visitor.send("DELETE", &key, None).await.status, 204);
        assert_eq!(visitor.get(&key).await.status, 404);
        let made = ok(&mut visitor, "POST", keys, json!({"name": null})).await;
        assert_ne!(made["id"], rows[1]["id"]);
        let bad = visitor
            .send("POST", keys, Some(json!({"rateLimit": {"window": "x"}})))
            .await;
        assert_eq!(bad.status, 422);
        let detail = bad.json()["detail"].clone();
        assert_eq!(detail[0]["loc"], json!(["body", "payload", "rateLimit", "window"]));
        assert_eq!(detail[1]["type"], "missing");
    }
}

#[tokio::test]
async fn organizations_come_and_go() {
    let mut visitor = Visitor::signed_in("nora.new@example.com").await;
    let made = ok(&mut visitor, "POST", "/api/0/organizations/", json!({"name": "Acme"})).await;
    assert_eq!(
        (&made["slug"], made["access"].as_array().map(Vec::len)),
        (&json!("acme-2"), Some(17))
    );
    let members = visitor.get("/api/0/organizations/acme-2/members/").await.json();
    assert_eq!(
        (&members[0]["role"], &members[0]["isOwner"]),
        (&json!("owner"), &json!(true))
    );
    let path = "/api/0/organizations/acme-2/";
    let renamed = ok(&mut visitor, "PUT", path, json!({"name": "Nora and Co."})).await;
    assert_eq!(
        (&renamed["name"], &renamed["slug"]),
        (&json!("Nora and Co."), &json!("acme-2"))
    );
    assert_eq!(
        names(&visitor.get("/api/0/organizations/").await.json(), "name"),
        ["Nora and Co."]
    );
    assert_eq!(visitor.send("DELETE", path, None).await.status, 204);
    assert_eq!(visitor.get("/api/0/organizations/").await.text, "[]");
    assert_eq!(visitor.get(path).await.status, 404);
}

#[tokio::test]
async fn teams_are_made_renamed_and_deleted() {
    let mut visitor = Visitor::admin().await;
    let made = ok(&mut visitor, "POST", &format!("{ACME}teams/"), json!({"slug": "night"})).await;
    assert_eq!(
        (&made["memberCount"], &made["isMember"], &made["projects"]),
        (&json!(1), &json!(true), &json!([]))
    );
    let renamed = ok(&mut visitor, "PUT", "/api/0/teams/acme/night/", json!({"slug": "day"})).await;
    assert_eq!((&renamed["slug"], &renamed["id"]), (&json!("day"), &made["id"]));
    let taken = visitor
        .send("PUT", "/api/0/teams/acme/day/", Some(json!({"slug": "backend"})))
        .await;
    assert_eq!(taken.status, 500);
    let joined = visitor.send("POST", &format!("{ACME}members/5/teams/day/"), None).await;
    assert_eq!((joined.status, &joined.json()["memberCount"]), (201, &json!(1)));
    assert_eq!(visitor.get("/api/0/teams/acme/day/").await.json()["memberCount"], 2);
    let left = visitor
        .send("DELETE", &format!("{ACME}members/me/teams/day/"), None)
        .await;
    assert_eq!((left.status, &left.json()["isMember"]), (200, &json!(true)));
    assert_eq!(
        visitor.get("/api/0/teams/acme/day/").await.json()["isMember"],
        json!(false)
    );
    let project = "/api/0/projects/acme/internal-tools/teams/";
    assert_eq!(visitor.get(project).await.text, "[]");
    let added = visitor.send("POST", &format!("{project}day/"), None).await;
    assert_eq!(added.json()["teams"][0]["slug"], "day");
    assert_eq!(visitor.send("DELETE", "/api/0/teams/acme/day/", None).await.status, 204);
    assert_eq!(visitor.get(project).await.text, "[]");
    assert_eq!(visitor.get("/api/0/teams/acme/day/").await.status, 404);
}

#[tokio::test]
async fn a_world_keeps_its_changes_to_itself() {
    let mut one = Visitor::anonymous();
    let mut other = Visitor::anonymous();
    other.router = one.router.clone();
    for (visitor, world) in [(&mut one, "one"), (&mut other, "other")] {
        visitor.cookies.insert("glint-world".to_owned(), world.to_owned());
        visitor.sign_in("admin@example.com").await;
    }
    assert_eq!(one.send("DELETE", "/api/0/projects/acme/jobs/", None).await.status, 204);
    assert_eq!(one.get("/api/0/projects/acme/jobs/").await.status, 404);
    assert_eq!(other.get("/api/0/projects/acme/jobs/").await.status, 200);
    one.send("POST", "/__demo/reset", None).await;
    one.sign_in("admin@example.com").await;
    assert_eq!(one.get("/api/0/projects/acme/jobs/").await.status, 200);
}

#[tokio::test]
async fn the_crowd_fills_pages() {
    let mut visitor = Visitor::signed_in("sam.switch@example.com").await;
    for (path, hits) in [
        ("/api/0/organizations/", 200),
        ("/api/0/organizations/big-team/members/", 180),
        ("/api/0/organizations/big-team/teams/", 30),
        ("/api/0/organizations/big-team/projects/", 120),
    ] {
        let mut rows = 0;
        let mut cursor = String::new();
        for _ in 0..3 {
            let page = visitor.get(&format!("{path}?limit=100&cursor={cursor}")).await;
            assert_eq!(page.header("x-hits"), hits.to_string(), "{path}");
            rows += page.json().as_array().map_or(0, Vec::len);
            let Some(next) = page.cursor("next") else { break };
            cursor = next.replace('=', "%3D").replace('+', "%2B");
        }
        assert_eq!(rows, hits, "{path}");
    }
}
