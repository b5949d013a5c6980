//! Status pages: the list of the API and the HTML for everybody.

mod support;

use serde_json::{Value, json};
use support::Visitor;

const PAGES: &str = "/api/0/organizations/acme/status-pages/";
const PUBLIC: &str = "/status-pages/acme/acme-public-status/";

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[tokio::test]
async fn status_pages_are_listed_until_one_has_monitors() {
    let mut visitor = Visitor::admin().await;
    let list = visitor.get(PAGES).await;
    let names = |list: &Value| rows(list).iter().map(|row| row["name"].clone()).collect::<Vec<_>>();
    assert_eq!(
        names(&list.json()),
        ["Globex plant", "Internal status", "Acme public status"]
    );
    assert_eq!(
        visitor.get("/api/0/organizations/nowhere/status-pages/").await.json(),
        list.json()
    );
    let mut member = Visitor::signed_in("gus.globex@example.com").await;
    assert_eq!(names(&member.get(PAGES).await.json()), ["Globex plant"]);
    assert_eq!(member.send("POST", PAGES, Some(json!({"name": "x"}))).await.status, 404);
    let attach = "/__demo/status-page?organization=acme&slug=acme-public-status&monitors=2,3,15,20";
    for is_6_1 in [false, true] {
        let mut visitor = if is_6_1 {
            Visitor::admin_6_1().await
        } else {
            Visitor::admin().await
        };
        assert_eq!(visitor.send("POST", attach, None).await.status, 200);
        let list = visitor.get(PAGES).await;
        let kind = list.header("content-type").to_owned();
        assert_eq!((list.status == 500, kind.starts_with("text/html")), (!is_6_1, !is_6_1));
        assert_eq!(rows(&list.json()[2]["monitors"]).len(), if is_6_1 { 4 } else { 0 });
    }
    assert_eq!(
        visitor
            .send("POST", "/__demo/status-page?organization=acme", None)
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn a_public_page_is_html_for_everybody() {
    let mut visitor = Visitor::admin().await;
    let attach = "/__demo/status-page?organization=acme&slug=acme-public-status&monitors=2,3,15,20";
    visitor.send("POST", attach, None).await;
    let private = "/status-pages/acme/internal-status/";
    assert_eq!(visitor.get(private).await.status, 200);
    visitor.cookies.clear();
    let page = visitor.get(PUBLIC).await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    for part in [
        "<h1>Acme public status</h1>",
        "<b>Shop API health</b>",
        "Service is working normally",
        "Down since Nov. 22, 2026, 6",
        "no-status-symbol",
        "&lt;img src=x onerror=alert(1)&gt;",
    ] {
        assert!(page.text.contains(part), "{part}: {}", page.text);
    }
    assert!(!page.text.contains("<img"));
    for path in [private, "/status-pages/acme/nothing/", "/status-pages/nowhere/x/"] {
        assert_eq!(visitor.get(path).await.status, 404, "{path}");
    }
}
