//! A visitor of the demo: one router, a cookie jar, and short words for requests.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use glint_demo::{Generation, Options};
use glint_model::timestamp::Timestamp;
use http_body_util::BodyExt;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tower::ServiceExt;

/// The moment that all tests happen at.
pub const NOW: &str = "2026-11-23T12:00:00.000Z";

/// A browser of sorts.
pub struct Visitor {
    pub router: Router,
    pub cookies: BTreeMap<String, String>,
    /// Whether unsafe requests carry the CSRF token.
    pub sends_csrf: bool,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// A header, empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The cursor of a `Link` relation, read as loosely as a client must.
    pub fn cursor(&self, rel: &str) -> Option<String> {
        let link = self.header("link");
        let part = link
            .split(", <")
            .find(|part| part.contains(&format!("rel=\"{rel}\"; results=\"true\"")))?;
        let rest = part.split("cursor=\"").nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    }
}

pub fn options(generation: Generation) -> Options {
    Options {
        generation,
        now: Timestamp::parse(NOW),
        ..Options::default()
    }
}

impl Visitor {
    /// Nobody yet, at a 5.2 server.
    pub fn anonymous() -> Self {
        Self::at(options(Generation::V5_2))
    }

    pub fn at(options: Options) -> Self {
        Self {
            router: glint_demo::router(options),
            cookies: BTreeMap::new(),
            sends_csrf: true,
        }
    }

    /// Somebody who has signed in.
    pub async fn signed_in(email: &str) -> Self {
        let mut visitor = Self::anonymous();
        visitor.sign_in(email).await;
        visitor
    }

    pub async fn admin() -> Self {
        Self::signed_in("admin@example.com").await
    }

    pub async fn admin_6_1() -> Self {
        let mut visitor = Self::at(options(Generation::V6_1));
        visitor.sign_in("admin@example.com").await;
        visitor
    }

    pub async fn sign_in(&mut self, email: &str) {
        self.get("/_allauth/browser/v1/config").await;
        let body = serde_json::json!({"email": email, "password": "demo"});
        let answer = self.send("POST", "/_allauth/browser/v1/auth/login", Some(body)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }

    /// Sends a request, keeps the cookies.
    pub async fn send(&mut self, method: &str, path: &str, body: Option<Value>) -> Answer {
        self.send_with(method, path, body, &[]).await
    }

    pub async fn send_with(
        &mut self,
        method: &str,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        self.send_text(method, path, body, headers).await
    }

    /// Sends a body that need not be JSON.
    pub async fn send_text(&mut self, method: &str, path: &str, body: String, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1:8000");
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        request = request.header("cookie", cookies.join("; "));
        if let Some(token) = self
            .cookies
            .get("csrftoken")
            .filter(|_| self.sends_csrf && method != "GET")
        {
            request = request.header("x-csrftoken", token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router never fails");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let text = cookie.to_str().expect("text");
            let (name, rest) = text.split_once('=').expect("a pair");
            let value = rest.split(';').next().unwrap_or_default();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

/// The contract beside the checkout; None in a clone that comes without it.
pub fn contract() -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: the contract folder ../shared is not beside this checkout");
    None
}

/// A file of the contract.
pub fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("the contract is readable")).expect("the contract is JSON")
}

/// The number of the busiest issue, which has everything.
pub async fn busiest(visitor: &mut Visitor) -> String {
    let list = visitor
        .get("/api/0/organizations/acme/issues/?sort=-count&limit=1")
        .await
        .json();
    list[0]["id"].as_str().expect("an id").to_owned()
}

/// A path of the contract with the names that the demo has.
pub fn fill(template: &str, issue: &str) -> String {
    template
        .replace("{organization_slug}", "acme")
        .replace("{project_slug}", "shop-api")
        .replace("{user_id}", "me")
        .replace("{issue_id}", issue)
        .replace("{monitor_id}", "2")
        .replace("{team_slug}", "backend")
        .replace("{member_id}", "2")
}
