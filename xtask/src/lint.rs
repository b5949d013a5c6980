//! The project's own lints, for rules that neither rustc nor clippy knows. docs/decisions/ says why.

mod address;
mod floors;
mod machine;
mod markup;
mod tokens;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, sh};

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Relative to the repository.
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to do instead.
    pub text: String,
}

/// A file of the repository that is text.
pub struct Source {
    /// Relative to the repository, with forward slashes.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    fn finding(&self, line: usize, text: impl Into<String>) -> Finding {
        Finding {
            file: PathBuf::from(&self.path),
            line,
            text: text.into(),
        }
    }
}

/// Looks at every file that git knows or would add.
///
/// Fails when git does or a Rust file cannot be taken apart; broken rules are no failure but the answer.
pub fn all() -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for source in sources()? {
        findings.extend(machine::check(&source));
        if source.path.ends_with(".rs") {
            let tokens = tokens::read(&source.text).with_context(|| source.path.clone())?;
            findings.extend(floors::check(&source, &tokens));
            if source.path.starts_with("src/") {
                findings.extend(markup::check(&source, &tokens));
                findings.extend(address::check(&source, &tokens));
            }
        }
    }
    Ok(findings)
}

fn sources() -> Result<Vec<Source>> {
    let list = sh::capture(Command::new("git").current_dir(paths::root()).args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))
    .context("the lints ask git for the files; run them in a clone")?;
    let read = |path: &str| {
        let bytes = std::fs::read(paths::root().join(Path::new(path))).ok()?;
        Some(Source {
            path: path.to_owned(),
            text: String::from_utf8(bytes).ok()?,
        })
    };
    Ok(list.lines().filter_map(read).collect())
}

#[cfg(test)]
mod tests;
