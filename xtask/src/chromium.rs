//! A Chromium for the tests: found where there is one, installed where there is none.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, sh};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// The browser to use: `GLINT_CHROMIUM`, then one on the PATH, then Playwright's own.
pub fn find() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("GLINT_CHROMIUM") {
        return Some(chosen.into());
    }
    on_path().or_else(of_playwright)
}

/// Makes sure that there is a Chromium.
///
/// As root on Debian it comes from apt, elsewhere from Playwright's download.
pub fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if Path::new("/etc/debian_version").exists() && is_root() {
        sh::step("Installing Debian's Chromium", || {
            sh::run(Command::new("apt-get").args(["update", "-q"]))?;
            sh::run(
                Command::new("apt-get")
                    .args(["install", "-y", "-q", "--no-install-recommends", "chromium"])
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )
        })?;
    } else {
        sh::step("Downloading Playwright's Chromium", || {
            sh::run(Command::new("node").current_dir(paths::e2e()).args([
                "node_modules/playwright-core/cli.js",
                "install",
                "chromium",
            ]))
            .context("install Chromium or Chrome yourself, or put its path into GLINT_CHROMIUM")
        })?;
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!("there is still no Chromium; install one, or put its path into GLINT_CHROMIUM"),
    }
}

fn on_path() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)))
        .find(|path| path.is_file())
}

fn of_playwright() -> Option<PathBuf> {
    let script = "console.log(require('playwright-core').chromium.executablePath())";
    let path = sh::capture(Command::new("node").current_dir(paths::e2e()).args(["-e", script]))
        .ok()
        .map(PathBuf::from)?;
    path.is_file().then_some(path)
}

fn is_root() -> bool {
    sh::capture(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}
