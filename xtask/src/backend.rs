//! What answers GlitchTip's paths: the demo server, or a real GlitchTip behind the proxy.

use std::time::Duration;

use anyhow::Result;
use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use clap::ValueEnum;

use crate::proxy;

/// The choice of a backend, shared by the verbs that serve.
#[derive(clap::Args)]
pub struct Args {
    /// A GlitchTip to talk to, such as https://glitchtip.example.org; without it the demo server answers
    #[arg(long, value_name = "URL")]
    pub backend: Option<String>,

    /// Which GlitchTip the demo server is like
    #[arg(long, default_value = "5.2")]
    pub generation: Generation,
}

/// The two GlitchTips in use.
#[derive(Clone, Copy, ValueEnum)]
pub enum Generation {
    /// Late 2025
    #[value(name = "5.2")]
    V5_2,
    /// Mid 2026
    #[value(name = "6.1")]
    V6_1,
}

/// The routes of the chosen backend.
///
/// Fails when the URL of a real one cannot be used.
pub fn router(args: &Args) -> Result<Router> {
    match &args.backend {
        Some(url) => proxy::router(url),
        None => Ok(demo(args.generation)),
    }
}

/// The demo server's routes.
pub fn demo(_generation: Generation) -> Router {
    Router::new().fallback(async || {
        let body = r#"{"detail": "the demo server is not built yet"}"#;
        (
            StatusCode::SERVICE_UNAVAILABLE,
            [(header::CONTENT_TYPE, "application/json")],
            body,
        )
            .into_response()
    })
}

/// Lets every answer wait, as a server some way off would.
pub fn delayed(backend: Router, by: Duration) -> Router {
    backend.layer(middleware::from_fn(move |request: Request, next: Next| async move {
        tokio::time::sleep(by).await;
        next.run(request).await
    }))
}

/// Prints how to sign in.
pub fn print_sign_in(args: &Args) {
    match &args.backend {
        Some(url) => println!("  Sign in with your account of {url}"),
        None => println!("  Sign in as"),
    }
}
