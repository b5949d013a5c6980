//! Files of releases and debug files of projects.

mod support;

use serde_json::{Value, json};
use support::Visitor;

const SHOP_WEB: &str = "/api/0/projects/acme/shop-web";

/// The path of the newest release of Shop Web.
async fn newest(visitor: &mut Visitor) -> String {
    let list = visitor.get(&format!("{SHOP_WEB}/releases/")).await.json();
    let version = list[0]["version"].as_str().expect("a version").replace('@', "%40");
    format!("/releases/{version}/")
}

#[tokio::test]
async fn a_project_lists_its_own_releases() {
    let mut visitor = Visitor::admin().await;
    let list = visitor.get(&format!("{SHOP_WEB}/releases/")).await;
    for row in list.json().as_array().into_iter().flatten() {
        assert_eq!(row["projects"], json!([{"name": "Shop Web", "slug": "shop-web"}]));
    }
    assert!(list.header("x-hits").parse::<u32>().is_ok_and(|hits| hits > 3));
    let path = newest(&mut visitor).await;
    assert_eq!(visitor.get(&format!("{SHOP_WEB}{path}")).await.json(), list.json()[0]);
    assert_eq!(
        visitor
            .get(&format!("/api/0/projects/acme/shop-api{path}"))
            .await
            .status,
        404
    );
    assert_eq!(visitor.get("/api/0/projects/acme/nothing/releases/").await.text, "[]");
}

#[tokio::test]
async fn files_of_a_release_are_listed_and_deleted() {
    let mut visitor = Visitor::signed_in("mia.member@example.com").await;
    let path = newest(&mut visitor).await;
    let files = format!("{SHOP_WEB}{path}files/");
    let first = visitor.get(&files).await;
    assert_eq!(first.header("x-hits"), "122");
    let cursor = first.cursor("next").expect("more pages").replace('=', "%3D");
    let second = visitor.get(&format!("{files}?cursor={cursor}")).await.json();
    assert_ne!(second[0]["id"], first.json()[0]["id"]);
    assert_eq!(first.json()[0].get("size"), None, "only in 6.1");
    let file = first.json()[0]["id"].as_str().expect("an id").to_owned();
    let one = format!("{files}{file}/");
    assert_eq!(visitor.get(&one).await.json(), first.json()[0]);
    assert_eq!(visitor.send("DELETE", &one, None).await.status, 204);
    assert_eq!(visitor.send("DELETE", &one, None).await.status, 404);
    let of_organization = format!("/api/0/organizations/acme{path}files/");
    assert_eq!(visitor.get(&of_organization).await.header("x-hits"), "121");
    let mut outsider = Visitor::signed_in("gus.globex@example.com").await;
    assert_eq!(outsider.get(&files).await.text, "[]");
    assert_eq!(outsider.send("DELETE", &one, None).await.status, 404);
    let mut newer = Visitor::admin_6_1().await;
    assert!(newer.get(&files).await.json()[0]["size"].is_u64());
}

#[tokio::test]
async fn mobile_projects_have_debug_files_in_the_newer_generation() {
    let mut visitor = Visitor::admin_6_1().await;
    for (project, count, kind) in [
        ("android-app", 3, "proguard"),
        ("ios-app", 4, "dsym"),
        ("shop-api", 0, ""),
    ] {
        let list = visitor
            .get(&format!("/api/0/projects/acme/{project}/files/dsyms/"))
            .await
            .json();
        let rows = list.as_array().cloned().unwrap_or_default();
        assert_eq!(rows.len(), count, "{project}");
        for row in rows {
            assert_eq!(row["symbolType"], kind);
            assert!(row["id"].is_string() && row["size"].is_u64() && row["debugId"] != Value::Null);
        }
    }
    let mut older = Visitor::admin().await;
    let answer = older.get("/api/0/projects/acme/ios-app/files/dsyms/").await;
    assert_eq!(answer.status, 405, "it is known for uploads alone");
}
