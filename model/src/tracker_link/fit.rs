//! Cutting Markdown so that it fits into a link, without leaving a fence open.

use super::encoded_length;

/// What stands in the place of what did not fit.
const NOTE: &str = "\n(The rest did not fit into the link.)\n";

/// A text that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The text.
    pub text: String,
    /// How much of it is there, in bytes.
    pub kept: usize,
    /// Whether its end is missing.
    pub is_cut: bool,
}

/// The text as long as it takes at most so many bytes in a query; else the lines at its start that do, with a note.
pub fn fit(text: &str, room: usize) -> Fitted {
    if encoded_length(text) <= room {
        return Fitted {
            text: text.to_owned(),
            kept: text.len(),
            is_cut: false,
        };
    }
    let room = room.saturating_sub(encoded_length(NOTE));
    let mut out = String::new();
    let mut used = 0;
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        let next = match fence {
            Some(open) if bare == open => None,
            Some(open) => Some(open),
            None => fence_of(bare),
        };
        used += encoded_length(line);
        // The fence that this line leaves open has to be closed.
        if used + next.map_or(0, |open| encoded_length(open) + 6) > room {
            break;
        }
        out.push_str(line);
        fence = next;
    }
    let kept = out.len();
    if let Some(open) = fence {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(open);
        out.push('\n');
    }
    if room > 0 {
        out.push_str(NOTE);
    }
    Fitted {
        text: out,
        kept,
        is_cut: true,
    }
}

/// The backticks that open a block.
fn fence_of(line: &str) -> Option<&str> {
    let ticks = line.len() - line.trim_start_matches('`').len();
    line.get(..ticks).filter(|_| ticks >= 3)
}
