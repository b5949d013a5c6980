//! Searching the text in slices. Capitals and small letters are the same, as far as they are ASCII; a space behind the
//! colon of a key counts whether or not the server sent one.

use std::ops::Range;

/// So many matches are listed.
pub const MOST_MATCHES: usize = 10_000;

/// A search under way.
#[derive(Clone, Debug)]
pub struct Search {
    needle: Vec<u8>,
    at: usize,
    matches: Vec<(u32, u32)>,
}

impl Search {
    /// Looks for a text; none when there is nothing to look for.
    pub fn new(wanted: &str) -> Option<Self> {
        let bytes = wanted.to_ascii_lowercase().into_bytes();
        let mut needle: Vec<u8> = Vec::with_capacity(bytes.len());
        for byte in bytes {
            if !(byte == b' ' && needle.ends_with(b"\":")) {
                needle.push(byte);
            }
        }
        (!needle.is_empty()).then_some(Self {
            needle,
            at: 0,
            matches: Vec::new(),
        })
    }

    /// Goes on for about so many bytes; true when it is done, or has found enough.
    pub fn step(&mut self, text: &str, bytes: usize) -> bool {
        let all = text.as_bytes();
        let end = all.len().min(self.at.saturating_add(bytes.max(1)));
        let first = self.needle.first().copied().unwrap_or_default();
        while self.at < end && self.matches.len() < MOST_MATCHES {
            let here = all[self.at]
                .eq_ignore_ascii_case(&first)
                .then(|| self.match_end(all))
                .flatten();
            match here {
                Some(after) => {
                    let range = [self.at, after].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
                    self.matches.push((range[0], range[1]));
                    self.at = after;
                }
                None => self.at += 1,
            }
        }
        self.at >= all.len() || self.matches.len() >= MOST_MATCHES
    }

    /// How many matches there are so far.
    pub fn count(&self) -> usize {
        self.matches.len()
    }

    /// The place of a match in the text.
    pub fn get(&self, index: usize) -> Option<Range<usize>> {
        self.matches
            .get(index)
            .map(|(start, end)| *start as usize..*end as usize)
    }

    /// Which matches touch a place of the text.
    pub fn within(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.matches.partition_point(|(_, end)| *end as usize <= range.start);
        let end = self.matches.partition_point(|(start, _)| (*start as usize) < range.end);
        start..end.max(start)
    }

    /// The first match at or behind a place of the text; the first of all when there is none.
    pub fn first_from(&self, place: usize) -> Option<usize> {
        let index = self.matches.partition_point(|(start, _)| (*start as usize) < place);
        match self.matches.len() {
            0 => None,
            count if index == count => Some(0),
            _ => Some(index),
        }
    }

    fn match_end(&self, all: &[u8]) -> Option<usize> {
        let mut at = self.at;
        for (place, wanted) in self.needle.iter().enumerate() {
            if place > 1 && self.needle[..place].ends_with(b"\":") {
                let rest = all.get(at..)?;
                at += rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
            }
            if !all.get(at)?.eq_ignore_ascii_case(wanted) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}
