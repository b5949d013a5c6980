//! `preview`: the finished site, as a content delivery network would serve it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::net::TcpListener;

use crate::web::files::Site;
use crate::web::rules::Rules;
use crate::web::{self, Origin};
use crate::{backend, dist, paths, sh};

/// Serves `dist/` as a content delivery network would: the headers of `_headers`, packed files, and
/// `index.html` for the app's own paths. Run `cargo xtask dist` first.
#[derive(clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,

    #[command(flatten)]
    backend: backend::Choice,

    /// The path that `dist` was built for
    #[arg(long, default_value = "/", value_parser = dist::site_path)]
    public_url: String,

    /// Milliseconds that every answer of the backend waits
    #[arg(long, default_value_t = 0)]
    api_delay: u64,
}

/// Runs the verb.
#[tokio::main]
pub async fn run(args: &Args) -> Result<()> {
    let site = site(&args.public_url)?;
    let listener = web::bind(args.port).await?;
    let port = listener.local_addr()?.port();
    sh::say(&format!("Glint's release build: http://localhost:{port}{}", site.base));
    backend::print_sign_in(&args.backend);
    serve(listener, site, &args.backend, Duration::from_millis(args.api_delay)).await
}

/// Serves a finished site with a backend until the program ends.
pub async fn serve(listener: TcpListener, site: Site, chosen: &backend::Choice, api_delay: Duration) -> Result<()> {
    let mut backend = backend::router(chosen)?;
    if !api_delay.is_zero() {
        backend = backend::delayed(backend, api_delay);
    }
    web::run(
        listener,
        Origin {
            site,
            backend,
            reload: None,
        },
    )
    .await
}

/// The finished site in `dist/`.
///
/// Fails when there is none.
pub fn site(public_url: &str) -> Result<Site> {
    let folder = paths::dist();
    if !folder.join("index.html").is_file() {
        bail!("there is no release build yet; run `cargo xtask dist` first");
    }
    let rules = std::fs::read_to_string(folder.join("_headers")).context("reading dist/_headers")?;
    Ok(Site {
        folder,
        base: public_url.to_owned(),
        rules: Rules::parse(&rules),
    })
}
