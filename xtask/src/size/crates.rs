//! Which crates the code in the wasm comes from, by the names that the linker left.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::sh;

/// Prints the heaviest crates, in bytes before optimising: wasm-opt takes about half off, evenly.
pub fn print_table(linked: &Path) -> Result<()> {
    sh::say("Crates, by code before optimising");
    let mut crates: BTreeMap<String, u64> = BTreeMap::new();
    for (name, size) in functions(linked)? {
        *crates.entry(crate_of(&name)).or_default() += size;
    }
    print_heaviest(crates, 20);
    Ok(())
}

/// Prints the heaviest functions of a crate; what is generic counts as one, however often it was copied.
pub fn print_functions(linked: &Path, of: &str) -> Result<()> {
    sh::say(&format!("Functions of {of}, by code before optimising"));
    let mut grouped: BTreeMap<String, u64> = BTreeMap::new();
    for (name, size) in functions(linked)?.into_iter().filter(|(name, _)| crate_of(name) == of) {
        *grouped.entry(name).or_default() += size;
    }
    print_heaviest(grouped, 40);
    Ok(())
}

fn print_heaviest(sizes: BTreeMap<String, u64>, count: usize) {
    let total: u64 = sizes.values().sum();
    let mut sizes: Vec<(String, u64)> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (name, size) in sizes.iter().take(count) {
        println!(
            "{size:>10} {:>5.1} %  {name}",
            *size as f64 * 100.0 / total.max(1) as f64
        );
    }
    println!("{total:>10}          in all");
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
        assert_eq!(crate_of("dlmalloc"), "(not Rust, or a closure shim)");
    }
}
