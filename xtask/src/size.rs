//! `size`: what the site weighs, and whether that is within `size-budget.toml`.

mod crates;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde::Deserialize;

use crate::{paths, sh};
use crates::Parts;

/// Shows what the release build weighs: every file, the first screen, the crates. Fails above `size-budget.toml`.
///
/// Run `cargo xtask dist` first.
#[derive(clap::Args)]
pub struct Args {
    /// Show the heaviest functions of one crate too
    #[arg(long, value_name = "CRATE")]
    functions: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Budget {
    /// The first one is whose crates are shown.
    first_screen: Vec<FirstScreen>,
    total: Total,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstScreen {
    /// The lazy area whose first screen is meant.
    area: String,
    /// Bytes after brotli.
    brotli: u64,
    requests: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Total {
    /// Bytes after brotli.
    brotli: u64,
}

/// A file in bytes.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let fits = report(args.functions.as_deref())?;
    if !fits {
        bail!("the release build is above size-budget.toml; make it smaller, or change the budget and say why");
    }
    Ok(())
}

/// Prints the tables, with the functions of one crate if asked, and says whether everything is within the budget.
///
/// Fails when there is no release build.
pub fn report(functions_of: Option<&str>) -> Result<bool> {
    let dist = paths::dist();
    let page = std::fs::read_to_string(dist.join("index.html"))
        .context("there is no release build; run `cargo xtask dist` first")?;
    let budget = std::fs::read_to_string(paths::root().join("size-budget.toml")).context("reading size-budget.toml")?;
    let budget: Budget = toml::from_str(&budget).context("reading size-budget.toml")?;
    let files = weigh(&dist, &current_build(&dist)?)?;

    sh::say("Files");
    println!("{:>10} {:>10} {:>10}  bytes", "raw", "gzip", "brotli");
    let mut total = Weight::default();
    for (name, weight) in &files {
        print_row(name, *weight);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    print_row("all of it", total);

    let mut limits = Vec::new();
    let mut loaded_first = Vec::new();
    for screen in &budget.first_screen {
        let (area, loaded) = (&screen.area, first_screen(&page, &screen.area)?);
        sh::say(&format!("First screen, with the area {area}"));
        let weight = weigh_screen(&files, &loaded)?;
        limits.push((format!("{area}, brotli"), weight.brotli, screen.brotli));
        limits.push((format!("{area}, requests"), loaded.len() as u64, screen.requests as u64));
        if loaded_first.is_empty() {
            loaded_first = loaded;
        }
    }
    limits.push(("all of it, brotli".to_owned(), total.brotli, budget.total.brotli));
    let parts = Parts::read(&paths::target()?.join("glint-bundle"), &loaded_first)?;
    parts.print_crates();
    if let Some(name) = functions_of {
        parts.print_functions(name);
    }

    sh::say("Budget");
    for (what, is, may_be) in &limits {
        let mark = if is > may_be { "ABOVE" } else { "within" };
        println!("  {what}: {is} is {mark} {may_be}");
    }
    Ok(limits.iter().all(|(_, is, may_be)| is <= may_be))
}

/// Prints the files of a first screen, and gives what they weigh together.
fn weigh_screen(files: &BTreeMap<String, Weight>, loaded: &[String]) -> Result<Weight> {
    let mut sum = Weight::default();
    for name in loaded {
        let weight = files
            .get(name)
            .copied()
            .with_context(|| format!("index.html names {name}, which is not there"))?;
        print_row(name, weight);
        sum.raw += weight.raw;
        sum.gzip += weight.gzip;
        sum.brotli += weight.brotli;
    }
    print_row(&format!("{} requests", loaded.len()), sum);
    Ok(sum)
}

fn print_row(name: &str, weight: Weight) {
    println!("{:>10} {:>10} {:>10}  {name}", weight.raw, weight.gzip, weight.brotli);
}

/// The folder of the build that the page starts, relative to the site.
fn current_build(dist: &Path) -> Result<String> {
    let text = std::fs::read_to_string(dist.join("version.json")).context("reading dist/version.json")?;
    let version: serde_json::Value = serde_json::from_str(&text).context("reading dist/version.json")?;
    Ok(format!("b/{}", version["build"].as_str().unwrap_or_default()))
}

/// Every file of the site with its packed sizes, without the build before this one.
fn weigh(dist: &Path, build: &str) -> Result<BTreeMap<String, Weight>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(dist.join(&folder)).with_context(|| format!("reading {}", folder.display()))? {
            let path = folder.join(entry?.file_name());
            let name = path.to_string_lossy().replace('\\', "/");
            if dist.join(&path).is_dir() {
                if !name.starts_with("b/") || name == build {
                    folders.push(path);
                }
                continue;
            }
            if name.ends_with(".br") || name.ends_with(".gz") || name == "_headers" {
                continue;
            }
            let size = |suffix: &str| {
                std::fs::metadata(dist.join(format!("{name}{suffix}")))
                    .map(|data| data.len())
                    .ok()
            };
            let raw = size("").unwrap_or_default();
            let weight = Weight {
                raw,
                gzip: size(".gz").unwrap_or(raw),
                brotli: size(".br").unwrap_or(raw),
            };
            files.insert(name, weight);
        }
    }
    Ok(files)
}

/// What a browser asks for until the area is on screen: the page, what it links, and the area's chunks.
fn first_screen(page: &str, area: &str) -> Result<Vec<String>> {
    let mut names = vec!["index.html".to_owned()];
    let mut chunks = String::from("{}");
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("link[href], script[src]", |tag| {
            // The manifest is only read when somebody installs the app.
            if tag.get_attribute("rel").as_deref() != Some("manifest") {
                names.extend(tag.get_attribute("href").or_else(|| tag.get_attribute("src")));
            }
            if let Some(list) = tag.get_attribute("data-chunks") {
                chunks = list;
            }
            Ok(())
        }));
    rewrite_str(page, settings).context("reading index.html")?;
    let chunks = chunks.replace("&quot;", "\"");
    let chunks: BTreeMap<String, Vec<String>> = serde_json::from_str(&chunks).context("reading data-chunks")?;
    let Some(files) = chunks.get(area) else {
        bail!("there is no lazy area named {area}; see size-budget.toml")
    };
    names.extend(files.iter().cloned());
    names.sort();
    names.dedup();
    Ok(names)
}
