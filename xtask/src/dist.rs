//! `dist`: the static site.

use anyhow::Result;

use crate::{hook, paths, setup, sh};

/// Builds the static site into `dist/`: split, optimised, packed, with the headers that a host should send.
///
/// One build is kept beside the new one, for pages that are still open on it.
#[derive(clap::Args)]
pub struct Args {
    /// The path that the site will be served under, with a slash at both ends
    #[arg(long, default_value = "/", value_parser = site_path)]
    pub public_url: String,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    setup::for_release()?;
    build(&args.public_url)?;
    sh::say("The site is in dist/. Look at it with `cargo xtask preview`");
    Ok(())
}

/// Builds `dist/` for a path that starts and ends with a slash.
pub fn build(public_url: &str) -> Result<()> {
    sh::step("Building the release (some minutes)", || {
        sh::run(
            hook::trunk()?
                .args([
                    "build",
                    "--release",
                    "--features",
                    "split",
                    "--public-url",
                    public_url,
                    "--dist",
                ])
                .arg(paths::dist()),
        )
    })
}

/// Takes a path that starts and ends with a slash.
pub fn site_path(text: &str) -> Result<String, String> {
    if text.starts_with('/') && text.ends_with('/') {
        Ok(text.to_owned())
    } else {
        Err("it wants a path with a slash at both ends, such as /glint/".to_owned())
    }
}
