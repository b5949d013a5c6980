//! Alerts of projects.

mod support;

use serde_json::{Value, json};
use support::Visitor;

const SHOP: &str = "/api/0/projects/acme/shop-api/alerts/";

#[tokio::test]
async fn projects_have_different_alerts() {
    let mut visitor = Visitor::admin().await;
    for (project, want) in [
        ("shop-api", json!([[true, 2], [true, 1]])),
        ("checkout", json!([[false, 1]])),
        ("billing", json!([[true, 0]])),
        ("shop-web", json!([])),
        ("ingest", json!([[false, 1], [false, 2]])),
        ("android-app", json!([[false, 1]])),
        ("jobs", json!([[true, 0]])),
        ("nothing", json!([])),
    ] {
        let list = visitor
            .get(&format!("/api/0/projects/acme/{project}/alerts/"))
            .await
            .json();
        let rows = list.as_array().into_iter().flatten();
        let found: Vec<_> = rows
            .map(|row| json!([row["uptime"], row["alertRecipients"].as_array().map_or(0, Vec::len)]))
            .collect();
        assert_eq!(json!(found), want, "{project}");
    }
    let mut newer = Visitor::admin_6_1().await;
    let list = newer.get("/api/0/projects/acme/android-app/alerts/").await.json();
    assert_eq!(
        list[0]["alertRecipients"][0]["config"]["channel"], "mobile",
        "shown in 6.1 alone"
    );
    assert_eq!(list[0]["alertRecipients"][0]["tagsToAdd"], json!(["device", "os.name"]));
    let ios = visitor.get("/api/0/projects/acme/ios-app/alerts/").await.json();
    assert_eq!(ios[0]["quantity"], 0);
    let mut outsider = Visitor::signed_in("nora.new@example.com").await;
    assert_eq!(outsider.get(SHOP).await.text, "[]");
    assert_eq!(outsider.send("POST", SHOP, Some(json!({}))).await.status, 404);
}

#[tokio::test]
async fn members_read_alerts_and_write_none() {
    let body = json!({"uptime": true, "alertRecipients": []});
    for (email, may) in [("mia.member@example.com", false), ("anna.admin@example.com", true)] {
        let mut visitor = Visitor::signed_in(email).await;
        assert_eq!(visitor.get(SHOP).await.header("x-hits"), "2");
        let changed = visitor
            .send("PUT", &format!("{SHOP}2/"), Some(body.clone()))
            .await
            .status;
        let deleted = visitor.send("DELETE", &format!("{SHOP}1/"), None).await.status;
        let made = visitor.send("POST", SHOP, Some(body.clone())).await.status;
        let want = if may { [200, 204, 201] } else { [404; 3] };
        assert_eq!([changed, deleted, made], want, "{email}");
    }
}

#[tokio::test]
async fn alerts_can_be_set_up_changed_and_deleted() {
    let mut visitor = Visitor::admin().await;
    let hook = "https://hooks.example.com/";
    let body = json!({
        "name": null, "timespanMinutes": 5, "quantity": 2, "uptime": false,
        "alertRecipients": [{"recipientType": "webhook", "url": hook, "tagsToAdd": ["release"]}],
    });
    let made = visitor.send("POST", SHOP, Some(body)).await.json();
    assert_eq!((&made["name"], &made["quantity"]), (&Value::Null, &json!(2)));
    let path = format!("{SHOP}{}/", made["id"]);
    let recipient = made["alertRecipients"][0].clone();
    assert_eq!(recipient.get("tagsToAdd"), None, "not sent in 5.2");
    let body = json!({
        "uptime": true,
        "alertRecipients": [{"recipientType": "email", "url": ""}, {"recipientType": "webhook", "url": hook}],
    });
    let changed = visitor.send("PUT", &path, Some(body)).await.json();
    assert_eq!((&changed["quantity"], &changed["uptime"]), (&Value::Null, &json!(true)));
    assert_eq!(changed["alertRecipients"][1], recipient, "it keeps its number");
    let elsewhere = path.replace("shop-api", "checkout");
    assert_eq!(visitor.send("DELETE", &elsewhere, None).await.status, 404);
    assert_eq!(visitor.send("DELETE", &path, None).await.status, 204);
    assert_eq!(visitor.send("PUT", &path, Some(json!({}))).await.status, 404);
    let unreadable = json!({"quantity": "x", "alertRecipients": [{}, {"recipientType": "webhook"}, 7]});
    let refused = visitor.send("POST", SHOP, Some(unreadable)).await.json();
    let problems = refused["detail"].as_array().cloned().unwrap_or_default();
    let kinds: Vec<_> = problems.iter().filter_map(|problem| problem["type"].as_str()).collect();
    assert_eq!(
        kinds,
        ["union_tag_not_found", "missing", "union_tag_not_found", "int_parsing"]
    );
}

#[tokio::test]
async fn the_newer_generation_knows_more_recipients_and_tests_them() {
    let zulip = json!({
        "recipientType": "zulip", "url": "https://chat.example.com/", "botEmail": "bot@example.com",
        "apiKey": "key", "channel": "ops", "topic": "down",
    });
    let down = json!({"recipientType": "ntfy", "url": "https://down.example.com/x", "tagsToAdd": ["release"]});
    let feishu = json!({"recipientType": "feishu", "url": "https://open.feishu.cn/open-apis/bot/v2/hook/1"});
    let failing = json!({"recipientType": "teams", "url": "https://fail.example.com/x"});
    let nowhere = json!({"recipientType": "webhook", "url": "https://hooks.invalid/x"});
    let all = [json!({"recipientType": "email"}), zulip, down, feishu, failing, nowhere];
    let body = json!({"uptime": true, "alertRecipients": all});
    let mut older = Visitor::admin().await;
    assert_eq!(older.send("POST", SHOP, Some(body.clone())).await.status, 422);
    assert_eq!(
        older
            .send("POST", &format!("{SHOP}1/test/?recipient_id=1"), None)
            .await
            .status,
        404
    );
    let mut visitor = Visitor::admin_6_1().await;
    let made = visitor.send("POST", SHOP, Some(body)).await.json();
    let recipients = made["alertRecipients"].as_array().cloned().unwrap_or_default();
    let config = json!({"bot_email": "bot@example.com", "api_key": "key", "channel": "ops", "topic": "down"});
    assert_eq!(recipients[1]["config"], config);
    assert_eq!(recipients[2]["tagsToAdd"], json!(["release"]));
    let test = format!("{SHOP}{}/test/", made["id"]);
    let mut messages = Vec::new();
    for (recipient, want) in recipients
        .iter()
        .zip(["skipped", "sent", "error", "sent", "error", "error"])
    {
        let result = visitor
            .send("POST", &format!("{test}?recipient_id={}", recipient["id"]), None)
            .await
            .json();
        assert_eq!(
            (&result["status"], &result["recipientType"]),
            (&json!(want), &recipient["recipientType"])
        );
        messages.push(result["message"].clone());
    }
    assert_eq!(messages[1], Value::Null);
    assert_eq!(messages[4..], [json!("HTTP 404"), json!("Name or service not known")]);
    let bare = json!({"alertRecipients": [{"recipientType": "zulip", "url": "https://chat.example.com/"}]});
    let refused = visitor.send("PUT", &format!("{SHOP}1/"), Some(bare)).await;
    assert_eq!(
        (refused.status, refused.json()["detail"].as_array().map(Vec::len)),
        (422, Some(4))
    );
    assert_eq!(visitor.send("POST", &test, None).await.status, 422);
    assert_eq!(
        visitor
            .send("POST", &format!("{test}?recipient_id=999"), None)
            .await
            .status,
        404
    );
}
