//! `serve`: the development server.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::process::{Child, Command};

use crate::web::files::Site;
use crate::web::reload::Reload;
use crate::web::rules::Rules;
use crate::web::{self, Origin, security};
use crate::{backend, hook, paths, setup, sh};

/// Builds Glint, serves it on http://localhost:8080 and reloads the page after each change.
///
/// Without --backend the demo server answers. With it, the page talks to that GlitchTip through a proxy on
/// the same origin, sign-in included.
#[derive(clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,

    #[command(flatten)]
    backend: backend::Choice,
}

/// Runs the verb.
#[tokio::main]
pub async fn run(args: &Args) -> Result<()> {
    setup::for_serving()?;
    let listener = web::bind(args.port).await?;
    let backend = backend::router(&args.backend)?;
    let folder = paths::dev_site()?;

    // What an earlier run left would be taken for the first build.
    let page = folder.join("index.html");
    if page.exists() {
        std::fs::remove_file(&page).with_context(|| format!("removing {}", page.display()))?;
    }
    sh::say("Building (the first time takes a few minutes)");
    let mut trunk = watch(&folder)?;
    let (reload, mut builds) = Reload::watch(page);
    let site = Site {
        folder,
        base: "/".into(),
        rules: Rules::parse(&security::headers_file("/", &[])),
    };

    let first_build = async {
        while *builds.borrow_and_update() == 0 {
            builds.changed().await?;
        }
        anyhow::Ok(())
    };
    tokio::select! {
        built = first_build => built?,
        status = trunk.wait() => bail!("Trunk ended ({}) before there was a build", status?),
        _ = tokio::signal::ctrl_c() => return stop(trunk).await,
    }
    println!("\n  Glint is on http://localhost:{}\n", args.port);
    backend::print_sign_in(&args.backend);
    println!("\n  Stop with Ctrl+C\n");
    tokio::select! {
        ended = web::run(listener, Origin { site, backend, reload: Some(reload) }) => ended,
        status = trunk.wait() => bail!("Trunk ended ({})", status?),
        _ = tokio::signal::ctrl_c() => stop(trunk).await,
    }
}

fn watch(folder: &Path) -> Result<Child> {
    std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let mut command: Command = hook::trunk()?.into();
    command
        .arg("watch")
        .arg("--dist")
        .arg(folder)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("Trunk could not be started; run `cargo xtask setup`")
}

async fn stop(mut trunk: Child) -> Result<()> {
    // Ctrl+C reached Trunk as well; it gets a moment to end by itself.
    if tokio::time::timeout(Duration::from_secs(2), trunk.wait())
        .await
        .is_err()
    {
        trunk.kill().await?;
    }
    Ok(())
}
