//! What Java and Kotlin write: the message with its class, then the newest call first.

use super::Style;
use super::parts::{Thrown, line_of, with_numbers};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        out.push_str(&one.joint());
        out.push_str(&one.message(&one.full_kind(".")));
        out.push('\n');
        for call in one.frames().iter().rev() {
            frame(out, call, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let title = line_of(frame, platform).title;
    // Java writes the file without its folders, and marks what is no Java by the line -2.
    let place = match frame.line_no {
        Some(-2) => Some("Native Method".to_owned()),
        _ => with_numbers(title.file.as_deref(), title.line, None),
    };
    out.push_str(&format!(
        "\tat {}({})\n",
        title.function,
        place.as_deref().unwrap_or("Unknown Source")
    ));
}
