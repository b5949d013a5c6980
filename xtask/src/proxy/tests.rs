//! A backend that behaves as though it were reached by https, with the proxy before it.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, ORIGIN, SET_COOKIE};
use axum::routing::{get, post};
use tower::ServiceExt;

use super::*;

/// Refuses foreign origins, sets cookies that only https may set, and redirects by whole addresses.
async fn upstream() -> String {
    let listener = crate::web::bind(0).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let own = origin.clone();
    let save = async move |headers: HeaderMap, body: String| {
        let origin_fits = headers.get(ORIGIN).is_some_and(|value| value == own.as_str());
        let cookie_fits = headers.get(COOKIE).is_some_and(|value| value == "__Host-sessionid=s");
        if origin_fits && cookie_fits {
            (StatusCode::OK, format!("saved {body}"))
        } else {
            (StatusCode::FORBIDDEN, format!("{headers:?}"))
        }
    };
    let elsewhere = format!("{origin}/api/0/done/");
    let routes = Router::new()
        .route(
            "/api/sign-in",
            get(async || [(SET_COOKIE, "__Host-sessionid=s; Secure; SameSite=None; Path=/")]),
        )
        .route("/api/save", post(save))
        .route(
            "/api/moved",
            get(async move || (StatusCode::FOUND, [("location", elsewhere)])),
        );
    tokio::spawn(async move { axum::serve(listener, routes).await });
    origin
}

fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, "localhost:8080")
}

async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn a_session_survives_the_way_through_the_proxy() {
    let proxy = router(&upstream().await).unwrap();

    let answer = proxy
        .clone()
        .oneshot(request("GET", "/api/sign-in").body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.headers()[SET_COOKIE], "localhost-host-sessionid=s; Path=/");

    let save = |origin| {
        request("POST", "/api/save")
            .header(ORIGIN, origin)
            .header(COOKIE, "localhost-host-sessionid=s")
            .body(Body::from("it"))
            .unwrap()
    };
    let answer = proxy.clone().oneshot(save("http://localhost:8080")).await.unwrap();
    assert_eq!(text(answer).await, "saved it");
    let answer = proxy.clone().oneshot(save("http://evil.example")).await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);

    let answer = proxy
        .oneshot(request("GET", "/api/moved").body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.headers()["location"], "/api/0/done/");
}

/// The demo server, which now refuses foreign origins and marks its cookies for https only.
async fn strict_demo() -> String {
    let listener = crate::web::bind(0).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let own = origin.clone();
    let demo = crate::backend::demo(crate::backend::Generation::V5_2);
    let demo = demo.layer(axum::middleware::from_fn(
        move |request: Request, next: axum::middleware::Next| {
            let is_foreign = request.headers().get(ORIGIN).is_none_or(|value| value != own.as_str());
            async move {
                if is_foreign && request.method() != "GET" {
                    return StatusCode::FORBIDDEN.into_response();
                }
                let mut response = next.run(request).await;
                for (name, value) in response.headers_mut() {
                    if name == SET_COOKIE {
                        let strict = format!("{}; Secure; SameSite=None", value.to_str().unwrap());
                        *value = HeaderValue::try_from(strict).unwrap();
                    }
                }
                response
            }
        },
    ));
    tokio::spawn(async move { axum::serve(listener, demo).await });
    origin
}

fn cookies(answer: &Response) -> Vec<String> {
    let cookies = answer.headers().get_all(SET_COOKIE).iter();
    cookies.map(|cookie| cookie.to_str().unwrap().to_owned()).collect()
}

fn pair(cookies: &[String], name: &str) -> String {
    let cookie = cookies
        .iter()
        .find(|cookie| cookie.starts_with(&format!("{name}=")))
        .unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn signing_in_to_the_demo_works_as_though_it_were_https() {
    let proxy = router(&strict_demo().await).unwrap();
    let session = request("GET", "/_allauth/browser/v1/auth/session")
        .body(Body::empty())
        .unwrap();
    let answer = proxy.clone().oneshot(session).await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    let first = cookies(&answer);
    assert!(
        !first
            .iter()
            .any(|cookie| cookie.contains("Secure") || cookie.contains("None")),
        "{first:?}"
    );

    let token = pair(&first, "csrftoken");
    let user = &glint_demo::DEMO_USERS[0];
    let sign_in = request("POST", "/_allauth/browser/v1/auth/login")
        .header(ORIGIN, "http://localhost:8080")
        .header(COOKIE, &token)
        .header("x-csrftoken", token.split_once('=').unwrap().1)
        .header(CONTENT_TYPE, "application/json")
        .body(Body::from(format!(
            r#"{{"email": "{}", "password": "{}"}}"#,
            user.email, user.password
        )))
        .unwrap();
    let answer = proxy.clone().oneshot(sign_in).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);

    let list = request("GET", "/api/0/organizations/acme/issues/?limit=5")
        .header(COOKIE, pair(&cookies(&answer), "sessionid"))
        .body(Body::empty())
        .unwrap();
    let answer = proxy.oneshot(list).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let link = answer.headers()["link"].to_str().unwrap();
    assert!(!link.contains("http://127.0.0.1"), "{link}");
}

#[tokio::test]
async fn an_unreachable_backend_is_named() {
    let proxy = router("http://127.0.0.1:9").unwrap();
    let answer = proxy
        .oneshot(request("GET", "/api/x").body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    assert!(
        text(answer)
            .await
            .starts_with("{\"detail\":\"The proxy cannot reach http://127.0.0.1:9: ")
    );
}

#[test]
fn only_web_addresses_are_backends() {
    for address in ["glitchtip.example.org", "ftp://x", "/api", ""] {
        assert!(router(address).is_err(), "{address}");
    }
    let backend = Backend::parse("https://example.org:8443/bugs/").unwrap();
    assert_eq!(
        (backend.origin.as_str(), backend.path.as_str()),
        ("https://example.org:8443", "/bugs")
    );
}
