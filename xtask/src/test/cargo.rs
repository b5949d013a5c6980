//! `cargo test`, shown as it runs and counted.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::tally::Tally;
use crate::{paths, sh};

/// Runs `cargo test` with these arguments and counts.
///
/// Tests that do not compile count as one that failed.
pub fn test(arguments: &[&str]) -> Result<Tally> {
    let mut child = Command::new(sh::cargo())
        .current_dir(paths::root())
        .args(["test", "--no-fail-fast"])
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.context("reading what cargo says")?;
            match Tally::of_cargo(&line) {
                Some(counted) => tally += counted,
                // A thousand lines of "ok" would hide the one that is not.
                None if line.ends_with(" ... ok") => continue,
                None => {}
            }
            println!("{line}");
        }
    }
    let status = child.wait().context("waiting for cargo")?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// Runs the app's own tests with views as HTML text: all but the contract test, which is a part of its own.
pub fn test_rendering() -> Result<Tally> {
    let mut arguments = vec![
        "-p".to_owned(),
        "glint".into(),
        "--features".into(),
        "ssr".into(),
        "--lib".into(),
    ];
    let folder = paths::root().join("tests");
    for entry in std::fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let is_rust = path.extension().is_some_and(|end| end == "rs");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if is_rust && stem != "contract" {
            arguments.extend(["--test".into(), stem]);
        }
    }
    test(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}
