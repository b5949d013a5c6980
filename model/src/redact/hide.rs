//! Putting something else in the place of what was found.

use super::{Found, Kind, Kinds};
use std::collections::BTreeMap;
use std::ops::Range;

/// A text with replacements in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The text.
    pub text: String,
    /// Where the replacements are, in bytes.
    pub marks: Vec<Range<usize>>,
}

/// Replaces what was found in several texts of one document: the same value has the same number everywhere.
#[derive(Debug)]
pub struct Hider {
    kinds: Kinds,
    known: BTreeMap<Kind, BTreeMap<String, usize>>,
}

impl Hider {
    /// Hides these kinds.
    pub fn new(kinds: Kinds) -> Self {
        Self {
            kinds,
            known: BTreeMap::new(),
        }
    }

    /// Replaces what was found, such as `[e-mail 1]`. What overlaps is replaced as one, named by what begins first.
    pub fn hide(&mut self, text: &str, found: &[Found]) -> Hidden {
        let mut out = Hidden {
            text: String::with_capacity(text.len()),
            marks: Vec::new(),
        };
        let mut copied = 0;
        for (kind, range) in merged(self.kinds, found) {
            let (Some(before), Some(value)) = (text.get(copied..range.start), text.get(range.clone())) else {
                continue;
            };
            out.text.push_str(before);
            let start = out.text.len();
            let number = self.number(kind, value);
            out.text.push_str(&format!("[{} {number}]", kind.label()));
            out.marks.push(start..out.text.len());
            copied = range.end;
        }
        out.text.push_str(text.get(copied..).unwrap_or_default());
        out
    }

    fn number(&mut self, kind: Kind, value: &str) -> usize {
        let of_kind = self.known.entry(kind).or_default();
        let next = of_kind.len() + 1;
        *of_kind.entry(value.to_owned()).or_insert(next)
    }
}

/// The findings of these kinds, overlapping ones as one. They come in the order of the text.
pub(super) fn merged(kinds: Kinds, found: &[Found]) -> Vec<(Kind, Range<usize>)> {
    let mut all: Vec<(Kind, Range<usize>)> = Vec::new();
    for one in found.iter().filter(|one| kinds.has(one.kind)) {
        match all.last_mut() {
            Some((_, last)) if one.range.start < last.end => last.end = last.end.max(one.range.end),
            _ => all.push((one.kind, one.range.clone())),
        }
    }
    all
}
