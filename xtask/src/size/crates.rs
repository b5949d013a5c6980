//! Which crates the code in the wasm comes from, by the names that the linker left.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::sh;

/// The wasm files of a bundle before optimising, which still have names.
///
/// `work` is where `dist` bundled; `first_screen` are the chunks that the first screen loads beside the main part.
pub struct Parts {
    /// Whether the first screen loads it, and its functions with the size of their code.
    parts: Vec<(bool, Vec<(String, u64)>)>,
}

impl Parts {
    /// Reads the parts.
    ///
    /// Fails when there are none: `dist` makes them.
    pub fn read(work: &Path, first_screen: &[String]) -> Result<Self> {
        let mut parts = Vec::new();
        for entry in
            std::fs::read_dir(work).with_context(|| format!("reading {}; run `cargo xtask dist`", work.display()))?
        {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // The main part counts as wasm-bindgen left it: without what nobody calls.
            if name == "main.wasm" || !name.ends_with(".wasm") {
                continue;
            }
            let is_first = name == "app_bg.wasm" || first_screen.iter().any(|file| file.ends_with(&format!("/{name}")));
            parts.push((is_first, functions(&path)?));
        }
        Ok(Self { parts })
    }

    /// Prints the heaviest crates, in bytes before optimising.
    pub fn print_crates(&self) {
        sh::say("Crates, by code before optimising: on the first screen, and in all");
        self.print_heaviest(20, |name| Some(crate_of(name)));
    }

    /// Prints the heaviest functions of a crate; a generic one counts as one, however often it was copied.
    pub fn print_functions(&self, of: &str) {
        sh::say(&format!(
            "Functions of {of}, by code before optimising: on the first screen, and in all"
        ));
        self.print_heaviest(40, |name| (crate_of(name) == of).then(|| name.to_owned()));
    }

    fn print_heaviest(&self, count: usize, group: impl Fn(&str) -> Option<String>) {
        let mut sizes: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for (is_first, functions) in &self.parts {
            for (name, size) in functions {
                let Some(name) = group(name) else { continue };
                let (first, all) = sizes.entry(name).or_default();
                *all += size;
                *first += if *is_first { *size } else { 0 };
            }
        }
        let total = sizes
            .values()
            .fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
        let mut sizes: Vec<(String, (u64, u64))> = sizes.into_iter().collect();
        sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        for (name, (first, all)) in sizes.iter().take(count) {
            println!("{first:>10} {all:>10}  {name}");
        }
        println!("{:>10} {:>10}  in all", total.0, total.1);
    }
}

/// Every function of a module with the size of its code.
fn functions(path: &Path) -> Result<Vec<(String, u64)>> {
    let module = std::fs::read(path).with_context(|| format!("reading {}; run `cargo xtask dist`", path.display()))?;
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    for part in Parser::new(0).parse_all(&module) {
        match part.context("reading the wasm")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.context("reading the wasm's imports")?;
                    imported += u32::from(matches!(import.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(range.end - range.start);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else {
                    continue;
                };
                for subsection in subsections {
                    let Name::Function(map) = subsection.context("reading the wasm's names")? else {
                        continue;
                    };
                    for naming in map {
                        let naming = naming.context("reading the wasm's names")?;
                        names.insert(naming.index, format!("{:#}", demangle(naming.name)));
                    }
                }
            }
            _ => {}
        }
    }
    let named = sizes.into_iter().zip(imported..);
    Ok(named
        .map(|(size, index)| (names.remove(&index).unwrap_or_else(|| "?".into()), size))
        .collect())
}

/// The crate that a function's code was written in: `leptos::x::y`, `<leptos::X as core::Y>::z`.
fn crate_of(name: &str) -> String {
    let start = name.trim_start_matches(['<', '&', '*', '(', '[', ' ']);
    let start = start
        .strip_prefix("mut ")
        .or_else(|| start.strip_prefix("dyn "))
        .unwrap_or(start);
    let end = start
        .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(start.len());
    match &start[..end] {
        // A type parameter, in the name of a trait's function for all types: the trait's crate is what it is in.
        "T" | "F" => name
            .split_once(" as ")
            .map_or("?".into(), |(_, implemented)| crate_of(implemented)),
        "" => "?".to_owned(),
        known if start[end..].starts_with("::") => known.to_owned(),
        _ => "(not Rust, or a closure shim)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn crates_of_names() {
        assert_eq!(crate_of("leptos::mount::mount_to"), "leptos");
        assert_eq!(crate_of("<tachys::html::X as tachys::view::Render>::build"), "tachys");
        assert_eq!(
            crate_of("<&mut serde_json::de::Deserializer<R> as serde::Y>::z"),
            "serde_json"
        );
        assert_eq!(crate_of("<T as tachys::view::any_view::IntoAny>::into_any"), "tachys");
        assert_eq!(crate_of("dlmalloc"), "(not Rust, or a closure shim)");
    }
}
