//! What .NET writes: all messages from the outside in, then the calls from the inside out.

use super::Style;
use super::parts::{Thrown, line_of};
use crate::stack_trace::chain::Relation;
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for (at, one) in thrown.iter().enumerate() {
        if at > 0 {
            out.push_str("\n ---> ");
        }
        if let Some(Relation::MemberOf(Some(place))) = &one.relation {
            out.push_str(&format!("(Inner Exception #{place}) "));
        }
        out.push_str(&one.message(&one.full_kind(".")));
    }
    out.push('\n');
    for (at, one) in thrown.iter().enumerate().rev() {
        for call in one.frames().iter().rev() {
            frame(out, call, one.platform);
        }
        if at > 0 {
            out.push_str("   --- End of inner exception stack trace ---\n");
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    let function = &line.title.function;
    let brackets = if function.contains('(') { "" } else { "()" };
    // A whole signature names its class itself.
    let is_signature = function.split('(').next().is_some_and(|name| name.contains(' '));
    match line.title.module.as_deref() {
        Some(module) if !is_signature && !function.starts_with(module) => {
            out.push_str(&format!("   at {module}.{function}{brackets}"));
        }
        _ => out.push_str(&format!("   at {function}{brackets}")),
    }
    if let (Some(path), Some(number)) = (&line.path, line.title.line) {
        out.push_str(&format!(" in {path}:line {number}"));
    }
    out.push('\n');
}
