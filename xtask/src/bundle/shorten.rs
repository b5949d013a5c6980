//! Gives what the main part imports and exports short names. wasm-bindgen's names end in numbers that no packer makes
//! smaller, and stand in the wasm and in the script.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::{ElementSection, EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{
    ElementItems, ElementSectionReader, ExportSectionReader, ImportSectionReader, Operator, Parser, Payload,
};

use super::wasm::Split;

/// The module name that wasm-bindgen imports from, as both files have it.
const OLD_MODULE: &str = "./app_bg.js";
const NEW_MODULE: &str = "$";

/// Rewrites the main part and its script, `app_bg.wasm` and `app.js` in `work`; the areas' loaders in `split` have new
/// names then.
///
/// Drops what is exported for JavaScript and never asked for: Rust types that libraries offer to scripts as classes, but
/// no script here uses.
pub fn shorten(split: &mut Split, work: &Path) -> Result<()> {
    let (wasm, app) = (work.join("app_bg.wasm"), work.join("app.js"));
    let module = std::fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let read = |name: &str| std::fs::read_to_string(work.join(name)).with_context(|| format!("reading {name}"));
    let script = without_classes(&read("app.js")?)?;
    let loader = read("__wasm_split.js")?;

    let mentioned: BTreeSet<&str> = [&script, &loader].into_iter().flat_map(|text| words(text)).collect();
    let names = new_names(&module, &mentioned)?;
    for area in split.areas.values_mut() {
        let new = names.get(&area.loader);
        area.loader = new.with_context(|| format!("nothing imports {}", area.loader))?.clone();
    }
    let quoted = |name: &str| format!("\"{name}\":");
    let script = words(&script).map(|word| names.get(word).map_or(word, String::as_str));
    let script = script
        .collect::<String>()
        .replace(&quoted(OLD_MODULE), &quoted(NEW_MODULE));
    std::fs::write(&app, script).with_context(|| format!("writing {}", app.display()))?;
    let module = rewrite(&module, &names, &mentioned)?;
    std::fs::write(&wasm, module).with_context(|| format!("writing {}", wasm.display()))
}

/// The script without the classes that stand before its imports.
fn without_classes(script: &str) -> Result<String> {
    let Some((head, rest)) = script.split_once("function __wbg_get_imports(") else {
        bail!("wasm-bindgen writes another script than the one that bundle/shorten.rs knows");
    };
    let (imports, classes) = head.split_at(head.find("\nclass ").unwrap_or(head.len()));
    let mut rest = rest.to_owned();
    for class in classes.split("\nclass ").skip(1) {
        let name = words(class).next().unwrap_or_default();
        let start = format!("const {name}Finalization = ");
        let Some((before, after)) = rest.split_once(&start) else {
            continue;
        };
        let (_, after) = after
            .split_once("));\n")
            .context("a class is cleaned up in another way")?;
        rest = format!("{before}{after}");
    }
    Ok(format!("{imports}\nfunction __wbg_get_imports({rest}"))
}

/// A short name for each function that is imported or exported, unless it is shared with the chunks.
fn new_names(module: &[u8], mentioned: &BTreeSet<&str>) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let mut add = |name: &str| {
        if name.starts_with("__wb")
            || name.starts_with("__externref")
            || name.starts_with("_ZN")
            || name.starts_with("__wasm_split_load")
        {
            let next = format!("${}", names.len());
            names.entry(name.to_owned()).or_insert(next);
        }
    };
    for part in Parser::new(0).parse_all(module) {
        match part? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    add(import?.name);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    add(export?.name);
                }
            }
            _ => {}
        }
    }
    match names.values().find(|name| mentioned.contains(name.as_str())) {
        Some(taken) => bail!("the script has a {taken} already"),
        None => Ok(names),
    }
}

fn rewrite(module: &[u8], names: &BTreeMap<String, String>, mentioned: &BTreeSet<&str>) -> Result<Vec<u8>> {
    let mut new = Module::new();
    for part in Parser::new(0).parse_all(module) {
        match part? {
            Payload::ImportSection(section) => {
                new.section(&imports(section, names)?);
            }
            Payload::ExportSection(section) => {
                new.section(&exports(section, names, mentioned)?);
            }
            Payload::ElementSection(section) => {
                new.section(&elements(module, section)?);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = module.get(range).context("a section is longer than the module")?;
                    new.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(new.finish())
}

fn imports(section: ImportSectionReader, names: &BTreeMap<String, String>) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    for import in section.into_imports() {
        let import = import?;
        let from = if import.module == OLD_MODULE {
            NEW_MODULE
        } else {
            import.module
        };
        let name = names.get(import.name).map_or(import.name, String::as_str);
        let ty = EntityType::try_from(import.ty).map_err(|error| anyhow!("{error}"))?;
        imports.import(from, name, ty);
    }
    Ok(imports)
}

fn exports(
    section: ExportSectionReader,
    names: &BTreeMap<String, String>,
    mentioned: &BTreeSet<&str>,
) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    for export in section {
        let export = export?;
        if mentioned.contains(export.name) {
            let name = names.get(export.name).map_or(export.name, String::as_str);
            let kind = ExportKind::from(export.kind);
            exports.export(name, kind, export.index);
        }
    }
    Ok(exports)
}

/// What fills the table, without what only kept places in it for the chunks while wasm-bindgen was at work.
fn elements(module: &[u8], section: ElementSectionReader) -> Result<ElementSection> {
    let mut elements = ElementSection::new();
    for element in section {
        let element = element?;
        let is_filled = match element.items {
            ElementItems::Functions(_) => true,
            ElementItems::Expressions(_, items) => {
                let items: Vec<_> = items.into_iter().collect::<Result<_, _>>()?;
                let mut first = items.iter().map(|item| item.get_operators_reader().read());
                first.any(|operator| !matches!(operator, Ok(Operator::RefNull { .. })))
            }
        };
        if is_filled {
            let range = usize::try_from(element.range.start)?..usize::try_from(element.range.end)?;
            elements.raw(module.get(range).context("a segment is longer than the module")?);
        }
    }
    Ok(elements)
}

/// The text in pieces: identifiers, and what is between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_in_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest
            .find(|letter| is_in_word(letter) != is_in_word(first))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{new_names, rewrite, without_classes, words};
    use std::collections::BTreeSet;
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, HeapType, ImportSection, Module, RefType, TableSection, TableType, TypeSection,
    };
    use wasmparser::{Parser, Payload, Validator};

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n\nclass Stream {\n  free() { wasm.__wbg_stream_free(1); }\n}\nfunction __wbg_get_imports() {\n  return { __wbg_ask_0123: () => {} };\n}\nconst StreamFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));\nwasm.__wbindgen_start();\n";

    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./app_bg.js", "__wbg_ask_0123", EntityType::Function(0));
        imports.import("./__wasm_split.js", "__wasm_split_load_page_1", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 4,
            maximum: None,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("__indirect_function_table", ExportKind::Table, 0);
        exports.export("__wbindgen_start", ExportKind::Func, 2);
        exports.export("__wbg_stream_free", ExportKind::Func, 2);
        let mut elements = ElementSection::new();
        let nothing = [ConstExpr::ref_null(HeapType::FUNC)];
        let nothing = Elements::Expressions(RefType::FUNCREF, nothing[..].into());
        elements.active(None, &ConstExpr::i32_const(1), nothing);
        elements.active(None, &ConstExpr::i32_const(2), Elements::Functions([2][..].into()));
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    #[test]
    fn classes_that_nobody_uses_are_dropped() {
        let script = without_classes(SCRIPT).unwrap();
        assert!(script.starts_with("import * as import1"), "{script}");
        assert!(script.contains("function __wbg_get_imports() {") && script.ends_with("wasm.__wbindgen_start();\n"));
        assert!(
            !script.contains("Stream") && !script.contains("__wbg_stream_free"),
            "{script}"
        );
        assert!(without_classes("export const other = 1;").is_err());
    }

    #[test]
    fn names_are_short_on_both_sides() {
        let module = module();
        let script = without_classes(SCRIPT).unwrap();
        let loader = "const { __indirect_function_table } = initSync();";
        let mentioned: BTreeSet<&str> = words(&script).chain(words(loader)).collect();
        let names = new_names(&module, &mentioned).unwrap();
        let new = rewrite(&module, &names, &mentioned).unwrap();
        Validator::new().validate_all(&new).unwrap();
        let (mut imports, mut exports, mut runs) = (Vec::new(), Vec::new(), 0);
        for part in Parser::new(0).parse_all(&new) {
            match part.unwrap() {
                Payload::ImportSection(section) => {
                    imports = section.into_imports().map(|import| import.unwrap()).collect();
                }
                Payload::ExportSection(section) => {
                    exports = section.into_iter().map(|export| export.unwrap().name).collect()
                }
                Payload::ElementSection(section) => runs = section.count(),
                _ => {}
            }
        }
        let imports: Vec<(&str, &str)> = imports.iter().map(|import| (import.module, import.name)).collect();
        assert_eq!(imports, [("$", "$0"), ("./__wasm_split.js", "$1")]);
        assert_eq!(exports, ["__indirect_function_table", "$2"]);
        assert_eq!(runs, 1);
    }

    #[test]
    fn a_name_that_is_taken_is_not_given() {
        let mentioned = ["$1"].into_iter().collect();
        assert!(new_names(&module(), &mentioned).is_err());
    }

    #[test]
    fn words_are_all_of_the_text() {
        let text = "a.b_1($x) → \"é\";";
        assert_eq!(words(text).collect::<String>(), text);
        assert_eq!(
            words(text)
                .filter(|word| word.starts_with(['a', 'b', '$']))
                .collect::<Vec<_>>(),
            ["a", "b_1", "$x"]
        );
    }
}
