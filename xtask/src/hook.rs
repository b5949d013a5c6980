//! `hook`: what Trunk calls back into, configured in `Trunk.toml`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::{bundle, paths};

/// Does Glint's part of a Trunk build; Trunk calls it.
#[derive(clap::Args)]
pub struct Args {
    /// The stage that Trunk is in
    stage: Stage,
}

#[derive(Clone, Copy, ValueEnum)]
enum Stage {
    /// The staging folder is complete, and about to become the site
    PostBuild,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    match args.stage {
        Stage::PostBuild => {
            let staging = folder("TRUNK_STAGING_DIR")?;
            if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
                let public_url = std::env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".into());
                bundle::release(&staging, &folder("TRUNK_DIST_DIR")?, &public_url)
            } else {
                bundle::development(&staging)
            }
        }
    }
}

/// Trunk, with what it and its hooks have to know.
pub fn trunk() -> Result<Command> {
    let mut command = Command::new("trunk");
    command
        .current_dir(paths::root())
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes only "true" and "false" here, while everyone else says 1.
        .env_remove("NO_COLOR")
        // Its failures are told in sentences; a stack of its own functions helps nobody.
        .env_remove("RUST_BACKTRACE")
        .env(
            "GLINT_XTASK",
            std::env::current_exe().context("finding the path of this program")?,
        );
    Ok(command)
}

fn folder(variable: &str) -> Result<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("{variable} is not set: this verb is for Trunk; run `cargo xtask dist`"))
}
