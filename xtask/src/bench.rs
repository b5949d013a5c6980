//! `bench`: times of the release build in a real browser.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{backend, chromium, node, paths, preview, sh, web};

/// Measures the release build in Chromium: time to the first row and to 50, requests, bytes, blocking, and the way
/// from the list to an issue and back, once as fast as it goes, once slowed down; keys and scrolling in that list; the list
/// of monitors with 100 and with 1 500; a chart of 1 000 to 100 000 points.
///
/// Run `cargo xtask dist` first. Medians; a busy machine makes them worse.
#[derive(clap::Args)]
pub struct Args {
    /// Visits for each condition
    #[arg(long, default_value_t = 5)]
    runs: u32,

    /// Milliseconds that every answer of the demo server waits: what a real one takes for its list
    #[arg(long, default_value_t = 66)]
    api_delay: u64,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    node::packages()?;
    let Some(chromium) = chromium::find() else {
        bail!("there is no Chromium; run `cargo xtask setup`")
    };
    let site = preview::site("/")?;
    let runtime = tokio::runtime::Runtime::new().context("starting the local server")?;
    let listener = runtime.block_on(web::bind(0))?;
    let address = format!("http://localhost:{}", listener.local_addr()?.port());
    let delay = Duration::from_millis(args.api_delay);
    runtime.spawn(async move {
        let demo = backend::Choice {
            backend: None,
            generation: backend::Generation::V5_2,
        };
        preview::serve(listener, site, &demo, delay).await
    });
    sh::run(
        Command::new("node")
            .arg(paths::root().join("tests/bench/bench.mjs"))
            .env("GLINT_BASE_URL", address)
            .env("GLINT_CHROMIUM", chromium)
            .env("GLINT_BENCH_RUNS", args.runs.to_string()),
    )
}
