//! The Rust-side tools of the build: which versions are wanted, which are there, and how to get them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{paths, sh};

/// Trunk needs Rust 1.96 from 0.22 on.
const TRUNK: &str = "0.21.14";

/// Makes sure that the standard library for wasm is there.
pub fn wasm_target() -> Result<()> {
    let sysroot = sh::capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot)
        .join("lib/rustlib/wasm32-unknown-unknown/lib")
        .is_dir()
    {
        return Ok(());
    }
    sh::step("Adding the wasm32-unknown-unknown target", || {
        sh::run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
            .context("install the standard library for wasm32-unknown-unknown the way your Rust was installed")
    })
}

/// Makes sure that Trunk is there in the wanted version.
pub fn trunk() -> Result<()> {
    if installed("trunk").as_deref() == Some(TRUNK) {
        return Ok(());
    }
    cargo_install(
        "trunk",
        TRUNK,
        &["--locked", "--no-default-features", "--features", "rustls"],
    )
}

/// Makes sure that wasm-bindgen's program has the version that `Cargo.lock` has of its library: the two
/// only understand each other when they are equal.
pub fn wasm_bindgen() -> Result<()> {
    let wanted = locked_version("wasm-bindgen")?;
    if installed("wasm-bindgen").as_deref() == Some(wanted.as_str()) {
        return Ok(());
    }
    // Not `--locked`: its lock file asks for a yanked certificate store.
    cargo_install("wasm-bindgen-cli", &wanted, &[])
}

fn cargo_install(package: &str, version: &str, more: &[&str]) -> Result<()> {
    sh::step(&format!("Installing {package} {version} (some minutes, once)"), || {
        sh::run(
            Command::new(sh::cargo())
                .args(["install", package, "--version", version, "--force"])
                .args(more)
                // One folder for all of them, so that what they have in common is compiled once.
                .env("CARGO_TARGET_DIR", paths::target()?.join("tools"))
                // A tool that starts sooner is worth more here than one that runs 5 % faster.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        )
        .with_context(|| format!("{package} {version} could not be installed; see the lines above"))
    })
}

/// The version that `<program> --version` gives, if there is such a program.
fn installed(program: &str) -> Option<String> {
    let text = sh::capture(Command::new(program).arg("--version")).ok()?;
    text.split_whitespace().nth(1).map(str::to_owned)
}

fn locked_version(package: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let path = paths::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let lock: Lock = toml::from_str(&text).context("reading Cargo.lock")?;
    match lock.package.into_iter().find(|entry| entry.name == package) {
        Some(entry) => Ok(entry.version),
        None => bail!("Cargo.lock has no {package}; run `cargo check` once"),
    }
}
