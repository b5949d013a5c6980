//! A request and a response as plain values, so that the whole server is a function that tests can call.

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;

/// A request with its body read.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Such as `GET`, upper case.
    pub method: String,
    /// The path as sent, percent-encoding kept.
    pub path: String,
    /// The query as sent, without the question mark.
    pub raw_query: String,
    /// Header names (lower case) and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of a cookie; where a name is sent twice, the first one.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .filter(|(key, _)| key == "cookie")
            .flat_map(|(_, value)| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// The segments of the path, each decoded; the empty one after a trailing slash is left out.
    pub fn segments(&self) -> Vec<String> {
        let path = self.path.strip_suffix('/').unwrap_or(&self.path);
        path.split('/')
            .skip(1)
            .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
            .collect()
    }

    /// The pairs of the query, decoded.
    pub fn query(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.raw_query.as_bytes()).into_owned().collect()
    }

    /// Whether the method may change something, which is when CSRF is checked.
    pub fn is_unsafe(&self) -> bool {
        !matches!(self.method.as_str(), "GET" | "HEAD" | "OPTIONS")
    }

    /// Scheme and host as the client wrote them, for the links in answers.
    pub fn origin_of_host(&self) -> String {
        format!("http://{}", self.header("host").unwrap_or("localhost"))
    }
}

/// An answer, and how long to hold it back.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Header names (lower case) and values; `set-cookie` may repeat.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// How long to wait before the answer is sent.
    pub delay: Duration,
}

impl Response {
    /// A JSON answer, typed as `/api/0` types it.
    pub fn json(status: u16, body: &impl Serialize) -> Self {
        Self::typed(status, "application/json; charset=utf-8", to_bytes(body))
    }

    /// A JSON answer, typed as allauth types it.
    pub fn auth_json(status: u16, body: &impl Serialize) -> Self {
        Self::typed(status, "application/json", to_bytes(body))
    }

    /// An HTML or plain-text answer; Django calls both HTML.
    pub fn html(status: u16, body: impl Into<String>) -> Self {
        Self::typed(status, "text/html; charset=utf-8", body.into().into_bytes())
    }

    /// An answer without a body, such as 204.
    pub fn empty(status: u16) -> Self {
        Self::typed(status, "application/json; charset=utf-8", Vec::new())
    }

    /// `{"detail": ...}`, the shape of most refusals of `/api/0`.
    pub fn detail(status: u16, detail: impl Into<Value>) -> Self {
        let problem = glint_model::wire::problem::Problem {
            detail: Some(detail.into()),
            message: None,
        };
        Self::json(status, &problem)
    }

    /// 404 for a record that is not there, or not for this user.
    pub fn not_found() -> Self {
        Self::detail(404, "Not Found")
    }

    /// The same answer with one more header.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    fn typed(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self {
            status,
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body,
            delay: Duration::ZERO,
        }
    }
}

/// The wire types have text keys and no failing serializers, so the error arm is never seen; it stays honest anyway.
fn to_bytes(body: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(body).unwrap_or_else(|error| format!("{{\"detail\":\"{error}\"}}").into_bytes())
}
