use super::{Pair, RequestParts, is_secret_name, masked_address, request_parts};
use crate::testing::texts;
use serde_json::{Value, json};

fn parts(data: Value) -> RequestParts {
    let Value::Object(data) = data else { panic!("an object") };
    request_parts(data)
}

#[test]
fn a_request_is_taken_apart() {
    let request = parts(json!({
        "method": "POST", "url": "https://shop.example.com/pay", "query": [["page", "2"], ["token", "abc"]],
        "fragment": "top", "headers": [["Host", "shop.example.com"], ["Authorization", "Bearer x"], ["X", null]],
        "cookies": {"theme": "dark", "sessionid": "[Filtered]", "id": "0123456789abcdef"}, "data": "a=1&a=2&b=%20",
        "env": {"SERVER_PORT": 443}, "bodySize": null, "inferredContentType": "text/plain",
    }));
    assert_eq!(request.method.as_deref(), Some("POST"));
    assert_eq!(
        request.address(true).as_deref(),
        Some("https://shop.example.com/pay?page=2&token=abc#top")
    );
    assert_eq!(
        request.address(false).as_deref(),
        Some("https://shop.example.com/pay?page=2&token=••••••#top")
    );
    let secret = |pairs: &[Pair]| pairs.iter().map(|pair| pair.is_secret).collect::<Vec<_>>();
    assert_eq!(secret(&request.headers), [false, true, false]);
    assert_eq!(request.headers[1].shown(false), "••••••");
    // Sorted by name: a long value, a placeholder, a short word.
    assert_eq!(secret(&request.cookies), [true, false, false]);
    let body = request.body.as_ref().expect("a body");
    assert_eq!(body.structure.as_deref(), Some(&json!({"a": ["1", "2"], "b": " "})));
    assert!(request.other.is_empty());
    assert!(request.has_secrets());
}

#[test]
fn what_is_not_as_it_should_be_is_kept() {
    let request = parts(json!({
        "method": 5, "url": ["x"], "query": "a=1", "headers": [["only a name"]], "cookies": 7, "data": 0, "env": [1],
        "new_field": {"a": 1}, "protocol": null, "apiTarget": "graphql",
    }));
    let names: Vec<&str> = request.other.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "apiTarget",
            "cookies",
            "env",
            "headers",
            "method",
            "new_field",
            "query",
            "url"
        ]
    );
    assert_eq!(request.body.expect("a body").raw(None, false), "0");
}

#[test]
fn names_tell_secrets() {
    for name in [
        "Authorization",
        "Cookie",
        "Set-Cookie",
        "X-Api-Key",
        "x_csrf_token",
        "XSRF-TOKEN",
        "password",
        "new_password2",
        "PHPSESSID",
        "JSESSIONID",
        "connect.sid",
        "client_secret",
        "access_token",
        "X-Amz-Signature",
        "pin",
        "auth",
    ] {
        assert!(is_secret_name(name), "{name}");
    }
    for name in [
        "Accept",
        "Host",
        "page",
        "author",
        "pinned",
        "User-Agent",
        "utm_source",
        "side",
        "",
        "passenger",
        "key",
    ] {
        assert!(!is_secret_name(name), "{name}");
    }
}

#[test]
fn addresses_lose_their_secrets_and_nothing_else() {
    for (address, want) in [
        ("https://a.example/x?q=1&b", "https://a.example/x?q=1&b"),
        ("https://ada:pw@a.example/x", "https://ada:••••••@a.example/x"),
        ("https://ghp_abc@a.example", "https://••••••@a.example"),
        ("https://a.example/@x:y", "https://a.example/@x:y"),
        (
            "/x?api%5Fkey=1#access_token=2&a=b",
            "/x?api%5Fkey=••••••#access_token=••••••&a=b",
        ),
        ("?password=%5BFiltered%5D", "?password=%5BFiltered%5D"),
    ] {
        assert_eq!(masked_address(address), want);
    }
    for text in texts(3_000) {
        // No piece of these texts is the name of a secret, and where there is no user there is no password.
        if !text.contains('@') {
            assert_eq!(masked_address(&text), text);
        }
    }
}

#[test]
fn bodies_lose_their_secrets() {
    for (sent, content_type, raw, shown) in [
        (json!("plain words"), None, "plain words", "plain words"),
        (
            json!("z=1&password=hunter2"),
            None,
            "z=1&password=••••••",
            "z=1&password=hunter2",
        ),
        (
            json!("{\"user\": {\"password\": \"hunter2\"}}"),
            None,
            r#"{"user":{"password":"••••••"}}"#,
            r#"{"user": {"password": "hunter2"}}"#,
        ),
        (
            json!({"token": ["a b"], "x": 1}),
            Some("application/x-www-form-urlencoded"),
            "token=••••••&x=1",
            "token=a%20b&x=1",
        ),
        (
            json!([{"pin": 1234, "on": true}]),
            None,
            r#"[{"on":true,"pin":"••••••"}]"#,
            r#"[{"on":true,"pin":1234}]"#,
        ),
    ] {
        let body = super::Body::new(sent);
        assert_eq!(body.raw(content_type, false), raw);
        assert_eq!(body.raw(content_type, true), shown);
        assert_eq!(body.has_secrets(), raw != shown, "{raw}");
        let pretty = body.pretty(false).unwrap_or_default();
        assert!(!pretty.contains("hunter2") && !pretty.contains("1234"), "{pretty}");
    }
}

#[test]
fn no_text_is_too_odd() {
    for text in texts(3_000) {
        let request = parts(json!({
            "url": &text, "data": &text, "query": [[&text, &text]], "cookies": {&text: &text}, "fragment": &text,
        }));
        for with_secrets in [false, true] {
            let _ = request.address(with_secrets);
            let _ = request.body.as_ref().map(|body| body.raw(Some(&text), with_secrets));
        }
        assert_eq!(request.url.as_deref().unwrap_or_default(), text);
    }
}
