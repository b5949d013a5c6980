//! Small modules as the splitter writes them.

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, HeapType, ImportSection, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{Operator, Validator};

use super::merge;
use super::read::Part;

const TABLE: TableType = TableType {
    element_type: RefType::FUNCREF,
    table64: false,
    minimum: 4,
    maximum: None,
    shared: false,
};
const MEMORY: MemoryType = MemoryType {
    minimum: 1,
    maximum: None,
    memory64: false,
    shared: false,
    page_size_log2: None,
};
const STACK: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: true,
    shared: false,
};

/// One type, that of a function from a number to a number.
fn types() -> TypeSection {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    types
}

fn looks_up(at: i32) -> Function {
    let mut function = Function::new([]);
    function
        .instructions()
        .local_get(0)
        .i32_const(at)
        .call_indirect(0, 0)
        .end();
    function
}

fn calls(function_index: u32) -> Function {
    let mut function = Function::new([]);
    function.instructions().local_get(0).call(function_index).end();
    function
}

fn gives_stack() -> Function {
    let mut function = Function::new([]);
    function.instructions().global_get(0).end();
    function
}

fn names(of: &[(u32, &str)]) -> NameSection {
    let mut map = NameMap::new();
    for (index, name) in of {
        map.append(*index, name);
    }
    let mut names = NameSection::new();
    names.functions(&map);
    names
}

/// A chunk with these functions, and one of them in the table.
fn chunk(functions: &[(&str, Function)], (at, index): (i32, u32)) -> Vec<u8> {
    let mut imports = ImportSection::new();
    imports.import("__wasm_split", "stack", EntityType::Global(STACK));
    imports.import("__wasm_split", "table", EntityType::Table(TABLE));
    imports.import("__wasm_split", "memory", EntityType::Memory(MEMORY));
    let (mut declared, mut code) = (FunctionSection::new(), CodeSection::new());
    for (_, function) in functions {
        declared.function(0);
        code.function(function);
    }
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(at), Elements::Functions([index][..].into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(0), []);
    data.active(0, &ConstExpr::i32_const(at), [7]);
    let named: Vec<(u32, &str)> = (0..).zip(functions.iter().map(|(name, _)| *name)).collect();
    let mut module = Module::new();
    module
        .section(&types())
        .section(&imports)
        .section(&declared)
        .section(&elements);
    module.section(&code).section(&data).section(&names(&named));
    module.finish()
}

/// A main part that imports a function, looks up what chunks have at 1 and 2, and keeps their places.
fn main_part() -> Vec<u8> {
    let mut imports = ImportSection::new();
    imports.import("./app_bg.js", "ask", EntityType::Function(0));
    let (mut declared, mut code) = (FunctionSection::new(), CodeSection::new());
    for function in [looks_up(1), calls(1), looks_up(2)] {
        declared.function(0);
        code.function(&function);
    }
    let mut tables = TableSection::new();
    tables.table(TABLE);
    let mut memories = MemorySection::new();
    memories.memory(MEMORY);
    let mut globals = GlobalSection::new();
    let other = GlobalType {
        mutable: false,
        ..STACK
    };
    globals.global(other, &ConstExpr::i32_const(5));
    globals.global(STACK, &ConstExpr::i32_const(9));
    let mut exports = ExportSection::new();
    exports.export("table", ExportKind::Table, 0);
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("stack", ExportKind::Global, 1);
    exports.export("start", ExportKind::Func, 2);
    let mut elements = ElementSection::new();
    for at in [1, 2] {
        let nothing = [ConstExpr::ref_null(HeapType::FUNC)];
        let nothing = Elements::Expressions(RefType::FUNCREF, nothing[..].into());
        elements.active(None, &ConstExpr::i32_const(at), nothing);
    }
    elements.active(None, &ConstExpr::i32_const(3), Elements::Functions([2][..].into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(0), []);
    let mut module = Module::new();
    module
        .section(&types())
        .section(&imports)
        .section(&declared)
        .section(&tables)
        .section(&memories);
    module
        .section(&globals)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data);
    module.section(&names(&[
        (0, "ask"),
        (1, "one look-up"),
        (2, "start"),
        (3, "two look-up"),
    ]));
    module.finish()
}

/// The functions by name, each with what it calls or reads.
fn functions(module: &[u8]) -> Vec<(String, String)> {
    Validator::new().validate_all(module).unwrap();
    let part = Part::read(module).unwrap();
    let name = |index: u32| part.names.get(&index).map_or("?", |name| *name).to_owned();
    let said = |body: &wasmparser::FunctionBody| {
        let operators = body.get_operators_reader().unwrap().into_iter();
        operators
            .map(|operator| match operator.unwrap() {
                Operator::Call { function_index } => name(function_index),
                Operator::CallIndirect { .. } => "table".to_owned(),
                Operator::GlobalGet { global_index } => format!("global {global_index}"),
                _ => String::new(),
            })
            .collect::<String>()
    };
    (part.imported..)
        .zip(&part.bodies)
        .map(|(index, body)| (name(index), said(body)))
        .collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(name, said)| ((*name).to_owned(), (*said).to_owned()))
        .collect()
}

#[test]
fn what_is_in_one_module_is_called_directly() {
    let one = chunk(
        &[("one", gives_stack()), ("far look-up", looks_up(3)), ("a", calls(1))],
        (1, 0),
    );
    let two = chunk(
        &[
            ("two", calls(1)),
            ("one look-up", looks_up(1)),
            ("far look-up", looks_up(3)),
            ("b", calls(2)),
        ],
        (2, 0),
    );
    let merged = merge(&[one, two]).unwrap();
    assert_eq!(
        functions(&merged),
        pairs(&[
            ("one", "global 0"),
            ("far look-up", "table"),
            ("a", "far look-up"),
            ("two", "one"),
            ("b", "far look-up"),
        ])
    );
    let part = Part::read(&merged).unwrap();
    assert_eq!(part.imports.len(), 3);
    let table: Vec<(i32, Option<Vec<u32>>)> = part
        .elements
        .into_iter()
        .map(|run| (run.offset, run.functions))
        .collect();
    assert_eq!(table, [(1, Some(vec![0])), (2, Some(vec![3]))]);
    assert_eq!(part.data.iter().filter(|data| !data.is_empty).count(), 2);
}

#[test]
fn the_main_part_takes_chunks_in() {
    let one = chunk(
        &[("one", gives_stack()), ("start look-up", looks_up(3)), ("a", calls(1))],
        (1, 0),
    );
    let merged = merge(&[main_part(), one]).unwrap();
    assert_eq!(
        functions(&merged),
        pairs(&[
            ("start", "one"),
            ("two look-up", "table"),
            ("one", "global 1"),
            ("a", "start"),
        ])
    );
    let part = Part::read(&merged).unwrap();
    assert_eq!(part.imports.len(), 1);
    assert!(
        part.exports
            .iter()
            .any(|export| export.name == "start" && export.index == 1)
    );
    let table: Vec<(i32, Option<Vec<u32>>)> = part
        .elements
        .into_iter()
        .map(|run| (run.offset, run.functions))
        .collect();
    // The places of another chunk are still kept.
    assert_eq!(table, [(2, None), (3, Some(vec![1])), (1, Some(vec![3]))]);
}

#[test]
fn what_the_splitter_does_not_write_is_refused() {
    let one = chunk(&[("one", gives_stack())], (1, 0));
    assert!(merge(&[]).is_err());
    assert!(merge(&[one.clone(), main_part()]).is_err());
    assert!(merge(&[one, b"\0asm\x01\0\0\0".to_vec()]).is_err());
}

#[test]
fn a_function_that_comes_right_after_its_look_up_is_the_one_that_is_taken() {
    let one = chunk(&[("a", calls(1)), ("two look-up", looks_up(2))], (1, 0));
    let two = chunk(&[("two", gives_stack())], (2, 0));
    let merged = merge(&[one, two]).unwrap();
    assert_eq!(functions(&merged), pairs(&[("a", "two"), ("two", "global 0")]));
}
