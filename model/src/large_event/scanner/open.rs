//! Objects and arrays that are being gone through.

use crate::large_event::outline::{Kind, Node, Part};
use std::mem;
use std::ops::Range;

/// An object or array whose end was not seen yet.
pub(super) struct Open {
    start: usize,
    count: usize,
    parts: Vec<Part>,
    /// The members since the last part.
    some: Option<Range<usize>>,
    /// Where the member of the moment begins: its key, or in an array its value.
    pub(super) member: usize,
    pub(super) key: Range<usize>,
}

impl Open {
    /// One that begins here.
    pub(super) fn at(start: usize) -> Self {
        Self {
            start,
            count: 0,
            parts: Vec::new(),
            some: None,
            member: start,
            key: 0..0,
        }
    }

    /// Takes in the member of the moment.
    pub(super) fn add(&mut self, node: Node, piece: usize) {
        self.count += 1;
        let end = node.span.end;
        let key = mem::take(&mut self.key);
        if node.span.len() > piece {
            self.parts.extend(self.some.take().map(Part::Some));
            self.parts.push(Part::Large { key, value: node });
            return;
        }
        match &mut self.some {
            Some(some) if end - some.start <= piece => some.end = end,
            some => self.parts.extend(some.replace(self.member..end).map(Part::Some)),
        }
    }

    /// What it is, now that it ends.
    pub(super) fn close(mut self, kind: Kind, end: usize, piece: usize) -> Node {
        let span = self.start..end;
        let parts = if span.len() > piece {
            self.parts.extend(self.some.take().map(Part::Some));
            self.parts
        } else {
            Vec::new()
        };
        Node {
            kind,
            span,
            count: self.count,
            parts,
        }
    }
}
