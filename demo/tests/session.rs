//! Sign-in, second step, sign-out, CSRF and lockout, as the recorded server does them.

mod support;

use serde_json::json;
use support::Visitor;

const LOGIN: &str = "/_allauth/browser/v1/auth/login";
const SESSION: &str = "/_allauth/browser/v1/auth/session";
const SECOND_STEP: &str = "/_allauth/browser/v1/auth/2fa/authenticate";

#[tokio::test]
async fn an_anonymous_session_is_a_401_with_flows() {
    let mut visitor = Visitor::anonymous();
    let answer = visitor.get(SESSION).await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.json()["data"]["flows"][0]["id"], "login");
    assert!(visitor.cookies.contains_key("csrftoken"));
    let refused = visitor.get("/api/0/organizations/").await;
    assert_eq!(
        (refused.status, refused.text.as_str()),
        (401, r#"{"detail":"Unauthorized"}"#)
    );
}

#[tokio::test]
async fn signing_in_rotates_the_token_and_signing_out_is_a_401() {
    let mut visitor = Visitor::anonymous();
    visitor.get(SESSION).await;
    let before = visitor.cookies["csrftoken"].clone();
    visitor.sign_in("admin@example.com").await;
    assert_ne!(visitor.cookies["csrftoken"], before);
    assert_eq!(
        visitor.get("/api/0/users/me/").await.json()["email"],
        "admin@example.com"
    );
    let again = visitor
        .send(
            "POST",
            LOGIN,
            Some(json!({"email": "admin@example.com", "password": "demo"})),
        )
        .await;
    assert_eq!((again.status, again.text.as_str()), (409, r#"{"status":409}"#));
    let out = visitor.send("DELETE", SESSION, None).await;
    assert_eq!(out.status, 401);
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 401);
}

#[tokio::test]
async fn the_root_of_the_api_signs_out() {
    let mut visitor = Visitor::admin().await;
    let answer = visitor.get("/api/0/").await;
    assert_eq!(answer.json()["user"], json!(null));
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 401);
}

#[tokio::test]
async fn wrong_passwords_lock_the_address() {
    let mut visitor = Visitor::anonymous();
    visitor.get(SESSION).await;
    let wrong = json!({"email": "admin@example.com", "password": "wrong"});
    for _ in 0..5 {
        let answer = visitor.send("POST", LOGIN, Some(wrong.clone())).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json()["errors"][0]["code"], "email_password_mismatch");
    }
    let right = json!({"email": "admin@example.com", "password": "demo"});
    let locked = visitor.send("POST", LOGIN, Some(right)).await;
    assert_eq!(locked.json()["errors"][0]["code"], "too_many_login_attempts");
    let empty = visitor.send("POST", LOGIN, Some(json!({}))).await;
    assert_eq!(empty.json()["errors"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_second_step_waits_for_a_code_that_works_once() {
    let mut visitor = Visitor::anonymous();
    visitor.get(SESSION).await;
    let body = json!({"email": "tom.totp@example.com", "password": "demo"});
    let answer = visitor.send("POST", LOGIN, Some(body.clone())).await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.json()["data"]["flows"][3]["is_pending"], true);
    assert_eq!(visitor.get("/api/0/users/me/").await.status, 401);
    let wrong = visitor.send("POST", SECOND_STEP, Some(json!({"code": "000000"}))).await;
    assert_eq!(wrong.json()["errors"][0]["code"], "incorrect_code");
    let right = visitor
        .send("POST", SECOND_STEP, Some(json!({"code": "11112222"})))
        .await;
    assert_eq!(right.status, 200, "{}", right.text);
    assert_eq!(right.json()["data"]["methods"][1]["type"], "recovery_codes");
    visitor.send("DELETE", SESSION, None).await;
    visitor.send("POST", LOGIN, Some(body)).await;
    let used = visitor
        .send("POST", SECOND_STEP, Some(json!({"code": "11112222"})))
        .await;
    assert_eq!(used.status, 400);
}

#[tokio::test]
async fn the_right_totp_code_signs_in() {
    let secret = totp_rs::Secret::Encoded(glint_demo::TOTP_SECRET.to_owned())
        .to_bytes()
        .expect("base32");
    let totp = totp_rs::TOTP::new(totp_rs::Algorithm::SHA1, 6, 1, 30, secret).expect("a generator");
    let now = glint_model::timestamp::Timestamp::parse(support::NOW)
        .expect("a time")
        .0
        / 1000;
    let code = totp.generate(u64::try_from(now).expect("after 1970"));
    let mut visitor = Visitor::anonymous();
    visitor.get(SESSION).await;
    let before = visitor.cookies["csrftoken"].clone();
    let early = visitor.send("POST", SECOND_STEP, Some(json!({"code": code}))).await;
    assert_eq!(early.status, 409);
    visitor
        .send(
            "POST",
            LOGIN,
            Some(json!({"email": "tom.totp@example.com", "password": "demo"})),
        )
        .await;
    assert_eq!(
        visitor.get(SESSION).await.json()["data"]["flows"][3]["id"],
        "mfa_authenticate"
    );
    let done = visitor.send("POST", SECOND_STEP, Some(json!({"code": code}))).await;
    assert_eq!(
        (done.status, &done.json()["data"]["methods"][1]["type"]),
        (200, &json!("totp"))
    );
    assert_ne!(visitor.cookies["csrftoken"], before);
    assert_eq!(visitor.get("/api/0/users/me/").await.json()["name"], "Tom Totp");
}

#[tokio::test]
async fn a_refusal_can_be_asked_for_while_signing_in() {
    let mut visitor = Visitor::anonymous();
    visitor.get(SESSION).await;
    for (word, status) in [("demo-status-503", 503), ("demo-status-429", 429), ("demo-csrf", 403)] {
        let body = json!({"email": format!("{word}@example.com"), "password": "demo"});
        assert_eq!(visitor.send("POST", LOGIN, Some(body)).await.status, status, "{word}");
    }
}

#[tokio::test]
async fn a_forged_request_is_refused() {
    let mut visitor = Visitor::admin().await;
    let body = Some(json!({"status": "resolved"}));
    let foreign = [("origin", "https://evil.example")];
    let refused = visitor
        .send_with("PUT", "/api/0/issues/101/", body.clone(), &foreign)
        .await;
    assert_eq!(
        (refused.status, refused.text.as_str()),
        (403, r#"{"detail":"CSRF check Failed"}"#)
    );
    visitor.sends_csrf = false;
    assert_eq!(
        visitor.send("PUT", "/api/0/issues/101/", body.clone()).await.status,
        403
    );
    let login = visitor.send("POST", LOGIN, body).await;
    assert_eq!(login.status, 403);
    assert!(login.header("content-type").starts_with("text/html"));
}

#[tokio::test]
async fn paths_are_as_strict_as_the_server_is() {
    let mut visitor = Visitor::admin().await;
    let moved = visitor.send("POST", "/api/0/organizations?x=1", None).await;
    assert_eq!(
        (moved.status, moved.header("location")),
        (301, "/api/0/organizations/?x=1")
    );
    let unknown = visitor.get("/api/0/nope/").await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.header("content-type").starts_with("text/html"));
    let method = visitor.send("POST", "/api/0/issues/118/", None).await;
    assert_eq!((method.status, method.text.as_str()), (405, "Method not allowed"));
    assert_eq!(
        visitor.get("/api/0/organizations/nope/").await.text,
        r#"{"detail":"Not Found"}"#
    );
}
