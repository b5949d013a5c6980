//! A plain way for platforms that have no style here.

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
    match line.place_with_column() {
        Some(place) => out.push_str(&format!("  {} ({place})\n", line.title.function)),
        None => out.push_str(&format!("  {}\n", line.title.function)),
    }
}
