//! The same-origin proxy to a real GlitchTip, so that the app on `http://localhost` can use a session of a
//! server somewhere else.

mod headers;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use headers::Origins;

struct Proxy {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    backend: Backend,
}

/// A GlitchTip's address, taken apart.
struct Backend {
    /// Such as `https://glitchtip.example.org`.
    origin: String,
    authority: HeaderValue,
    /// Where GlitchTip lies on that host, without a slash at the end; mostly empty.
    path: String,
}

/// Routes that hand every request on to the GlitchTip at `url`.
///
/// Fails when `url` is not an http or https address or the system's certificates cannot be read.
pub fn router(url: &str) -> Result<Router> {
    let mut connector = HttpConnector::new();
    connector.enforce_http(false);
    connector.set_connect_timeout(Some(Duration::from_secs(10)));
    let connector = HttpsConnectorBuilder::new()
        .with_native_roots()
        .context("the system's certificate store could not be read")?
        .https_or_http()
        .enable_http1()
        .wrap_connector(connector);
    let client = Client::builder(TokioExecutor::new()).build(connector);
    let proxy = Proxy {
        client,
        backend: Backend::parse(url)?,
    };
    Ok(Router::new().fallback(hand_on).with_state(Arc::new(proxy)))
}

impl Backend {
    fn parse(url: &str) -> Result<Self> {
        let explain = || format!("--backend wants an address such as https://glitchtip.example.org, not {url:?}");
        let uri: Uri = url.parse().with_context(explain)?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"));
        let (Some(scheme), Some(authority)) = (scheme, uri.authority()) else {
            anyhow::bail!(explain());
        };
        Ok(Self {
            origin: format!("{scheme}://{authority}"),
            authority: HeaderValue::try_from(authority.as_str()).with_context(explain)?,
            path: uri.path().trim_end_matches('/').to_owned(),
        })
    }
}

async fn hand_on(State(proxy): State<Arc<Proxy>>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let host = parts
        .headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("localhost");
    let origins = Origins {
        local: format!("http://{host}"),
        backend: proxy.backend.origin.clone(),
    };
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let target = format!("{}{}{path}", proxy.backend.origin, proxy.backend.path);
    let Ok(target) = target.parse::<Uri>() else {
        return refuse("The proxy cannot build an address of the backend from this path.");
    };
    parts.headers = headers::to_backend(&parts.headers, &origins);
    parts.headers.insert(HOST, proxy.backend.authority.clone());
    parts.uri = target;
    match proxy.client.request(Request::from_parts(parts, body)).await {
        Ok(answer) => {
            let (mut parts, body) = answer.into_parts();
            parts.headers = headers::from_backend(&parts.headers, &origins);
            Response::from_parts(parts, Body::new(body))
        }
        Err(error) => {
            let mut reason = error.to_string();
            let mut cause = std::error::Error::source(&error);
            while let Some(deeper) = cause {
                reason = deeper.to_string();
                cause = deeper.source();
            }
            refuse(&format!("The proxy cannot reach {}: {reason}", proxy.backend.origin))
        }
    }
}

fn refuse(detail: &str) -> Response {
    let body = serde_json::json!({ "detail": detail }).to_string();
    (StatusCode::BAD_GATEWAY, [(CONTENT_TYPE, "application/json")], body).into_response()
}

#[cfg(test)]
mod tests;
