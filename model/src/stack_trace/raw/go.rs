//! What Go writes: the message, then two lines for each call, the newest first.

use super::Style;
use super::parts::{Thrown, line_of};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        out.push_str(&one.joint());
        // The runtime's own errors can only come from a panic.
        match one.value().filter(|_| one.kind().starts_with("runtime.")) {
            Some(value) => out.push_str(&format!("panic: {value}")),
            None => out.push_str(&one.message(one.kind())),
        }
        out.push('\n');
        if one.frames().is_empty() {
            continue;
        }
        match one.thread() {
            Some(number) => out.push_str(&format!("\ngoroutine {number} [running]:\n")),
            None => out.push_str("\ngoroutine [running]:\n"),
        }
        for call in one.frames().iter().rev() {
            frame(out, call, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    let function = &line.title.function;
    match line.title.module.as_deref() {
        Some(module) if !function.starts_with(module) => out.push_str(&format!("{module}.{function}(...)\n")),
        _ => out.push_str(&format!("{function}(...)\n")),
    }
    if let Some(place) = line.place() {
        out.push_str(&format!("\t{place}\n"));
    }
}
