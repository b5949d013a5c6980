//! Python's tracebacks: the cause first, the oldest call first, the message last.

use super::Style;
use super::parts::{Thrown, line_of, sent};
use crate::stack_trace::chain::Relation;
use crate::stack_trace::rows::is_same_frame;
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

/// Python writes so many equal lines, and counts the others.
const REPEATED: usize = 3;

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for (at, one) in thrown.iter().enumerate().rev() {
        let frames = one.frames();
        if !frames.is_empty() {
            out.push_str("Traceback (most recent call last):\n");
        }
        trace(out, frames, one.platform);
        // Python does not name the modules of its own exceptions and of the program itself.
        let is_bare = matches!(
            one.exception.module.as_deref(),
            Some("builtins" | "exceptions" | "__builtin__" | "__main__")
        );
        let kind = if is_bare {
            one.kind().to_owned()
        } else {
            one.full_kind(".")
        };
        out.push_str(&one.message(&kind));
        out.push('\n');
        if let (Some(relation), true) = (&one.relation, at > 0) {
            out.push_str(joint(relation));
        }
    }
}

fn trace(out: &mut String, frames: &[Frame], platform: Option<&str>) {
    let mut at = 0;
    while let Some(one) = frames.get(at) {
        let rest = frames.get(at..).unwrap_or_default();
        let times = rest.iter().take_while(|next| is_same_frame(one, next)).count().max(1);
        for one in rest.iter().take(times.min(REPEATED)) {
            frame(out, one, platform);
        }
        match times.saturating_sub(REPEATED) {
            0 => {}
            1 => out.push_str("  [Previous line repeated 1 more time]\n"),
            more => out.push_str(&format!("  [Previous line repeated {more} more times]\n")),
        }
        at += times;
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    out.push_str(&format!("  File \"{}\"", line.path.as_deref().unwrap_or("<unknown>")));
    if let Some(number) = line.title.line {
        out.push_str(&format!(", line {number}"));
    }
    out.push_str(&format!(", in {}\n", line.title.function));
    if let Some(code) = sent(frame.context_line.as_deref()) {
        out.push_str(&format!("    {}\n", code.trim()));
    }
}

fn joint(relation: &Relation) -> &'static str {
    match relation {
        Relation::CausedBy => "\nThe above exception was the direct cause of the following exception:\n\n",
        Relation::DuringHandlingOf => "\nDuring handling of the above exception, another exception occurred:\n\n",
        Relation::MemberOf(_) | Relation::Within => "\nThe above exception is part of the following exception:\n\n",
    }
}
