//! Splits the linked wasm at its lazy functions, binds the main part and optimises all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Context, Result, anyhow, bail};

use crate::{node, sh};

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

/// Features that rustc's output uses and every targeted browser has.
const OPTIMISE: [&str; 10] = [
    "-Os",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

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

/// Runs wasm-opt on the main part and all chunks, from `work` to `parts`; the main part becomes `app.wasm`.
pub fn optimise(split: &Split, work: &Path, parts: &Path) -> Result<()> {
    let mut jobs: Vec<(PathBuf, PathBuf)> = split
        .files
        .iter()
        .map(|file| (work.join(file), parts.join(file)))
        .collect();
    // Taken from the end: the longest first.
    jobs.push((work.join("app_bg.wasm"), parts.join("app.wasm")));
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().ok().and_then(|mut jobs| jobs.pop());
    let workers = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    while let Some((from, to)) = next() {
                        optimise_one(&from, &to)?;
                    }
                    Ok(())
                })
            })
            .collect();
        running
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker panicked"))?)
    })
}

fn optimise_one(from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new("node");
    command
        .arg(node::script("binaryen/bin/wasm-opt"))
        .arg(from)
        .args(OPTIMISE)
        .arg("-o")
        .arg(to);
    sh::capture(&mut command)?;
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |data| data.len() / 1000);
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    eprintln!("  {name}: {} kB to {} kB", size(from), size(to));
    Ok(())
}
