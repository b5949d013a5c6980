//! Playwright over the release build, with a demo server of each generation.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::tally::Tally;
use crate::{backend, chromium, paths, preview, web};

#[derive(Deserialize)]
struct Report {
    stats: Stats,
    #[serde(default)]
    errors: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
    skipped: u64,
}

/// Runs the browser tests against `dist/` and counts. `arguments` are Playwright's own.
pub fn run(arguments: &[String]) -> Result<Tally> {
    let Some(chromium) = chromium::find() else {
        bail!("there is no Chromium; run `cargo xtask setup`")
    };
    let runtime = tokio::runtime::Runtime::new().context("starting the local servers")?;
    let older = runtime.block_on(start(backend::Generation::V5_2))?;
    let newer = runtime.block_on(start(backend::Generation::V6_1))?;

    let addresses = [("GLINT_BASE_URL", older), ("GLINT_BASE_URL_6_1", newer)];
    // What measures frames and tasks needs both cores for itself.
    let together = play(&chromium, &addresses, &["--grep-invert=@alone"], arguments)?;
    let alone = play(&chromium, &addresses, &["--grep=@alone", "--workers=1"], arguments)?;
    Ok(Tally {
        passed: together.passed + alone.passed,
        failed: together.failed + alone.failed,
        skipped: together.skipped + alone.skipped,
    })
}

/// Runs some of the tests.
fn play(chromium: &Path, addresses: &[(&str, String)], which: &[&str], arguments: &[String]) -> Result<Tally> {
    let report = paths::target()?.join("playwright-report.json");
    if report.exists() {
        std::fs::remove_file(&report).with_context(|| format!("removing {}", report.display()))?;
    }
    let status = Command::new("node")
        .current_dir(paths::e2e())
        .args([
            "node_modules/@playwright/test/cli.js",
            "test",
            "--reporter=list,json",
            "--pass-with-no-tests",
        ])
        .args(which)
        .args(arguments)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("GLINT_CHROMIUM", chromium)
        .envs(addresses.iter().map(|(name, address)| (name, address)))
        .status()
        .context("Playwright could not be started")?;
    let text = std::fs::read_to_string(&report).context("Playwright left no report; see the lines above")?;
    let report: Report = serde_json::from_str(&text).context("reading Playwright's report")?;
    for error in &report.errors {
        eprintln!("{}", error["message"].as_str().unwrap_or_default());
    }
    let stats = report.stats;
    let mut tally = Tally {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
    };
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// Serves the release build on a free port, for as long as the runtime lives; gives its address.
async fn start(generation: backend::Generation) -> Result<String> {
    let listener = web::bind(0).await?;
    let address = format!("http://localhost:{}", listener.local_addr()?.port());
    let site = preview::site("/")?;
    let choice = backend::Choice {
        backend: None,
        generation,
    };
    tokio::spawn(async move { preview::serve(listener, site, &choice, Duration::ZERO).await });
    Ok(address)
}
