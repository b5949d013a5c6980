//! Arranges the chunks into few files, and writes the script that loads them.
//!
//! The splitter makes a chunk for every combination of areas that share code, most of them tiny. A request costs more
//! than sending a few kilobytes twice, so small ones travel inside the file of each area that needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::wasm::{Area, Split};

/// Chunks up to this many bytes, before packing, travel inside.
const SMALL: u64 = 24_000;

const LOADER: &str = include_str!("loader.js");

/// What an area consists of.
#[derive(Default)]
struct Contents {
    /// Files to fetch, its own one first.
    files: Vec<String>,
    /// Chunks inside its own file.
    inside: Vec<String>,
}

/// Puts small chunks into the areas' files in `parts`, and writes the loader to `work`.
///
/// Gives the files that each area needs, with those of the areas before it.
pub fn arrange(split: &Split, work: &Path, parts: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let mut contents: BTreeMap<&str, Contents> = BTreeMap::new();
    let mut inside_all = BTreeSet::new();
    for (name, area) in &split.areas {
        let own = area.files.iter().find(|file| **file == format!("{name}.wasm"));
        let content = contents.entry(name).or_default();
        content.files.extend(own.cloned());
        for chunk in area.files.iter().filter(|file| Some(*file) != own) {
            let path = parts.join(chunk);
            let size = std::fs::metadata(&path)
                .with_context(|| format!("reading {}", path.display()))?
                .len();
            if own.is_some() && size <= SMALL {
                content.inside.push(chunk.clone());
            } else {
                content.files.push(chunk.clone());
            }
        }
        if let Some(own) = own {
            put_inside(&parts.join(own), &content.inside, parts)?;
            inside_all.extend(content.inside.iter().cloned());
        }
    }
    let still_fetched: BTreeSet<&String> = contents.values().flat_map(|content| &content.files).collect();
    for chunk in inside_all.iter().filter(|chunk| !still_fetched.contains(chunk)) {
        std::fs::remove_file(parts.join(chunk)).with_context(|| format!("removing {chunk}"))?;
    }
    write_loader(&work.join("__wasm_split.js"), &split.areas, &contents)?;
    let files = split.areas.keys().map(|name| {
        let line = std::iter::successors(Some(name), |name| split.areas.get(*name)?.base.as_ref());
        let contents = line.filter_map(|name| contents.get(name.as_str()));
        let files: BTreeSet<String> = contents.flat_map(|content| content.files.iter().cloned()).collect();
        (name.clone(), files.into_iter().collect())
    });
    Ok(files.collect())
}

fn put_inside(own: &Path, chunks: &[String], parts: &Path) -> Result<()> {
    let mut module = std::fs::read(own).with_context(|| format!("reading {}", own.display()))?;
    for chunk in chunks {
        let bytes = std::fs::read(parts.join(chunk)).with_context(|| format!("reading {chunk}"))?;
        append_custom_section(&mut module, chunk, &bytes);
    }
    std::fs::write(own, module).with_context(|| format!("writing {}", own.display()))
}

fn append_custom_section(module: &mut Vec<u8>, name: &str, bytes: &[u8]) {
    let mut content = leb128(name.len());
    content.extend_from_slice(name.as_bytes());
    content.extend_from_slice(bytes);
    module.push(0);
    module.extend(leb128(content.len()));
    module.extend(content);
}

fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0x7f);
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// Keeps what the splitter wrote about shared imports, and puts our loading functions in place of its own.
fn write_loader(path: &Path, areas: &BTreeMap<String, Area>, contents: &BTreeMap<&str, Contents>) -> Result<()> {
    let theirs = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let Some((kept, _)) = theirs.split_once("function makeLoad(") else {
        bail!("the splitter writes another loader than the one that bundle/loader.rs knows");
    };
    if !kept.contains("function getSharedImports(") || !kept.contains("function wrapAsyncCb(") {
        bail!("the splitter's loader has other functions than bundle/loader.rs knows");
    }
    let mut script = format!("{kept}{LOADER}");
    for (name, area) in areas {
        let Some(Contents { files, inside }) = contents.get(name.as_str()) else {
            bail!("the area {name} has not been arranged");
        };
        let (files, inside) = (serde_json::to_string(files)?, serde_json::to_string(inside)?);
        // A base may be written further below; it is looked at when it is needed.
        let base = area
            .base
            .as_ref()
            .map_or("async () => {}".to_owned(), |base| format!("() => load_{base}()"));
        script.push_str(&format!(
            "const load_{name} = area({files}, {inside}, {base});\nexport const {} = wrapAsyncCb(load_{name});\n",
            area.loader
        ));
    }
    std::fs::write(path, script).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_can_be_found_in_the_module_that_carries_it() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let chunk = vec![7; 300];
        append_custom_section(&mut module, "chunk_5.wasm", &chunk);
        let found = wasmparser::Parser::new(0)
            .parse_all(&module)
            .find_map(|part| match part.unwrap() {
                wasmparser::Payload::CustomSection(section) => {
                    Some((section.name().to_owned(), section.data().to_vec()))
                }
                _ => None,
            });
        assert_eq!(found, Some(("chunk_5.wasm".to_owned(), chunk)));
    }

    #[test]
    fn an_unknown_loader_is_refused() {
        let path = std::env::temp_dir().join(format!("glint-loader-{}.js", std::process::id()));
        std::fs::write(&path, "export const other = 1;").unwrap();
        assert!(write_loader(&path, &BTreeMap::new(), &BTreeMap::new()).is_err());
        std::fs::remove_file(path).unwrap();
    }
}
