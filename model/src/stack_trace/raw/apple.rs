//! What Apple's crash reports write: numbered calls with image and address, the newest first.

use super::Style;
use super::parts::{Thrown, line_of, with_numbers};
use crate::stack_trace::address::address;
use crate::stack_trace::mechanism::system_code;
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for (at, one) in thrown.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&one.joint());
        out.push_str(&format!("Exception Type: {}", one.kind()));
        if let Some(code) = one.exception.mechanism.as_ref().and_then(system_code) {
            out.push_str(&format!(" ({code})"));
        }
        out.push('\n');
        if let Some(value) = one.value() {
            out.push_str(&format!("Exception Message: {value}\n"));
        }
        if one.frames().is_empty() {
            continue;
        }
        match one.thread() {
            Some(number) => out.push_str(&format!("\nThread {number} Crashed:\n")),
            None => out.push_str("\nThread Crashed:\n"),
        }
        for (number, call) in one.frames().iter().rev().enumerate() {
            out.push_str(&format!("{number:<4}"));
            frame(out, call, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let title = line_of(frame, platform).title;
    let image = frame.package.as_deref().or(frame.module.as_deref()).unwrap_or("???");
    let image = image.rsplit('/').next().unwrap_or_default();
    out.push_str(&format!("{image:<30}\t"));
    let at = address(frame.instruction_addr.as_deref());
    if let Some(at) = at {
        out.push_str(&format!("0x{at:016x} "));
    }
    out.push_str(&title.function);
    let start = address(frame.symbol_addr.as_deref());
    if let Some(offset) = at.zip(start).and_then(|(at, start)| at.checked_sub(start)) {
        out.push_str(&format!(" + {offset}"));
    }
    let is_image = title.line.is_none() && frame.filename.is_none();
    if let Some(place) = with_numbers(title.file.as_deref(), title.line, None).filter(|_| !is_image) {
        out.push_str(&format!(" ({place})"));
    }
    out.push('\n');
}
