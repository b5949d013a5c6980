//! The local web server of `serve` and `preview`: the site's files, the backend's paths, one origin.

pub mod files;
pub mod reload;
pub mod routes;
pub mod rules;
pub mod security;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use tokio::net::TcpListener;
use tower::ServiceExt;

use files::Site;
use reload::Reload;

/// What answers on the one origin.
pub struct Origin {
    /// The static files.
    pub site: Site,
    /// What answers the paths of [`routes::is_backend`].
    pub backend: Router,
    /// Tells open pages about a new build; only while developing.
    pub reload: Option<Reload>,
}

/// Binds `port` on the loopback interface; 0 takes a free one.
///
/// Fails when the port is taken.
pub async fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .await
        .with_context(|| format!("port {port} of 127.0.0.1 is taken; choose another with --port"))
}

/// Answers requests until the program ends.
pub async fn run(listener: TcpListener, origin: Origin) -> Result<()> {
    axum::serve(listener, router(origin))
        .await
        .context("the local web server stopped")
}

fn router(origin: Origin) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(origin))
}

async fn answer(State(origin): State<Arc<Origin>>, mut request: Request) -> Response {
    let path = request.uri().path();
    if let Some(reload) = &origin.reload
        && let Some(response) = reload.answer(path)
    {
        return response;
    }
    // Hosted under a sub-path, the backend may be asked at the root of the origin or below that path.
    let below_base = origin.site.below_base(path).map(|rest| format!("/{rest}"));
    if let Some(inner) = below_base.filter(|inner| inner != path && routes::is_backend(inner)) {
        let query = request
            .uri()
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        if let Ok(uri) = format!("{inner}{query}").parse() {
            *request.uri_mut() = uri;
        }
    }
    if routes::is_backend(request.uri().path()) {
        return match origin.backend.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
    }
    let mut response = origin
        .site
        .answer(request.method(), request.uri().path(), request.headers())
        .await;
    if let Some(reload) = &origin.reload {
        response = reload.inject(response).await;
    }
    response
}
