//! What Rust writes: the message, then numbered calls, the newest first, each with its place below.

use super::Style;
use super::parts::{Thrown, line_of};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        out.push_str(&one.joint());
        out.push_str(&head(one));
        out.push('\n');
        if !one.frames().is_empty() {
            out.push_str("stack backtrace:\n");
        }
        for (number, call) in one.frames().iter().rev().enumerate() {
            out.push_str(&format!("{number:>4}: "));
            frame(out, call, one.platform);
        }
    }
}

/// A panic names its thread and its place; an error its type.
fn head(one: &Thrown<'_>) -> String {
    let Some(value) = one.value().filter(|_| one.kind() == "panic") else {
        return one.message(one.kind());
    };
    let thread = one.thread().map(|thread| format!(" '{thread}'")).unwrap_or_default();
    let newest = one.frames().iter().rev().find(|frame| frame.in_app == Some(true));
    let place = newest.and_then(|frame| line_of(frame, one.platform).place_with_column());
    match place {
        Some(place) => format!("thread{thread} panicked at {place}:\n{value}"),
        None => format!("thread{thread} panicked:\n{value}"),
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    out.push_str(&line.title.function);
    out.push('\n');
    if let Some(place) = line.place_with_column() {
        out.push_str(&format!("             at {place}\n"));
    }
}
