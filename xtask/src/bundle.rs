//! Makes the site out of what Trunk staged: styles always; in a release build also split, optimised,
//! content-addressed and packed files under `b/<build>/`.

mod groups;
mod loader;
mod merge;
mod optimise;
pub mod pack;
mod page;
mod publish;
mod script;
mod shorten;
mod style;
mod wasm;

use std::path::Path;

use anyhow::{Context, Result};

use crate::web::security;
use crate::{paths, sh};

/// Completes a development build: the styles.
pub fn development(staging: &Path) -> Result<()> {
    write_styles(staging, style::For::Reading)
}

fn write_styles(folder: &Path, whom: style::For) -> Result<()> {
    style::SHEETS
        .iter()
        .try_for_each(|(source, name)| write(&folder.join(name), style::bundle(source, whom)?))
}

/// Turns a staged release build into the site.
///
/// `dist` is the site that it is about to replace; of that, one build is kept.
pub fn release(staging: &Path, dist: &Path, public_url: &str) -> Result<()> {
    let work = paths::target()?.join("glint-bundle");
    empty(&work)?;
    let parts = work.join("parts");
    empty(&parts)?;

    let split = sh::step("Splitting the wasm", || wasm::split(&paths::linked_wasm()?, &work))?;
    let mut split = sh::step("Joining chunks that are loaded together", || {
        groups::join(&split, &work)
    })?;
    sh::step("Binding the main part", || wasm::bind(&split, &work))?;
    sh::step("Shortening names", || shorten::shorten(&mut split, &work))?;
    sh::step(&format!("Optimising {} wasm files", split.files.len() + 1), || {
        optimise::optimise(&split, &work, &parts)
    })?;
    let areas = loader::arrange(&split, &work, &parts)?;
    sh::step("Bundling scripts and styles", || {
        script::bundle_module(&work.join("app.js"), &parts.join("app.js"))?;
        script::minify(&staging.join("boot.js"), &parts.join("boot.js"))?;
        write_styles(&parts, style::For::Sending)
    })?;

    for replaced in ["glint-app.js", "glint-app_bg.wasm", "boot.js"] {
        remove(&staging.join(replaced))?;
    }
    if staging.join("snippets").exists() {
        std::fs::remove_dir_all(staging.join("snippets")).context("removing snippets/")?;
    }
    let build = publish::publish(&parts, staging)?;
    page::rewrite(&staging.join("index.html"), &build, &areas)?;
    write(
        &staging.join("_headers"),
        security::headers_file(public_url, &lasting(staging)?),
    )?;
    sh::step("Packing", || pack::pack(staging))?;
    publish::keep_previous(&build, staging, dist)?;
    Ok(())
}

/// The files beside the page that are neither the page nor say what the newest build is.
fn lasting(staging: &Path) -> Result<Vec<String>> {
    let files = publish::files(staging)?;
    let names = files
        .iter()
        .filter_map(|file| Some(file.file_name()?.to_str()?.to_owned()));
    Ok(names
        .filter(|name| !["index.html", "config.json", "_headers", "_redirects"].contains(&name.as_str()))
        .collect())
}

fn write(path: &Path, text: String) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

fn remove(path: &Path) -> Result<()> {
    std::fs::remove_file(path).with_context(|| format!("removing {}, which Trunk should have made", path.display()))
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))
}
