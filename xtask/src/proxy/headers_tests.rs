use super::*;

fn origins() -> Origins {
    Origins {
        local: "http://localhost:8080".into(),
        backend: "https://bugs.example.org".into(),
    }
}

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

#[test]
fn origin_and_referer_of_the_page_become_the_backends() {
    let sent = to_backend(
        &headers(&[
            ("origin", "http://localhost:8080"),
            ("referer", "http://localhost:8080/acme/issues?query=a"),
        ]),
        &origins(),
    );
    assert_eq!(sent["origin"], "https://bugs.example.org");
    assert_eq!(sent["referer"], "https://bugs.example.org/acme/issues?query=a");
}

#[test]
fn a_foreign_origin_stays_foreign() {
    let sent = to_backend(
        &headers(&[
            ("origin", "http://localhost:9999"),
            ("referer", "https://evil.example/x"),
        ]),
        &origins(),
    );
    assert_eq!(sent["origin"], "http://localhost:9999");
    assert_eq!(sent["referer"], "https://evil.example/x");
}

#[test]
fn headers_of_the_connection_stay_behind() {
    let sent = to_backend(
        &headers(&[
            ("connection", "keep-alive"),
            ("host", "localhost:8080"),
            ("accept-encoding", "br"),
        ]),
        &origins(),
    );
    assert_eq!(sent, headers(&[("accept-encoding", "br")]));
}

#[test]
fn cookies_become_fit_for_localhost() {
    for (theirs, ours) in [
        (
            "sessionid=a; Path=/; HttpOnly; SameSite=Lax; Secure",
            "sessionid=a; Path=/; HttpOnly; SameSite=Lax",
        ),
        (
            "csrftoken=b; Domain=.example.org; Path=/; SameSite=None; secure",
            "csrftoken=b; Path=/",
        ),
        (
            "__Host-sessionid=c; Path=/; Secure",
            "localhost-host-sessionid=c; Path=/",
        ),
        (
            "__Secure-csrftoken=d=; Max-Age=5",
            "localhost-secure-csrftoken=d=; Max-Age=5",
        ),
        ("securely=e", "securely=e"),
    ] {
        assert_eq!(local_cookie(theirs), ours);
    }
}

#[test]
fn several_cookies_stay_several() {
    let sent = from_backend(
        &headers(&[("set-cookie", "a=1; Secure"), ("set-cookie", "b=2")]),
        &origins(),
    );
    let cookies: Vec<_> = sent.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1", "b=2"]);
}

#[test]
fn renamed_cookies_get_their_names_back() {
    assert_eq!(
        rename_cookies("a=1; localhost-host-sessionid=c; localhost-secure-x=d"),
        "a=1; __Host-sessionid=c; __Secure-x=d"
    );
}

#[test]
fn locations_of_the_backend_become_relative() {
    for (theirs, ours) in [
        ("https://bugs.example.org/api/0/x/?a=1", Some("/api/0/x/?a=1")),
        ("http://bugs.example.org/login", Some("/login")),
        ("https://bugs.example.org", Some("/")),
        ("https://bugs.example.org.evil.example/", None),
        ("https://accounts.google.com/o/oauth2", None),
        ("/already/relative", None),
    ] {
        assert_eq!(
            relative(theirs, "https://bugs.example.org").as_deref(),
            ours,
            "{theirs}"
        );
    }
}

#[test]
fn links_point_here_in_both_spellings() {
    let malformed = "{'<https://bugs.example.org/api/0/x/?limit=5>; rel=\"next\"; results=\"true\"; cursor=\"cD0y\"'}";
    let sent = from_backend(
        &[(LINK, HeaderValue::from_static(malformed))].into_iter().collect(),
        &origins(),
    );
    assert_eq!(
        sent["link"],
        malformed.replace("https://bugs.example.org", "http://localhost:8080")
    );

    let plain = "<http://bugs.example.org/a>; rel=\"previous\", <https://bugs.example.org/b>; rel=\"next\"";
    let sent = from_backend(
        &[(LINK, HeaderValue::from_static(plain))].into_iter().collect(),
        &origins(),
    );
    assert_eq!(
        sent["link"],
        "<http://localhost:8080/a>; rel=\"previous\", <http://localhost:8080/b>; rel=\"next\""
    );
}

#[test]
fn strict_transport_security_is_dropped() {
    let sent = from_backend(
        &headers(&[("strict-transport-security", "max-age=1"), ("x-hits", "3")]),
        &origins(),
    );
    assert_eq!(sent, headers(&[("x-hits", "3")]));
}
