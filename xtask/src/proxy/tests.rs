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
