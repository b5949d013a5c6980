//! What V8 and browsers write: the message, then the newest call first.

use super::Style;
use super::parts::{Thrown, line_of};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        out.push_str(&one.joint());
        out.push_str(&one.message(one.kind()));
        out.push('\n');
        for call in one.frames().iter().rev() {
            frame(out, call, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    let line = line_of(frame, platform);
    let place = line.place_with_column();
    let place = place.as_deref().unwrap_or("<anonymous>");
    if line.title.function == "(anonymous)" {
        out.push_str(&format!("    at {place}\n"));
    } else {
        out.push_str(&format!("    at {} ({place})\n", line.title.function));
    }
}
