//! What is in a module that the splitter wrote.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    DataKind, ElementItems, ElementKind, Export, FunctionBody, Import, KnownCustom, Name, Operator, Parser, Payload,
    TypeRef,
};

/// The main part or a chunk. Only the main part imports functions and has a table, a memory or globals of its own.
#[derive(Default)]
pub struct Part<'a> {
    /// The section of types.
    pub types: &'a [u8],
    /// What it imports.
    pub imports: Vec<Import<'a>>,
    /// How many of these are functions.
    pub imported: u32,
    /// The type of each function of its own.
    pub functions: Vec<u32>,
    /// The body of each.
    pub bodies: Vec<FunctionBody<'a>>,
    /// The sections of tables, memories and globals, by their number.
    pub sections: Vec<(u8, &'a [u8])>,
    /// What it exports.
    pub exports: Vec<Export<'a>>,
    /// The function that it starts with.
    pub start: Option<u32>,
    /// What goes into the table.
    pub elements: Vec<Elements<'a>>,
    /// Segments of data.
    pub data: Vec<Data<'a>>,
    /// The names of functions.
    pub names: BTreeMap<u32, &'a str>,
    /// Sections that only tools read: name and bytes.
    pub customs: Vec<(&'a str, &'a [u8])>,
}

/// What goes into a stretch of the table.
pub struct Elements<'a> {
    /// The first place.
    pub offset: i32,
    /// The functions; none when it keeps the places of a chunk's.
    pub functions: Option<Vec<u32>>,
    /// How many places.
    pub count: u32,
    /// The segment as it is.
    pub bytes: &'a [u8],
}

/// A segment of data.
pub struct Data<'a> {
    /// Whether there is nothing in it: the splitter keeps one in each part for each of the whole program.
    pub is_empty: bool,
    /// The segment as it is.
    pub bytes: &'a [u8],
}

impl<'a> Part<'a> {
    /// Reads a module.
    ///
    /// Fails when it has something that the splitter does not write.
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut part = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            part.take_in(module, payload?)?;
        }
        Ok(part)
    }

    fn take_in(&mut self, module: &'a [u8], payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => self.types = bytes(module, section.range())?,
            Payload::ImportSection(section) => {
                self.imports = section.into_imports().collect::<Result<_, _>>()?;
                let functions = self
                    .imports
                    .iter()
                    .filter(|import| matches!(import.ty, TypeRef::Func(_)));
                self.imported = u32::try_from(functions.count())?;
            }
            Payload::FunctionSection(section) => self.functions = section.into_iter().collect::<Result<_, _>>()?,
            Payload::ExportSection(section) => self.exports = section.into_iter().collect::<Result<_, _>>()?,
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    let ElementKind::Active {
                        table_index,
                        offset_expr,
                    } = element.kind
                    else {
                        bail!("an element segment is not active");
                    };
                    if table_index.unwrap_or_default() != 0 {
                        bail!("an element segment is for another table");
                    }
                    let (count, functions) = match element.items {
                        ElementItems::Functions(run) => (run.count(), Some(run.into_iter().collect::<Result<_, _>>()?)),
                        ElementItems::Expressions(_, run) => (run.count(), None),
                    };
                    self.elements.push(Elements {
                        offset: constant(&offset_expr)?,
                        functions,
                        count,
                        bytes: bytes(module, element.range)?,
                    });
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    if !matches!(data.kind, DataKind::Active { memory_index: 0, .. }) {
                        bail!("a data segment is not active");
                    }
                    self.data.push(Data {
                        is_empty: data.data.is_empty(),
                        bytes: bytes(module, data.range)?,
                    });
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else {
                    self.customs.push((section.name(), section.data()));
                    return Ok(());
                };
                for part in parts {
                    let Name::Function(map) = part? else { continue };
                    for naming in map {
                        let naming = naming?;
                        self.names.insert(naming.index, naming.name);
                    }
                }
            }
            Payload::TagSection(_) => bail!("a part has exceptions"),
            // Of these only what is in it comes as well.
            Payload::CodeSectionStart { .. } | Payload::DataCountSection { .. } => {}
            other => {
                if let Some((number, range)) = other.as_section() {
                    self.sections.push((number, bytes(module, range)?));
                }
            }
        }
        Ok(())
    }
}

fn bytes(module: &[u8], range: Range<u64>) -> Result<&[u8]> {
    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
    module.get(range).context("a section is longer than its module")
}

fn constant(expression: &wasmparser::ConstExpr) -> Result<i32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value),
        _ => bail!("a segment has an offset that is not a number"),
    }
}
