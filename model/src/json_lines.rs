//! JSON text as lines to read, in the very words it came in: numbers, escapes and keys that stand there twice stay as they
//! were sent. The lines are places in the text, made in slices, so that ten megabytes do not block the page. What is no
//! JSON is shown all the same.

mod pieces;
mod search;

pub use pieces::{Piece, PieceKind};
pub use search::{MOST_MATCHES, Search};

use std::ops::Range;

/// A longer line goes on in the next one, so that none is too long to be drawn; in bytes.
const LONGEST: usize = 1_200;

/// One line: a place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    start: u32,
    end: u32,
    /// Where the key ends; 0 without a key.
    key_end: u32,
    /// Where the value behind a key begins; 0 without a key.
    value: u32,
    depth: u16,
    /// Whether it goes on with the text of the line before.
    is_more: bool,
    /// Whether it begins or goes on within a text in quotes.
    is_quoted: bool,
}

impl Line {
    /// Its place in the text, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// In how many objects and lists it is.
    pub fn depth(&self) -> usize {
        usize::from(self.depth)
    }

    /// Whether it goes on with the line before.
    pub fn is_more(&self) -> bool {
        self.is_more
    }
}

/// Divides a text into lines, slice by slice.
#[derive(Clone, Debug, Default)]
pub struct JsonLines {
    lines: Vec<Line>,
    /// Where the next slice begins.
    at: usize,
    depth: u16,
    /// The line under way.
    current: Option<Line>,
    in_text: bool,
    is_escaped: bool,
    /// Whether a bracket was opened just now: what closes it stays on its line.
    just_opened: bool,
    /// Whether the line under way is a text so far.
    may_be_key: bool,
    /// Whether the value behind a key is awaited.
    awaits_value: bool,
}

impl JsonLines {
    /// Goes on for about so many bytes; true when the text is done. It must be the same text each time, of less than
    /// 4 GB.
    pub fn step(&mut self, text: &str, bytes: usize) -> bool {
        let all = text.as_bytes();
        let end = all.len().min(self.at.saturating_add(bytes.max(1)));
        while self.at < end {
            self.take(all[self.at]);
            self.at += 1;
        }
        let is_done = self.at >= all.len();
        if is_done {
            self.flush();
        }
        is_done
    }

    /// The lines so far.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How far it has come, in bytes.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The line in which a place of the text is.
    pub fn line_at(&self, place: usize) -> usize {
        let after = self.lines.partition_point(|line| line.start as usize <= place);
        after.saturating_sub(1)
    }

    fn take(&mut self, byte: u8) {
        if self.in_text {
            self.break_if_long(byte);
            self.extend();
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.in_text = false,
                _ => {}
            }
            return;
        }
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'{' | b'[' => self.open(),
            b'}' | b']' => self.close(),
            b',' => {
                self.begin();
                self.extend();
                self.flush();
            }
            b':' if self.may_be_key => {
                self.may_be_key = false;
                if let Some(line) = &mut self.current {
                    line.key_end = line.end;
                    line.end = place(self.at + 1);
                    line.value = line.end;
                }
                self.awaits_value = true;
            }
            _ => {
                self.break_if_long(byte);
                self.may_be_key = self.current.is_none() && byte == b'"';
                self.begin();
                self.in_text = byte == b'"';
                self.extend();
            }
        }
    }

    /// Begins a line, or the value on it.
    fn begin(&mut self) {
        let at = place(self.at);
        self.just_opened = false;
        match &mut self.current {
            Some(line) if self.awaits_value => line.value = at,
            Some(_) => {}
            None => {
                self.current = Some(Line {
                    start: at,
                    end: at,
                    depth: self.depth,
                    ..Line::default()
                });
            }
        }
        self.awaits_value = false;
    }

    fn extend(&mut self) {
        if let Some(line) = &mut self.current {
            line.end = place(self.at + 1);
        }
    }

    fn flush(&mut self) {
        self.awaits_value = false;
        self.may_be_key = false;
        self.lines.extend(self.current.take());
    }

    fn open(&mut self) {
        self.begin();
        self.extend();
        self.flush();
        self.depth = self.depth.saturating_add(1);
        self.just_opened = true;
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        let opened = if self.just_opened { self.lines.pop() } else { None };
        if opened.is_some() {
            self.current = opened;
            self.just_opened = false;
        } else {
            self.flush();
            self.begin();
        }
        self.extend();
    }

    /// Goes on in a new line where this one is too long; never within a character or an escape.
    fn break_if_long(&mut self, next: u8) {
        let is_boundary = next & 0xC0 != 0x80 && !self.is_escaped;
        let Some(line) = self
            .current
            .filter(|line| is_boundary && self.at - line.start as usize >= LONGEST)
        else {
            return;
        };
        self.flush();
        self.current = Some(Line {
            start: place(self.at),
            end: place(self.at),
            depth: line.depth,
            is_more: true,
            is_quoted: self.in_text,
            ..Line::default()
        });
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
