//! `setup`: everything that building, serving and testing need, installed where it is missing.

use anyhow::Result;

use crate::{chromium, node, sh, tools};

/// Installs what is missing: the wasm target, Trunk, wasm-bindgen, the Node packages and a Chromium.
///
/// What is there in the right version stays as it is. `serve`, `dist` and `test` do their part of this
/// themselves.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the verb.
pub fn run(_args: &Args) -> Result<()> {
    for_tests()?;
    sh::say("Everything is there. Next: `cargo xtask serve`");
    Ok(())
}

/// What a development build needs.
pub fn for_serving() -> Result<()> {
    tools::wasm_target()?;
    tools::trunk()?;
    tools::wasm_bindgen()
}

/// What a release build needs.
pub fn for_release() -> Result<()> {
    for_serving()?;
    node::packages()
}

/// What the whole test run needs.
pub fn for_tests() -> Result<()> {
    for_release()?;
    chromium::ensure().map(|_| ())
}
