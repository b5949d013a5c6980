//! Values of any shape as JSON, with what their names tell to be private.

use super::span::{Span, Writer, clipped};
use crate::redact::{Kind, kind_of_key};
use serde_json::{Map, Value};

/// Longer texts are cut, in bytes.
const LONGEST_TEXT: usize = 2_000;

/// So many members of one object or list are written.
const MOST_MEMBERS: usize = 60;

/// A whole gets about this long, in bytes.
const LONGEST: usize = 24_000;

/// The value over several lines.
pub fn pretty(value: &Value) -> Span {
    let mut out = Writer::default();
    write(&mut out, value, None, Some(0));
    out.finish()
}

/// The members of an object over several lines.
pub fn pretty_map(map: &Map<String, Value>) -> Span {
    let mut out = Writer::default();
    write_members(&mut out, map, None, Some(0));
    out.finish()
}

/// Adds the value on one line.
pub fn push_compact(out: &mut Writer, value: &Value) {
    write(out, value, None, None);
}

/// A value without members on one line; others as JSON.
pub fn line(value: &Value, kind: Option<Kind>) -> Span {
    match value {
        Value::String(text) => Span::line(text, kind.filter(|_| tells(value)), LONGEST_TEXT),
        _ => {
            let mut out = Writer::default();
            write(&mut out, value, kind, None);
            out.finish()
        }
    }
}

/// Whether a value tells anything that its name could make private.
fn tells(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::Number(_) => true,
        Value::String(text) => !matches!(
            text.trim(),
            "" | "None" | "null" | "[Filtered]" | "[REDACTED]" | "********"
        ),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// Writes a value; `depth` is none for one line. What is nested deeply was not read as a value at all.
fn write(out: &mut Writer, value: &Value, kind: Option<Kind>, depth: Option<usize>) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            out.own("[");
            for (at, item) in items.iter().enumerate() {
                if is_end(out, at, items.len(), depth) {
                    break;
                }
                write(out, item, kind, depth.map(|depth| depth + 1));
            }
            close(out, depth, "]");
        }
        Value::Object(map) if !map.is_empty() => write_members(out, map, kind, depth),
        Value::String(text) => {
            let text = clipped(&crate::reveal::reveal(text), LONGEST_TEXT);
            let quoted = Value::String(text).to_string();
            let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            out.own("\"");
            out.push(inner.unwrap_or_default(), kind.filter(|_| tells(value)));
            out.own("\"");
        }
        value => out.push(&value.to_string(), kind.filter(|_| tells(value) && value.is_number())),
    }
}

fn write_members(out: &mut Writer, map: &Map<String, Value>, kind: Option<Kind>, depth: Option<usize>) {
    out.own("{");
    for (at, (key, value)) in map.iter().enumerate() {
        if is_end(out, at, map.len(), depth) {
            break;
        }
        out.push(&Value::String(key.clone()).to_string(), None);
        out.own(": ");
        write(
            out,
            value,
            kind.or_else(|| kind_of_key(key)),
            depth.map(|depth| depth + 1),
        );
    }
    close(out, depth, "}");
}

/// Begins the next member; says how many are left out when there are too many.
fn is_end(out: &mut Writer, at: usize, count: usize, depth: Option<usize>) -> bool {
    if at > 0 {
        out.own(if depth.is_some() { "," } else { ", " });
    }
    line_break(out, depth.map(|depth| depth + 1));
    let is_end = at >= MOST_MEMBERS || out.len() > LONGEST;
    if is_end {
        out.own(&format!("… {} more", count - at));
    }
    is_end
}

fn close(out: &mut Writer, depth: Option<usize>, bracket: &str) {
    line_break(out, depth);
    out.own(bracket);
}

fn line_break(out: &mut Writer, depth: Option<usize>) {
    if let Some(depth) = depth {
        out.own("\n");
        out.own(&"  ".repeat(depth));
    }
}
