//! What answers GlitchTip's paths: the demo server, or a real GlitchTip behind the proxy.

use std::time::Duration;

use anyhow::Result;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use clap::ValueEnum;

use crate::{paths, proxy};

/// The choice of a backend, shared by the verbs that serve.
#[derive(clap::Args)]
pub struct Choice {
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
pub fn router(choice: &Choice) -> Result<Router> {
    match &choice.backend {
        Some(url) => proxy::router(url),
        None => Ok(demo(choice.generation)),
    }
}

/// The demo server's routes. Events that GlitchTip really sent are served too, where their recordings are.
pub fn demo(generation: Generation) -> Router {
    let recordings = paths::root().join("../shared/contract/recordings");
    glint_demo::router(glint_demo::Options {
        generation: match generation {
            Generation::V5_2 => glint_demo::Generation::V5_2,
            Generation::V6_1 => glint_demo::Generation::V6_1,
        },
        recordings: recordings.is_dir().then_some(recordings),
        ..glint_demo::Options::default()
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
pub fn print_sign_in(choice: &Choice) {
    if let Some(url) = &choice.backend {
        println!("  Sign in with your account of {url}");
        return;
    }
    println!("  Sign in as");
    for user in glint_demo::DEMO_USERS {
        println!("    {:<26} {:<10} {}", user.email, user.password, user.purpose);
    }
}
