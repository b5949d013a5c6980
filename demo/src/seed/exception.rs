//! Exceptions of an event from their templates.

use crate::seed::fill::Filler;
use crate::seed::template::{Caught, Spot, Thrown};
use glint_model::wire::entry::{Exception, ExceptionData, Frame, Mechanism, Stacktrace};
use serde_json::Value;

/// How many source lines are sent before and after the line of a frame.
const AROUND: i64 = 5;

/// The entry's data for a chain, the first cause first.
pub fn data(chain: &[Thrown], filler: &Filler) -> ExceptionData {
    let values: Vec<_> = chain.iter().map(|thrown| exception(thrown, filler)).collect();
    let has_system_frames = chain.iter().flat_map(|thrown| thrown.frames).any(|spot| !spot.in_app);
    ExceptionData {
        values,
        has_system_frames: Some(has_system_frames),
    }
}

/// One exception with its frames.
pub fn exception(thrown: &Thrown, filler: &Filler) -> Exception {
    let some = |text: &str| Some(filler.fill(text)).filter(|text| !text.is_empty());
    let frames: Vec<_> = thrown.frames.iter().map(|spot| frame(spot, filler)).collect();
    Exception {
        kind: some(thrown.kind),
        value: some(thrown.value),
        module: some(thrown.module),
        thread_id: None,
        mechanism: mechanism(thrown.mechanism),
        stacktrace: (!frames.is_empty()).then_some(Stacktrace {
            frames: Some(frames),
            registers: None,
        }),
        raw_stacktrace: None,
    }
}

fn mechanism(caught: Caught) -> Option<Mechanism> {
    let (kind, handled) = match caught {
        Caught::Nothing => return None,
        Caught::Handled(by) => (by, true),
        Caught::Unhandled(by) => (by, false),
        Caught::Grouped(id, parent, is_group) => {
            return Some(Mechanism {
                kind: Some("chained".to_owned()),
                handled: Some(false),
                source: parent.map(|_| format!("exceptions[{}]", id - 1)),
                exception_id: Some(id),
                parent_id: parent,
                is_exception_group: is_group.then_some(true),
                ..Mechanism::default()
            });
        }
    };
    Some(Mechanism {
        kind: Some(kind.to_owned()),
        handled: Some(handled),
        ..Mechanism::default()
    })
}

/// One frame, with source around its line where the template has it.
pub fn frame(spot: &Spot, filler: &Filler) -> Frame {
    let some = |text: &str| Some(filler.fill(text)).filter(|text| !text.is_empty());
    let vars = spot
        .vars
        .iter()
        .map(|(name, json)| (filler.fill(name), local(&filler.fill(json))));
    let hex = |address: u64| (address != 0).then(|| format!("{address:#x}"));
    let (context, context_line) = source(spot);
    let line = Some(spot.line).filter(|line| *line > 0 || spot.function.starts_with("Array."));
    Frame {
        filename: some(spot.file),
        function: some(spot.function),
        module: some(spot.module),
        package: some(spot.package),
        abs_path: some(spot.code.map_or(spot.file, |code| code.path)),
        line_no: line,
        col_no: Some(spot.column).filter(|column| *column > 0),
        in_app: Some(spot.in_app),
        context: line.map(|_| context),
        context_line,
        vars: (!spot.vars.is_empty()).then(|| vars.collect()),
        instruction_addr: hex(spot.address),
        symbol_addr: hex(spot.address & !0xfff),
        image_addr: hex(spot.address & !0xf_ffff),
        ..Frame::default()
    }
}

/// A local is JSON text in the templates; what is none is sent as it is.
fn local(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.to_owned()))
}

/// The lines around the call, numbered, and the line itself.
fn source(spot: &Spot) -> (Vec<(i64, Option<String>)>, Option<String>) {
    let Some(code) = spot.code else {
        return (Vec::new(), None);
    };
    let near = |(number, _): &(i64, &str)| (number - spot.line).abs() <= AROUND;
    let lines: Vec<_> = (code.first_line..)
        .zip(code.text.lines())
        .filter(near)
        .map(|(number, text)| (number, Some(text.to_owned())))
        .collect();
    let line = lines
        .iter()
        .find(|(number, _)| *number == spot.line)
        .and_then(|(_, text)| text.clone());
    (lines, line)
}
