//! What Ruby writes: the newest call with the message on the first line, then where it came from.

use super::Style;
use super::parts::{Thrown, line_of};
use crate::wire::entry::Frame;

pub const STYLE: Style = Style { chain, frame };

fn chain(out: &mut String, thrown: &[Thrown<'_>]) {
    for one in thrown {
        let mut calls = one.frames().iter().rev();
        if let Some(newest) = calls.next() {
            out.push_str(&call(newest, one.platform));
            out.push_str(": ");
        }
        match one.value() {
            // The type stands behind the first line of a message.
            Some(value) => {
                let (first, rest) = value
                    .split_once('\n')
                    .map_or((value, None), |(first, rest)| (first, Some(rest)));
                out.push_str(&format!("{first} ({})\n", one.kind()));
                if let Some(rest) = rest {
                    out.push_str(rest);
                    out.push('\n');
                }
            }
            None => out.push_str(&format!("{}\n", one.kind())),
        }
        for older in calls {
            frame(out, older, one.platform);
        }
    }
}

fn frame(out: &mut String, frame: &Frame, platform: Option<&str>) {
    out.push_str(&format!("\tfrom {}\n", call(frame, platform)));
}

/// `app/models/order.rb:42:in 'total'`.
fn call(frame: &Frame, platform: Option<&str>) -> String {
    let line = line_of(frame, platform);
    let place = line.place().unwrap_or_else(|| "(unknown file)".to_owned());
    format!("{place}:in '{}'", line.title.function)
}
