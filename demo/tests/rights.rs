//! What each role may do, and what a lax server lets through.

mod support;

use serde_json::{Value, json};
use support::Visitor;

/// Owner, manager, admin, member of Acme. The owner is not the one that it belongs to.
const PEOPLE: [&str; 4] = [
    "olivia.owner@example.com",
    "max.manager@example.com",
    "anna.admin@example.com",
    "mia.member@example.com",
];

/// A request, and the status for owner, manager, admin and member.
type Case = (&'static str, &'static str, fn() -> Value, [u16; 4]);

const NOTHING: fn() -> Value = || Value::Null;
const NAME: fn() -> Value = || json!({"name": "Other"});

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("PUT", "/api/0/organizations/acme/", NAME, [200, 200, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/", NOTHING, [204, 403, 403, 403]),
    ("POST", "/api/0/organizations/acme/teams/", || json!({"slug": "new"}), [201, 201, 201, 404]),
    ("PUT", "/api/0/teams/acme/backend/", || json!({"slug": "new"}), [200, 200, 200, 404]),
    ("DELETE", "/api/0/teams/acme/backend/", NOTHING, [204, 204, 204, 404]),
    ("POST", "/api/0/teams/acme/backend/projects/", NAME, [201, 201, 201, 404]),
    ("PUT", "/api/0/projects/acme/search/", NAME, [200, 200, 200, 404]),
    ("DELETE", "/api/0/projects/acme/search/", NOTHING, [204, 204, 204, 404]),
    ("POST", "/api/0/projects/acme/search/teams/mobile/", NOTHING, [201, 201, 201, 404]),
    ("DELETE", "/api/0/projects/acme/search/teams/backend/", NOTHING, [200, 200, 200, 404]),
    ("POST", "/api/0/projects/acme/search/keys/", || json!({}), [201, 201, 201, 404]),
    ("PUT", "/api/0/projects/acme/search/keys/{key}/", || json!({}), [200, 200, 200, 404]),
    ("DELETE", "/api/0/projects/acme/search/keys/{key}/", NOTHING, [204, 204, 204, 404]),
    ("PUT", "/api/0/projects/acme/search/environments/staging/", || json!({"name": "staging", "isHidden": true}), [200, 200, 200, 404]),
    ("POST", "/api/0/projects/acme/search/alerts/", || json!({"alertRecipients": []}), [201, 201, 201, 404]),
    ("PUT", "/api/0/projects/acme/search/alerts/5/", || json!({"alertRecipients": []}), [200, 200, 200, 404]),
    ("DELETE", "/api/0/projects/acme/search/alerts/5/", NOTHING, [204, 204, 204, 404]),
    ("POST", "/api/0/organizations/acme/members/", || json!({"email": "a@example.com", "orgRole": "member"}), [201, 201, 403, 403]),
    ("POST", "/api/0/organizations/acme/members/", || json!({"email": "a@example.com", "orgRole": "manager"}), [201, 201, 403, 403]),
    ("POST", "/api/0/organizations/acme/members/", || json!({"email": "a@example.com", "orgRole": "owner"}), [201, 403, 403, 403]),
    ("PUT", "/api/0/organizations/acme/members/6/", || json!({"orgRole": "manager"}), [200, 200, 403, 403]),
    ("PUT", "/api/0/organizations/acme/members/6/", || json!({"orgRole": "owner"}), [200, 403, 403, 403]),
    ("PUT", "/api/0/organizations/acme/members/2/", || json!({"orgRole": "member"}), [200, 403, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/members/6/", NOTHING, [204, 204, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/members/7/", NOTHING, [204, 204, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/members/2/", NOTHING, [204, 403, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/members/1/", NOTHING, [400, 403, 403, 403]),
    ("DELETE", "/api/0/organizations/acme/members/me/", NOTHING, [204, 204, 204, 204]),
    ("POST", "/api/0/organizations/acme/members/3/set_owner/", NOTHING, [200, 403, 403, 403]),
    ("POST", "/api/0/organizations/acme/members/6/teams/backend/", NOTHING, [201, 201, 201, 403]),
    ("DELETE", "/api/0/organizations/acme/members/6/teams/frontend/", NOTHING, [200, 200, 200, 403]),
    ("POST", "/api/0/organizations/acme/members/me/teams/mobile/", NOTHING, [201, 201, 201, 201]),
    ("DELETE", "/api/0/organizations/acme/members/me/teams/frontend/", NOTHING, [200, 200, 200, 200]),
    ("GET", "/api/0/organizations/acme/members/1/", NOTHING, [200, 200, 200, 200]),
];

async fn ask(visitor: &mut Visitor, method: &str, path: &str, body: Value) -> u16 {
    let keys = visitor.get("/api/0/projects/acme/search/keys/").await.json();
    let path = path.replace("{key}", keys[0]["id"].as_str().unwrap_or_default());
    let body = Some(body).filter(|body| !body.is_null());
    visitor.send(method, &path, body).await.status
}

#[tokio::test]
async fn each_role_may_do_what_it_may() {
    let mut visitors = Vec::new();
    let first = Visitor::anonymous();
    for email in PEOPLE {
        let mut visitor = Visitor::anonymous();
        visitor.router = first.router.clone();
        visitor.cookies.insert("glint-world".to_owned(), email.to_owned());
        visitors.push((email, visitor));
    }
    let mut problems = Vec::new();
    for (method, path, body, want) in CASES {
        for ((email, visitor), want) in visitors.iter_mut().zip(want) {
            visitor.send("POST", "/__demo/reset", None).await;
            visitor.cookies.remove("sessionid");
            visitor.sign_in(email).await;
            let status = ask(visitor, method, path, body()).await;
            if status != *want {
                problems.push(format!("{email} {method} {path} {}: {status}, not {want}", body()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test]
async fn a_lax_server_lets_members_delete() {
    let mut visitor = Visitor::signed_in("mia.member@example.com").await;
    let deletions = [
        "/api/0/projects/acme/search/alerts/5/",
        "/api/0/projects/acme/search/keys/{key}/",
        "/api/0/projects/acme/search/",
        "/api/0/teams/acme/backend/",
    ];
    for path in deletions {
        assert_eq!(ask(&mut visitor, "DELETE", path, Value::Null).await, 404, "{path}");
    }
    assert_eq!(
        visitor.send("POST", "/__demo/quirk?name=lax&on=1", None).await.status,
        200
    );
    for path in deletions {
        assert_eq!(ask(&mut visitor, "DELETE", path, Value::Null).await, 204, "{path}");
    }
    let other = ask(&mut visitor, "PUT", "/api/0/projects/acme/jobs/", json!({"name": "x"})).await;
    assert_eq!(other, 404, "only deletions are let through");
    assert_eq!(
        visitor.send("POST", "/__demo/quirk?name=lax&on=0", None).await.status,
        200
    );
    assert_eq!(
        ask(&mut visitor, "DELETE", "/api/0/projects/acme/jobs/", Value::Null).await,
        404
    );
    assert_eq!(visitor.send("POST", "/__demo/quirk?name=odd", None).await.status, 422);
}

#[tokio::test]
async fn where_creating_is_turned_off_superusers_may_and_anybody_the_first() {
    const ALL: &str = "/api/0/organizations/";
    let body = || json!({"name": "Nora's house"});
    let mut nora = Visitor::signed_in("nora.new@example.com").await;
    let set = |name: &str, on: u8| format!("/__demo/quirk?name={name}&on={on}");
    let is_on = |answer: Value| answer["enableOrganizationCreation"].clone();
    assert_eq!(is_on(nora.get("/api/settings/").await.json()), json!(true));
    nora.send("POST", &set("no-creation", 1), None).await;
    assert_eq!(is_on(nora.get("/api/settings/").await.json()), json!(false));
    assert_eq!(ask(&mut nora, "POST", ALL, body()).await, 403);
    let mut admin = Visitor::admin().await;
    admin.send("POST", &set("no-creation", 1), None).await;
    assert_eq!(ask(&mut admin, "POST", ALL, body()).await, 201);
    nora.send("POST", &set("no-organizations", 1), None).await;
    assert_eq!(ask(&mut nora, "POST", ALL, body()).await, 201);
    assert_eq!(ask(&mut nora, "POST", ALL, body()).await, 403);
    nora.send("POST", &set("no-creation", 0), None).await;
    assert_eq!(ask(&mut nora, "POST", ALL, body()).await, 201);
}

#[tokio::test]
async fn members_join_by_themselves_only_where_membership_is_open() {
    let mut sam = Visitor::signed_in("sam.switch@example.com").await;
    let mut seen = [0, 0];
    let list = sam.get("/api/0/organizations/?limit=100").await.json();
    for row in list.as_array().into_iter().flatten() {
        let slug = row["slug"].as_str().unwrap_or_default();
        let detail = sam.get(&format!("/api/0/organizations/{slug}/")).await.json();
        let is_member = detail["access"].as_array().is_some_and(|access| access.len() == 8);
        if !is_member || detail["teams"] == json!([]) {
            continue;
        }
        let is_open = detail["openMembership"] == true;
        let path = format!("/api/0/organizations/{slug}/members/me/teams/everyone/");
        let status = sam.send("DELETE", &path, None).await.status;
        assert_eq!(status, if is_open { 200 } else { 403 }, "{slug}");
        seen[usize::from(is_open)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}
