//! Where things are: the repository, its build output and the folders the verbs share.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::sh;

/// The root of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Cargo's target directory, as cargo itself sees it (`CARGO_TARGET_DIR`, configuration or `target/`).
///
/// Fails when `cargo metadata` does.
pub fn target() -> Result<&'static Path> {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    if let Some(found) = TARGET.get() {
        return Ok(found);
    }
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let text = sh::capture(Command::new(sh::cargo()).current_dir(root()).args([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?;
    let metadata: Metadata = serde_json::from_str(&text).context("reading the answer of `cargo metadata`")?;
    Ok(TARGET.get_or_init(|| metadata.target_directory))
}

/// The finished static site, made by `dist`.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What `serve` builds and shows.
pub fn dev_site() -> Result<PathBuf> {
    Ok(target()?.join("glint-dev-site"))
}

/// The folder of the Playwright tests, which is also where the Node packages are.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

/// The wasm as cargo linked it in release mode: not split, not optimised, with its name section.
pub fn linked_wasm() -> Result<PathBuf> {
    Ok(target()?.join("wasm32-unknown-unknown/release/glint-app.wasm"))
}
