//! What debuggers of C and C++ write: numbered calls with their address, the newest first.

use super::Style;
use super::parts::{Thrown, line_of, sent};
use crate::stack_trace::address::address;
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        out.push_str(&one.joint());
        out.push_str(&one.message(one.kind()));
        out.push('\n');
        for (number, call) in one.frames().iter().rev().enumerate() {
            out.push_str(&format!("#{number:<3}"));
            frame(out, call, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    if let Some(at) = address(frame.instruction_addr.as_deref()) {
        out.push_str(&format!("0x{at:016x} in "));
    }
    let is_known = sent(frame.function.as_deref()).is_some();
    let function = if is_known { line.title.function.as_str() } else { "??" };
    out.push_str(function);
    if !function.contains('(') {
        out.push_str(" ()");
    }
    let file = line.place().filter(|_| sent(frame.filename.as_deref()).is_some());
    match (file, sent(frame.package.as_deref())) {
        (Some(place), _) => out.push_str(&format!(" at {place}")),
        (None, Some(image)) => out.push_str(&format!(" from {image}")),
        (None, None) => {}
    }
    out.push('\n');
}
