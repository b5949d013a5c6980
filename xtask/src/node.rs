//! The Node packages of `tests/e2e`: Playwright, axe, esbuild and binaryen.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, sh};

const OLDEST_NODE: u32 = 20;

/// Makes sure that Node is there and that the packages are those of `package-lock.json`.
pub fn packages() -> Result<()> {
    let version = sh::capture(Command::new("node").arg("--version"))
        .with_context(|| format!("install Node.js {OLDEST_NODE} or newer (https://nodejs.org)"))?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|text| text.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js {version} is too old; install {OLDEST_NODE} or newer (https://nodejs.org)");
    }
    let folder = paths::e2e();
    let lock = std::fs::read(folder.join("package-lock.json")).context("reading tests/e2e/package-lock.json")?;
    let installed_from = folder.join("node_modules/.glint-lock.json");
    if std::fs::read(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    sh::step("Installing the Node packages", || {
        sh::run(
            Command::new(npm())
                .current_dir(&folder)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        )
        .context("the Node packages could not be installed; is the npm registry reachable?")
    })?;
    std::fs::write(&installed_from, lock).with_context(|| format!("writing {}", installed_from.display()))
}

/// A program that one of the packages brought, to be run by `node`.
pub fn script(relative: &str) -> PathBuf {
    paths::e2e().join("node_modules").join(relative)
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
