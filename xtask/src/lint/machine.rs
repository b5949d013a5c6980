//! Nothing names the machine that it was written on.

use super::{Finding, Source};
use crate::paths;

/// Folders of made-up and recorded events, whose stack traces name the machines of others.
const OTHERS: [&str; 2] = ["demo/src/seed", "model/tests/data"];

/// Finds paths of this machine, and package addresses in the lock file of the Node packages.
pub fn check(source: &Source) -> Vec<Finding> {
    if OTHERS.iter().any(|folder| source.path.starts_with(folder)) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let here = format!("{}/", paths::root().display());
    // Spelt so that this file does not find itself.
    let prefixes = [
        here.as_str(),
        concat!("/", "root/"),
        concat!("/", "work/"),
        concat!("/", "tmp/"),
    ];
    for (at, text) in source.text.lines().enumerate() {
        for prefix in prefixes {
            let names_it = text.match_indices(prefix).any(|(start, _)| {
                !text[..start]
                    .ends_with(|before: char| before.is_alphanumeric() || matches!(before, '.' | '_' | '-' | '*' | '}'))
            });
            if names_it {
                findings.push(source.finding(at + 1, format!("{prefix} is a path of one machine")));
            }
        }
        if source.path.ends_with("package-lock.json") && text.contains("\"resolved\":") {
            findings.push(source.finding(
                at + 1,
                "a package's address: see omit-lockfile-registry-resolved in .npmrc",
            ));
        }
    }
    findings
}
