//! Plans, subscriptions and usage, with billing off as recorded and on as both generations spell it.

mod support;

use serde_json::{Value, json};
use support::{Visitor, contract, read_json};

const SUBSCRIPTION: &str = "/api/0/stripe/subscriptions/acme/";
const CHECKOUT: &str = "/api/0/stripe/organizations/acme/create-stripe-subscription-checkout/";
const PORTAL: &str = "/api/0/stripe/organizations/acme/create-billing-portal/";

async fn turn_on(visitor: &mut Visitor, query: &str) -> Value {
    let answer = visitor
        .send("POST", &format!("/__demo/billing?on=1&{query}"), None)
        .await;
    assert_eq!(answer.status, 200, "{query}");
    answer.json()
}

#[tokio::test]
async fn billing_is_off_at_first() {
    let mut visitor = Visitor::admin().await;
    assert_eq!(visitor.get("/api/settings/").await.json()["billingEnabled"], false);
    assert_eq!(visitor.get("/api/0/stripe/products/").await.text, "[]");
    assert_eq!(visitor.get(SUBSCRIPTION).await.text, "null");
    let price = json!({"price": "price_x"});
    let answer = visitor.send("POST", CHECKOUT, Some(price)).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (500, "text/html; charset=utf-8")
    );
    let body = json!({"price": "price_x", "organization": "1"});
    let answer = visitor.send("POST", "/api/0/stripe/subscriptions/", Some(body)).await;
    assert_eq!((answer.status, answer.json()), (404, json!({"detail": "Not Found"})));
    assert_eq!(visitor.send("POST", CHECKOUT, Some(json!({}))).await.status, 422);
    for query in ["", "?on=2", "?on=1&subscription=gold", "?on=1&used=x"] {
        let answer = visitor.send("POST", &format!("/__demo/billing{query}"), None).await;
        assert_eq!(answer.status, 422, "{query}");
    }
}

#[tokio::test]
async fn plans_fit_the_openapi_document_and_the_newer_generation_says_more() {
    let mut visitor = Visitor::admin().await;
    turn_on(&mut visitor, "subscription=paid").await;
    assert_eq!(visitor.get("/api/settings/").await.json()["billingEnabled"], true);
    let products = visitor.get("/api/0/stripe/products/").await.json();
    let subscription = visitor.get(SUBSCRIPTION).await.json();
    if let Some(contract) = contract() {
        let document = read_json(&contract.join("openapi.json"));
        let counts = visitor.get(&format!("{SUBSCRIPTION}events_count/")).await.json();
        for (name, value) in [
            ("StripeProductExpandedPriceSchema", &products[1]),
            ("StripeSubscriptionSchema", &subscription),
            ("EventsCountSchema", &counts),
        ] {
            let mut schema = document["components"]["schemas"][name].clone();
            schema["components"] = document["components"].clone();
            let validator = jsonschema::validator_for(&schema).expect("a schema");
            let problem = validator.iter_errors(value).next();
            assert!(problem.is_none(), "{name}: {problem:?}");
        }
    }
    assert_eq!(products.as_array().map(Vec::len), Some(4));
    assert_eq!(products[1].get("prices"), None);
    let mut newer = Visitor::admin_6_1().await;
    turn_on(&mut newer, "subscription=trialing").await;
    let products = newer.get("/api/0/stripe/products/").await.json();
    assert_eq!(products[1]["prices"][1]["interval"], "year");
    assert!(products[1]["marketingFeatures"][0].is_string());
    let subscription = newer.get(SUBSCRIPTION).await.json();
    assert_eq!(subscription["status"], "trialing");
    assert!(subscription["subscriptionCycleEnd"].is_string());
}

#[tokio::test]
async fn a_plan_is_bought_by_the_account_owner_and_there_after_two_readings() {
    let mut visitor = Visitor::admin_6_1().await;
    turn_on(&mut visitor, "subscription=none").await;
    let free = json!({"price": "price_demo_free_month", "organization": "1"});
    let answer = visitor
        .send("POST", "/api/0/stripe/subscriptions/", Some(free.clone()))
        .await;
    assert_eq!(answer.json()["subscription"]["product"]["name"], "Free");
    let again = visitor.send("POST", "/api/0/stripe/subscriptions/", Some(free)).await;
    assert_eq!(again.status, 400);
    let small = json!({"price": "price_demo_small_year"});
    let answer = visitor.send("POST", CHECKOUT, Some(small.clone())).await.json();
    let way_back = "http://127.0.0.1:8000/acme/settings/subscription?session_id=cs_demo";
    assert_eq!(answer, json!({"url": way_back}));
    let mut names = Vec::new();
    for _ in 0..3 {
        names.push(visitor.get(SUBSCRIPTION).await.json()["product"]["name"].clone());
    }
    assert_eq!(names, ["Free", "Free", "Small"]);
    assert_eq!(visitor.send("POST", CHECKOUT, Some(small)).await.status, 400);
    let unknown = json!({"price": "price_x"});
    assert_eq!(visitor.send("POST", CHECKOUT, Some(unknown)).await.status, 404);
    for email in [
        "olivia.owner@example.com",
        "max.manager@example.com",
        "nora.new@example.com",
    ] {
        let mut other = Visitor::signed_in(email).await;
        turn_on(&mut other, "subscription=free").await;
        let small = json!({"price": "price_demo_small_year"});
        assert_eq!(other.send("POST", CHECKOUT, Some(small)).await.status, 404, "{email}");
        assert_eq!(other.send("POST", PORTAL, None).await.status, 404, "{email}");
    }
    let mut older = Visitor::admin().await;
    turn_on(&mut older, "subscription=past_due").await;
    assert_eq!(older.get(SUBSCRIPTION).await.json()["status"], "past_due");
    let answer = older.send("POST", PORTAL, None).await.json();
    let way_back = "http://127.0.0.1:8000/acme/settings/subscription?billing_portal_redirect=true";
    assert_eq!(answer, json!({"url": way_back}));
    assert_eq!(older.get(SUBSCRIPTION).await.json()["status"], "active");
    turn_on(&mut older, "subscription=canceled").await;
    let small = json!({"price": "price_demo_small_month"});
    let answer = older.send("POST", CHECKOUT, Some(small)).await;
    assert_eq!(answer.json(), json!({"id": "cs_demo"}));
}

#[tokio::test]
async fn usage_agrees_with_itself_and_with_the_events() {
    let mut visitor = Visitor::admin_6_1().await;
    let usage = format!("{SUBSCRIPTION}events_count/");
    let number = |row: &Value, name: &str| row[name].as_u64().unwrap_or_default();
    for (query, want) in [
        ("", None),
        ("subscription=paid&used=120", Some(600_000)),
        ("used=30", Some(300)),
    ] {
        if want.is_some() {
            turn_on(&mut visitor, query).await;
        }
        let period = visitor.get(&format!("{usage}period/?periods_ago=0")).await.json();
        let daily = visitor.get(&format!("{usage}daily/")).await.json();
        let days = daily["data"].as_array().cloned().unwrap_or_default();
        for name in [
            "eventCount",
            "transactionEventCount",
            "uptimeCheckEventCount",
            "logEventCount",
        ] {
            let sum: u64 = days.iter().map(|day| number(day, name)).sum();
            assert_eq!(sum, number(&period, name), "{query} {name}");
        }
        let last = days.last().map(|day| day["date"].clone());
        assert_eq!(last, Some(json!("2026-11-23")));
        match want {
            Some(total) => assert_eq!(period["total"], total, "{query}"),
            None => {
                assert_eq!(days.len(), 30);
                assert!((10_000..20_000).contains(&number(&period, "eventCount")), "{period}");
            }
        }
        let before = visitor.get(&format!("{usage}period/?periods_ago=1")).await.json();
        assert!(number(&before, "eventCount") > 5_000, "{before}");
    }
    for (query, status) in [("x", 422), ("2", 422), ("1", 200)] {
        let path = format!("{usage}period/?periods_ago={query}");
        assert_eq!(visitor.get(&path).await.status, status, "{query}");
    }
    assert_eq!(visitor.get(&usage).await.status, 404, "gone in 6.1");
    let mut outsider = Visitor::signed_in("nora.new@example.com").await;
    assert_eq!(outsider.get(&usage).await.status, 404);
    assert_eq!(outsider.get(&format!("{usage}daily/")).await.status, 404);
    let empty = visitor
        .get("/api/0/stripe/subscriptions/empty-org/events_count/period/")
        .await;
    assert_eq!(empty.status, 200);
}

#[tokio::test]
async fn more_than_the_plan_covers_is_dropped() {
    let mut visitor = Visitor::admin().await;
    for (query, want) in [
        ("subscription=paid&used=100", 0),
        ("subscription=paid&used=101", 10),
        ("subscription=free&used=160", 50),
        ("subscription=free&used=300", 100),
        ("subscription=none", 100),
        ("subscription=canceled&used=5", 100),
        ("subscription=trialing&used=5", 0),
    ] {
        assert_eq!(turn_on(&mut visitor, query).await["throttle"]["acme"], want, "{query}");
    }
    let off = visitor.send("POST", "/__demo/billing?on=0", None).await;
    assert_eq!(off.json()["throttle"]["acme"], 0);
}

#[tokio::test]
async fn what_is_created_and_deleted_counts() {
    let mut visitor = Visitor::admin_6_1().await;
    let period = format!("{SUBSCRIPTION}events_count/period/");
    let before = visitor.get(&period).await.json();
    for project in ["shop-web", "android-app", "ios-app"] {
        let path = format!("/api/0/projects/acme/{project}/");
        assert_eq!(visitor.send("DELETE", &path, None).await.status, 204, "{project}");
    }
    let after = visitor.get(&period).await.json();
    for name in ["eventCount", "logEventCount", "fileSizeMb"] {
        assert!(after[name].as_u64() < before[name].as_u64(), "{name}: {before} {after}");
    }
    let releases = visitor.get("/api/0/organizations/acme/releases/").await.text;
    assert!(!releases.contains("shop-web"));
    let new = Some(json!({"name": "Quite New"}));
    let new = visitor.send("POST", "/api/0/organizations/", new).await.json();
    assert_eq!(
        turn_on(&mut visitor, "subscription=none").await["throttle"]["quite-new"],
        100
    );
    let free = json!({"price": "price_demo_free_month", "organization": new["id"]});
    let answer = visitor.send("POST", "/api/0/stripe/subscriptions/", Some(free)).await;
    assert_eq!(answer.status, 200, "whoever creates an organization owns it");
    let rate = visitor.get("/api/0/organizations/quite-new/").await.json()["eventThrottleRate"].clone();
    assert_eq!(rate, 0);
    let rate = visitor.get("/api/0/organizations/acme/").await.json()["eventThrottleRate"].clone();
    assert_eq!(rate, 100);
    let handed = visitor
        .send("POST", "/api/0/organizations/acme/members/2/set_owner/", None)
        .await;
    assert_eq!(handed.status, 200);
    let small = json!({"price": "price_demo_small_month"});
    assert_eq!(visitor.send("POST", CHECKOUT, Some(small)).await.status, 404);
}

#[tokio::test]
async fn who_supports_glitchtip_is_named_in_the_newer_generation() {
    let path = "/api/0/instance-license/";
    let mut visitor = Visitor::admin_6_1().await;
    assert_eq!(visitor.get(path).await.status, 404);
    visitor.send("POST", "/__demo/billing?on=0&licensed=1", None).await;
    assert_eq!(visitor.get("/api/settings/").await.json()["iPaidForGlitchTip"], true);
    assert!(visitor.get(path).await.json()["billingEmail"].is_string());
    let mut older = Visitor::admin().await;
    assert_eq!(older.get(path).await.status, 404);
}
