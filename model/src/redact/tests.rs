use super::{Hider, Kind, Kinds, find, kind_of_key};
use crate::testing::texts;
use std::time::Instant;

/// The text as it would leave.
fn hidden(text: &str) -> String {
    Hider::new(Kinds::EVERY).hide(text, &find(text)).text
}

const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

/// A secret that must not leave, wherever it stands, and what it is.
fn secrets() -> Vec<(Kind, String)> {
    // Put together here, so that no scanner takes this file for a leak.
    let made = |prefix: &str, rest: &str| format!("{prefix}{rest}");
    vec![
        (Kind::Token, JWT.to_owned()),
        (Kind::Token, made("AKIA", "IOSFODNN7EXAMPLE")),
        (Kind::Token, made("ghp", "_16C7e42F292c6912E7710c838347Ae178B4a")),
        (Kind::Token, made("github_pat", "_11ABCDEFG0123456789_abcdefghijkl")),
        (Kind::Token, made("glpat", "-x9Zk2LmN4pQrStUvWxYz")),
        (Kind::Token, made("sk_live", "_4eC39HqLyjWDarjtT1zdp7dc")),
        (Kind::Token, made("xoxb", "-123456789012-abcdefGHIJKL")),
        (Kind::Token, made("AIza", "SyA1234567890abcdefghijklmnopqrstuv")),
        (Kind::Token, made("npm", "_abcdefghijklmnopqrstuvwxyz0123456789")),
        (Kind::Email, "ann.lee+shop@mail.example.com".to_owned()),
        (Kind::Ip, "203.0.113.77".to_owned()),
        (Kind::Ip, "2001:db8::8a2e:370:7334".to_owned()),
        (Kind::Card, "4111 1111 1111 1111".to_owned()),
        (Kind::Card, "5555555555554444".to_owned()),
        (
            Kind::PrivateKey,
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEow+/=\nIBAAKC\n-----END RSA PRIVATE KEY-----".to_owned(),
        ),
    ]
}

#[test]
fn each_kind_is_found_and_named() {
    for (text, want) in [
        ("mail ann@example.com now", "mail [e-mail 1] now"),
        ("<ann@example.com>, \"bob@b.example\"", "<[e-mail 1]>, \"[e-mail 2]\""),
        ("?to=ann%40example.com&x", "?to=[e-mail 1]&x"),
        ("müller@bücher.example!", "[e-mail 1]!"),
        ("from 10.1.2.3:443.", "from [IP address 1]:443."),
        ("ip:10.1.2.3", "ip:[IP address 1]"),
        ("[2001:db8::1]:80", "[[IP address 1]]:80"),
        ("::ffff:10.0.0.9 said", "[IP address 1] said"),
        ("card 4111-1111-1111-1111.", "card [card number 1]."),
        (
            "https://ann:s3cr3t@db.example/x",
            "https://ann:[password 1]@db.example/x",
        ),
        ("postgres://u:p/a#ss@db:5432/x", "postgres://u:[password 1]@db:5432/x"),
        ("redis://:p%40ss@cache:6379/0", "redis://:[password 1]@cache:6379/0"),
        (
            "dsn=https://0123456789abcdef0123456789abcdef@glitchtip.example/12.",
            "dsn=[DSN 1].",
        ),
        (
            "/api/1/security/?glitchtip_key=0a1b2c; x",
            "/api/1/security/?glitchtip_key=[DSN 1]; x",
        ),
        ("password=hunter2&x=1", "password=[password 1]&x=1"),
        (
            "{\"password\": \"hun ter\\\"2\", \"x\": 1}",
            "{\"password\": \"[password 1]\", \"x\": 1}",
        ),
        (
            "{\\\"password\\\": \\\"hunter2\\\"}",
            "{\\\"password\\\": \\\"[password 1]\\\"}",
        ),
        ("{'api_key': b'abc-def'}", "{'api_key': b'[token 1]'}"),
        ("db_password%3Dhunter2%26", "db_password%3D[password 1]"),
        ("if password == 'hunter2':", "if password == '[password 1]':"),
        ("X-Api-Key: 0a1b2c3d", "X-Api-Key: [token 1]"),
        (
            "Authorization: Basic dXNlcjpwYXNz\nHost: x",
            "Authorization: [authorization 1]\nHost: x",
        ),
        (
            "curl -H 'Authorization: Bearer abc' https://x",
            "curl -H 'Authorization: [authorization 1]' https://x",
        ),
        ("Cookie: a=1; b=2\r\nHost: x", "Cookie: [cookie 1]\r\nHost: x"),
        ("\"set-cookie\": \"a=1; Path=/\"", "\"set-cookie\": \"[cookie 1]\""),
        ("sent Bearer abc123def456", "sent Bearer [token 1]"),
        (
            "https://hooks.slack.com/services/T0/B0/abc",
            "https://hooks.slack.com/services/[token 1]",
        ),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", "[private key 1]"),
        (
            "ann@a.example bob@b.example ann@a.example",
            "[e-mail 1] [e-mail 2] [e-mail 1]",
        ),
    ] {
        assert_eq!(hidden(text), want);
    }
}

#[test]
fn what_is_not_private_stays() {
    for text in [
        "",
        "KeyError: 'total'",
        "File \"shop/views.py\", line 88, in charge",
        "token = request.get_token()",
        "SyntaxError: Unexpected token: identifier",
        "password: None",
        "'password': '[Filtered]', 'token': '********'",
        "Mozilla/5.0 (X11) Chrome/120.0.0.0 Safari/537.36",
        "http://127.0.0.1:8000/ and ::1 and 0.0.0.0",
        "std::vec::Vec<T> at 12:30:45 in a::b",
        "1794920010723 and 1f9d100e084d44fe969720b64face499",
        "0.4111111111111111",
        "4111111111111112",
        "npm install @sentry/browser@8.1.2",
        "https://shop.example:8443/a/@user/x",
        "Basic authentication is required",
        "the risk-sk-management-of-things is sk-learn",
        "token_type: \"bearer\", max_tokens: 4096",
        "1.2.3.4.5 and v1.2.3.4 and 300.1.1.1",
    ] {
        assert_eq!(hidden(text), text);
    }
}

#[test]
fn names_tell_what_is_behind_them() {
    for (name, want) in [
        ("password", Some(Kind::Password)),
        ("DB_PASSWORD", Some(Kind::Password)),
        ("user.passwd", Some(Kind::Password)),
        ("X-API-Key", Some(Kind::Token)),
        ("csrfmiddlewaretoken", Some(Kind::Token)),
        ("clientSecret", Some(Kind::Token)),
        ("PHPSESSID", Some(Kind::Token)),
        ("HTTP_AUTHORIZATION", Some(Kind::Authorization)),
        ("Set-Cookie", Some(Kind::Cookie)),
        ("author", None),
        ("passenger", None),
        ("token_type", None),
        ("tokenizer", None),
        ("", None),
        ("é", None),
    ] {
        assert_eq!(kind_of_key(name), want, "{name}");
    }
}

#[test]
fn a_planted_secret_does_not_leave() {
    for (round, noise) in texts(3_000).enumerate() {
        let all = secrets();
        let (kind, secret) = &all[round % all.len()];
        // Letters and digits at its sides would make another word of it.
        let text = format!("{noise} {secret} {noise}");
        let out = hidden(&text);
        assert!(!out.contains(secret.as_str()), "{kind:?}: {text:?} leaves as {out:?}");
        let named = format!("{{\"x\": \"{noise}\", \"api_secret\": \"{}\"}}", "q8Zr".repeat(5));
        if !noise.contains(['"', '\\', '\'']) {
            assert!(!hidden(&named).contains("q8Zrq8Zr"), "{named:?}");
        }
    }
}

#[test]
fn findings_lie_between_characters_and_in_order() {
    for text in texts(6_000) {
        for text in [
            text.clone(),
            format!("password={text}"),
            format!("a@b.example{text}://x:{text}@y"),
        ] {
            let found = find(&text);
            for one in &found {
                assert!(
                    text.get(one.range.clone()).is_some_and(|part| !part.is_empty()),
                    "{text:?} {one:?}"
                );
            }
            assert!(found.is_sorted_by_key(|one| one.range.start), "{text:?}");
            let out = Hider::new(Kinds::EVERY).hide(&text, &found);
            for mark in &out.marks {
                let part = &out.text[mark.clone()];
                assert!(part.starts_with('[') && part.ends_with(']'), "{part}");
            }
            assert_eq!(Hider::new(Kinds::NONE).hide(&text, &found).text, text);
        }
    }
}

#[test]
fn what_overlaps_is_hidden_as_long_as_one_of_its_kinds_is() {
    let text = format!("Authorization: Bearer {JWT}");
    let found = find(&text);
    let kinds = Kinds::EVERY.with(Kind::Authorization, false);
    assert_eq!(
        Hider::new(kinds).hide(&text, &found).text,
        "Authorization: Bearer [token 1]"
    );
    let kinds = Kinds::EVERY.with(Kind::Token, false);
    assert_eq!(
        Hider::new(kinds).hide(&text, &found).text,
        "Authorization: [authorization 1]"
    );
}

/// Texts that cost far more than their length where something is read again and again; the bound leaves room for a slow
/// machine and a build without optimisation.
#[test]
fn long_and_hostile_texts_take_bounded_time() {
    for piece in [
        "a@",
        "eyJ-",
        "eyJ.",
        "://",
        "://a:",
        "a:b@",
        "password=",
        "password=\"",
        "password='\n",
        "token:",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----\n",
        "4111 ",
        "1.",
        "1.2.3.4.",
        "::",
        "a:1:",
        "sk-",
        "Bearer ",
        "gh",
        "%40",
        "%3D",
        "\\\"",
        "cookie:",
        "'cookie:",
        "é",
        "x",
    ] {
        let text = piece.repeat(500_000 / piece.len());
        let start = Instant::now();
        let found = find(&text);
        let out = Hider::new(Kinds::EVERY).hide(&text, &found);
        let took = start.elapsed();
        assert!(took.as_millis() < 5_000, "{piece:?} took {took:?}");
        assert!(out.text.len() < 40 * text.len());
    }
}
