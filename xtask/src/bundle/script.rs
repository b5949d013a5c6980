//! Makes scripts small, with esbuild.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{node, sh};

/// Makes one module of `from` and everything it imports.
///
/// wasm-bindgen's module, the chunk loader and the snippets of crates would otherwise be requests of their own.
pub fn bundle_module(from: &Path, to: &Path) -> Result<()> {
    // wasm-bindgen lists the chunk loader once for every chunk.
    esbuild(
        from,
        to,
        &["--bundle", "--format=esm", "--log-override:duplicate-object-key=silent"],
    )
}

/// Makes a classic script smaller.
pub fn minify(from: &Path, to: &Path) -> Result<()> {
    esbuild(from, to, &[])
}

fn esbuild(from: &Path, to: &Path, more: &[&str]) -> Result<()> {
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(to);
    let mut command = Command::new("node");
    command.arg(node::script("esbuild/bin/esbuild")).arg(from).arg(outfile);
    command.args([
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
        "--legal-comments=none",
    ]);
    sh::run(command.args(more))
}
