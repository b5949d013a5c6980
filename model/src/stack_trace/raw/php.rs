//! What PHP writes: the cause first, each with its place; then numbered calls, the newest first, each with the place it
//! was made from.

use super::Style;
use super::parts::{Line, Thrown, line_of, sent};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for (at, one) in thrown.iter().rev().enumerate() {
        if at > 0 {
            out.push_str("\nNext ");
        }
        out.push_str(&one.message(one.kind()));
        let mut calls = one.frames().iter().rev();
        let Some(newest) = calls.next() else {
            out.push('\n');
            continue;
        };
        let newest = line_of(newest, one.platform);
        if let Some(place) = newest.place() {
            out.push_str(&format!(" in {place}"));
        }
        out.push_str("\nStack trace:\n");
        // A frame on the wire names the function that it is in; PHP names the one that is called there.
        let mut called = newest.title.function;
        let mut number = 0;
        for caller in calls {
            let line = line_of(caller, one.platform);
            out.push_str(&format!("#{number} {}: {}\n", place(&line), with_brackets(&called)));
            called = line.title.function;
            number += 1;
        }
        // The oldest call is most often that of a script, which has no function.
        if one
            .frames()
            .first()
            .is_some_and(|oldest| sent(oldest.function.as_deref()).is_some())
        {
            out.push_str(&format!("#{number} [internal function]: {}\n", with_brackets(&called)));
            number += 1;
        }
        out.push_str(&format!("#{number} {{main}}\n"));
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    out.push_str(&format!("{}: {}\n", place(&line), with_brackets(&line.title.function)));
}

/// `/app/index.php(51)`.
fn place(line: &Line) -> String {
    match (&line.path, line.title.line) {
        (Some(path), Some(number)) => format!("{path}({number})"),
        (Some(path), None) => path.clone(),
        (None, _) => "[internal function]".to_owned(),
    }
}

fn with_brackets(function: &str) -> String {
    if function.contains('(') {
        function.to_owned()
    } else {
        format!("{function}()")
    }
}
