//! Splits the linked wasm at its lazy functions and binds the main part.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use crate::sh;

/// What a split left in the work folder.
#[derive(Default)]
pub struct Split {
    /// The file names of the chunks.
    pub files: Vec<String>,
    /// The lazy areas, by the name of their function.
    pub areas: BTreeMap<String, Area>,
}

/// A lazy area.
pub struct Area {
    /// The function that the main part asks for to load it.
    pub loader: String,
    /// The area that is loaded before it.
    pub base: Option<String>,
    /// The chunks that it needs beside those of its base.
    pub files: Vec<String>,
}

/// Splits `linked` into `main.wasm`, its chunks and `__wasm_split.js`, all in `work`.
pub fn split(linked: &Path, work: &Path) -> Result<Split> {
    let input = std::fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let main = work.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the wasm could not be split; was it linked with --emit-relocs (.cargo/config.toml)?")?;

    let mut areas = BTreeMap::new();
    for (unique, stems) in split.prefetch_map {
        // The splitter's macro puts a number behind the name of the function.
        let name = unique.rsplit_once('_').map_or(unique.as_str(), |(name, _)| name);
        let area = Area {
            loader: format!("__wasm_split_load_{unique}"),
            base: None,
            files: stems.into_iter().map(|stem| format!("{stem}.wasm")).collect(),
        };
        if areas.insert(name.to_owned(), area).is_some() {
            bail!("two lazy functions are named {name}");
        }
    }
    // The splitter writes modules in which nothing is left, and never asks for them.
    let files = areas
        .values()
        .flat_map(|area: &Area| area.files.iter().cloned())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    Ok(Split { files, areas })
}

/// Runs wasm-bindgen on the main part: `app.js` and `app_bg.wasm`, in `work`.
pub fn bind(split: &Split, work: &Path) -> Result<()> {
    let mut command = Command::new("wasm-bindgen");
    command.arg(work.join("main.wasm")).arg("--out-dir").arg(work);
    command.args([
        "--out-name",
        "app",
        "--target",
        "web",
        "--no-typescript",
        "--no-demangle",
    ]);
    if !split.files.is_empty() {
        // The chunks find what they share with the main part by the linker's own exports.
        command.arg("--keep-lld-exports");
    }
    sh::run(&mut command)
}
