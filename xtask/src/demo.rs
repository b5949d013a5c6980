//! `demo`: the demo server alone.

use anyhow::Result;

use crate::{backend, sh, web};

/// Runs the demo server alone, for `trunk serve`, whose proxy looks for it on port 8001.
#[derive(clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8001)]
    port: u16,

    /// Which GlitchTip the demo server is like
    #[arg(long, default_value = "5.2")]
    generation: backend::Generation,
}

/// Runs the verb.
#[tokio::main]
pub async fn run(args: &Args) -> Result<()> {
    let listener = web::bind(args.port).await?;
    sh::say(&format!(
        "The demo server answers on http://localhost:{}",
        listener.local_addr()?.port()
    ));
    backend::print_sign_in(&backend::Choice {
        backend: None,
        generation: args.generation,
    });
    axum::serve(listener, backend::demo(args.generation)).await?;
    Ok(())
}
