//! Makes one wasm module of several that the splitter wrote.
//!
//! Parts reach each other's functions through the main part's table, with a small function for each that looks it up
//! there. Inside of one module these become plain calls, which wasm-opt can inline.

mod read;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataCountSection, DataSection, ElementSection, Elements, ExportKind,
    ExportSection, FunctionSection, ImportSection, Module, NameMap, NameSection, RawSection, SectionId, StartSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator, TypeRef};

use read::Part;

/// A function, by the part that it is in and its index there.
type Place = (usize, u32);

/// One module that does what all of these do. The first one may be the main part.
///
/// Fails when one of them has something that the splitter does not write.
pub fn merge(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let parts: Vec<Part> = modules.iter().map(|module| Part::read(module)).collect::<Result<_>>()?;
    let Some((head, others)) = parts.split_first() else {
        bail!("nothing to merge");
    };
    if others.iter().any(|part| part.types != head.types) {
        bail!("the parts number their types differently");
    }
    if others
        .iter()
        .any(|part| part.imported > 0 || !part.sections.is_empty() || !part.exports.is_empty())
    {
        bail!("a chunk has something that only the main part should have");
    }
    let (places, replaced) = places(&parts)?;
    let mut whole = Whole::default();
    let imports = imports(&parts)?;
    for (number, part) in parts.iter().enumerate() {
        let mut inside = Inside {
            places: &places,
            replaced: &replaced,
            number,
            global: global(head, part)?,
        };
        whole.take_in(part, &mut inside, &parts)?;
    }

    let mut module = Module::new();
    let raw = |id: u8, data| RawSection { id, data };
    module.section(&raw(SectionId::Type.into(), head.types));
    module.section(&imports).section(&whole.functions);
    for (number, data) in &head.sections {
        module.section(&raw(*number, data));
    }
    module.section(&whole.exports);
    if let Some(start) = head.start {
        let function_index = place(&places, (0, start))?;
        module.section(&StartSection { function_index });
    }
    let count = whole.data.len();
    module
        .section(&whole.elements)
        .section(&DataCountSection { count })
        .section(&whole.code)
        .section(&whole.data);
    let mut map = NameMap::new();
    for (place, name) in whole.names {
        map.append(place, name);
    }
    let mut names = NameSection::new();
    names.functions(&map);
    module.section(&names);
    for (name, data) in &head.customs {
        module.section(&CustomSection {
            name: (*name).into(),
            data: (*data).into(),
        });
    }
    Ok(module.finish())
}

/// What of the one module is written part by part.
#[derive(Default)]
struct Whole<'a> {
    functions: FunctionSection,
    exports: ExportSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    names: BTreeMap<u32, &'a str>,
}

impl<'a> Whole<'a> {
    fn take_in(&mut self, part: &Part<'a>, inside: &mut Inside, parts: &[Part]) -> Result<()> {
        let is_head = inside.number == 0;
        let imported = parts.first().map_or(0, |head| head.imported);
        for (own, (ty, body)) in (part.imported..).zip(part.functions.iter().zip(&part.bodies)) {
            if inside.replaced.contains(&(inside.number, own)) {
                continue;
            }
            let place = inside.place(own)?;
            if place != imported + self.functions.len() {
                bail!("function {own} of part {} comes out of turn", inside.number);
            }
            self.functions.function(*ty);
            inside
                .parse_function_body(&mut self.code, body.clone())
                .map_err(|error| anyhow!("{error}"))?;
            self.names.extend(part.names.get(&own).map(|name| (place, *name)));
        }
        self.names.extend(part.names.range(..part.imported));
        for export in &part.exports {
            let kind = ExportKind::from(export.kind);
            let index = if export.kind == ExternalKind::Func {
                inside.place(export.index)?
            } else {
                export.index
            };
            self.exports.export(export.name, kind, index);
        }
        for run in &part.elements {
            let Some(functions) = &run.functions else {
                let mut of_chunks = parts.iter().skip(1).flat_map(|part| &part.elements);
                if !of_chunks.any(|other| (other.offset, other.count) == (run.offset, run.count)) {
                    self.elements.raw(run.bytes);
                }
                continue;
            };
            let functions: Vec<u32> = functions.iter().map(|own| inside.place(*own)).collect::<Result<_>>()?;
            let offset = ConstExpr::i32_const(run.offset);
            self.elements
                .active(None, &offset, Elements::Functions(functions.into()));
        }
        for data in part.data.iter().filter(|data| is_head || !data.is_empty) {
            self.data.raw(data.bytes);
        }
        Ok(())
    }
}

/// The imports of all, without what the first one has itself.
fn imports(parts: &[Part]) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    let mut shared = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        for import in &part.imports {
            let is_own = parts
                .first()
                .is_some_and(|head| head.exports.iter().any(|export| export.name == import.name));
            if number > 0 && is_own {
                continue;
            }
            if !matches!(import.ty, TypeRef::Func(_)) {
                // At most one of each kind, so that its index is the same everywhere.
                match shared.insert(format!("{:?}", std::mem::discriminant(&import.ty)), import.name) {
                    Some(before) if before != import.name => {
                        bail!("{before} and {} are imported side by side", import.name)
                    }
                    Some(_) => continue,
                    None => {}
                }
            }
            let ty = wasm_encoder::EntityType::try_from(import.ty).map_err(|error| anyhow!("{error}"))?;
            imports.import(import.module, import.name, ty);
        }
    }
    Ok(imports)
}

/// Where the first part has the global that this one imports.
fn global(head: &Part, part: &Part) -> Result<Option<u32>> {
    if head.imported == 0 && head.sections.is_empty() {
        return Ok(None);
    }
    let import = part
        .imports
        .iter()
        .find(|import| matches!(import.ty, TypeRef::Global(_)));
    import
        .map(|import| {
            let mut exports = head.exports.iter().filter(|export| export.kind == ExternalKind::Global);
            let export = exports.find(|export| export.name == import.name);
            Ok(export
                .with_context(|| format!("the main part has no {}", import.name))?
                .index)
        })
        .transpose()
}

/// Where each function of each part is in the one module. What only looks another one up is where that one is, and named
/// beside: its own body is left out.
fn places(parts: &[Part]) -> Result<(BTreeMap<Place, u32>, BTreeSet<Place>)> {
    let mut table = BTreeMap::new();
    let mut look_ups = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        for run in &part.elements {
            let functions = run.functions.iter().flatten();
            table.extend((run.offset..).zip(functions).map(|(at, own)| (at, (number, *own))));
        }
        for (own, (ty, body)) in (part.imported..).zip(part.functions.iter().zip(&part.bodies)) {
            if let Some(at) = looked_up(*ty, body)? {
                look_ups.insert((number, own), at);
            }
        }
    }
    let mut first: BTreeMap<i32, Place> = BTreeMap::new();
    let mut targets = BTreeMap::new();
    for (place, at) in &look_ups {
        // A function that looks itself up would be looked for without end.
        let found = table.get(at).filter(|found| !look_ups.contains_key(*found));
        let first = *first.entry(*at).or_insert(*place);
        targets.insert(*place, found.copied().unwrap_or(first));
    }
    let mut places = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        let own = u32::try_from(part.functions.len())? + part.imported;
        for place in (0..own).map(|own| (number, own)) {
            if targets.get(&place).is_none_or(|target| *target == place) {
                places.insert(place, u32::try_from(places.len())?);
            }
        }
    }
    let mut replaced = BTreeSet::new();
    for (looks_up, target) in targets {
        let at = place(&places, target)?;
        places.insert(looks_up, at);
        if looks_up != target {
            replaced.insert(looks_up);
        }
    }
    Ok((places, replaced))
}

/// The index in the table, when the function does nothing but pass its parameters on to what is there.
fn looked_up(ty: u32, body: &FunctionBody) -> Result<Option<i32>> {
    let mut reader = body.get_operators_reader()?;
    let mut at = None;
    let mut parameters = 0;
    loop {
        match reader.read()? {
            Operator::LocalGet { local_index } if at.is_none() && local_index == parameters => parameters += 1,
            Operator::I32Const { value } if at.is_none() => at = Some(value),
            Operator::CallIndirect { type_index, .. } if type_index == ty => break,
            _ => return Ok(None),
        }
    }
    let is_all = matches!(reader.read()?, Operator::End) && reader.eof();
    Ok(at.filter(|_| is_all))
}

fn place(places: &BTreeMap<Place, u32>, of: Place) -> Result<u32> {
    let place = places.get(&of).copied();
    place.with_context(|| format!("function {} of part {} is nowhere", of.1, of.0))
}

/// Rewrites what is inside of one part for the one module.
struct Inside<'a> {
    places: &'a BTreeMap<Place, u32>,
    replaced: &'a BTreeSet<Place>,
    number: usize,
    global: Option<u32>,
}

impl Inside<'_> {
    fn place(&self, own: u32) -> Result<u32> {
        place(self.places, (self.number, own))
    }
}

impl Reencode for Inside<'_> {
    type Error = anyhow::Error;

    fn function_index(&mut self, own: u32) -> Result<u32, Error<anyhow::Error>> {
        self.place(own).map_err(Error::UserError)
    }

    fn global_index(&mut self, own: u32) -> Result<u32, Error<anyhow::Error>> {
        Ok(self.global.unwrap_or(own))
    }

    fn data_index(&mut self, own: u32) -> Result<u32, Error<anyhow::Error>> {
        if self.number > 0 {
            return Err(Error::UserError(anyhow!("data is used by its number")));
        }
        Ok(own)
    }
}
