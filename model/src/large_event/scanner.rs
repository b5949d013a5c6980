//! Looks through JSON that comes in slices of any size: checks it in full, and notes where the large pieces are.

mod number;
mod open;

use super::PIECE;
use super::outline::{Kind, Node, Outline};
use super::string_run::plain_run;
use number::Number;
use open::Open;
use std::fmt;
use std::str;
use std::sync::Arc;

/// Deeper than this nothing is taken apart: an exception's local variable is ten levels down.
const DEEPEST: usize = 16;

/// What is wrong with a text, and after how many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    what: &'static str,
    at: usize,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.at)
    }
}

/// What may come next.
#[derive(Clone, Copy, Debug)]
enum Next {
    /// A value.
    Value,
    /// A value, or the end of an array.
    ValueOrEnd,
    /// A key.
    Key,
    /// A key, or the end of an object.
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    /// More of a text; of a key when true.
    Text(bool),
    /// What follows a backslash.
    Escape(bool),
    /// So many more hex digits.
    Hex(bool, u8),
    /// The rest of `true`, `false` or `null`.
    Word(&'static [u8]),
    Number(Number),
    /// Nothing but space.
    Nothing,
}

/// The scanner.
pub struct Scanner {
    piece: usize,
    text: String,
    /// The bytes of a character that was cut in two.
    cut: Vec<u8>,
    at: usize,
    next: Next,
    /// Where the text, number or word of the moment begins.
    token: usize,
    /// What is open.
    kinds: Vec<Kind>,
    /// The outermost ones of them.
    open: Vec<Open>,
    /// Where the last one begins that is too deep to be one of those, though what is around it is not.
    deep: usize,
    root: Option<Node>,
}

impl Scanner {
    /// One for a text of about so many bytes.
    pub fn new(length: usize) -> Self {
        Self::with_piece(length, PIECE)
    }

    /// One whose pieces have another size.
    pub(super) fn with_piece(length: usize, piece: usize) -> Self {
        Self {
            piece,
            text: String::with_capacity(length),
            cut: Vec::new(),
            at: 0,
            next: Next::Value,
            token: 0,
            kinds: Vec::new(),
            open: Vec::new(),
            deep: 0,
            root: None,
        }
    }

    /// Takes the next slice. After an error there is nothing more to be had.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Malformed> {
        self.keep(bytes)?;
        let mut place = 0;
        while let Some(byte) = bytes.get(place) {
            if let Next::Text(is_key) = self.next {
                let run = plain_run(bytes.get(place..).unwrap_or_default());
                place += run;
                self.at += run;
                match bytes.get(place) {
                    Some(b'"') => {
                        self.at += 1;
                        self.text_ends(is_key);
                    }
                    Some(b'\\') => {
                        self.at += 1;
                        self.next = Next::Escape(is_key);
                    }
                    Some(_) => return Err(self.wrong("a control character in a text")),
                    None => {}
                }
                place += 1;
                continue;
            }
            if let Next::Number(number) = self.next {
                match number.then(*byte) {
                    Some(number) => self.next = Next::Number(number),
                    None => {
                        self.number_ends(number)?;
                        continue;
                    }
                }
            } else {
                self.step(*byte)?;
            }
            self.at += 1;
            place += 1;
        }
        Ok(())
    }

    /// The outline, when the text is whole.
    pub fn finish(mut self) -> Result<Outline, Malformed> {
        if let Next::Number(number) = self.next {
            self.number_ends(number)?;
        }
        if !self.cut.is_empty() {
            return Err(self.wrong("a character that is cut off"));
        }
        match self.root.take() {
            Some(root) => Ok(Outline {
                text: Arc::new(self.text),
                root,
            }),
            None => Err(self.wrong("an early end")),
        }
    }

    /// Checks that the bytes are UTF-8, and keeps them as text.
    fn keep(&mut self, mut bytes: &[u8]) -> Result<(), Malformed> {
        while !self.cut.is_empty()
            && let Some((first, rest)) = bytes.split_first()
        {
            self.cut.push(*first);
            bytes = rest;
            match str::from_utf8(&self.cut) {
                Ok(character) => {
                    self.text.push_str(character);
                    self.cut.clear();
                }
                Err(error) if error.error_len().is_some() => return Err(self.wrong("a broken character")),
                Err(_) => {}
            }
        }
        match str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(error) if error.error_len().is_some() => return Err(self.wrong("a broken character")),
            Err(error) => {
                let (whole, cut) = bytes.split_at(error.valid_up_to());
                self.text.push_str(str::from_utf8(whole).unwrap_or_default());
                self.cut.extend_from_slice(cut);
            }
        }
        Ok(())
    }

    /// Takes a byte outside of the inside of texts and numbers.
    fn step(&mut self, byte: u8) -> Result<(), Malformed> {
        match self.next {
            Next::Escape(is_key) => {
                self.next = match byte {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Next::Text(is_key),
                    b'u' => Next::Hex(is_key, 4),
                    _ => return Err(self.wrong("an unknown escape")),
                };
                return Ok(());
            }
            Next::Hex(is_key, left) => {
                if !byte.is_ascii_hexdigit() {
                    return Err(self.wrong("an unknown escape"));
                }
                self.next = if left > 1 {
                    Next::Hex(is_key, left - 1)
                } else {
                    Next::Text(is_key)
                };
                return Ok(());
            }
            Next::Word(rest) => {
                match rest.split_first() {
                    Some((first, [])) if *first == byte => self.value_ends(Kind::Scalar, self.at + 1),
                    Some((first, rest)) if *first == byte => self.next = Next::Word(rest),
                    _ => return Err(self.wrong("an unknown word")),
                }
                return Ok(());
            }
            _ => {}
        }
        if matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
            return Ok(());
        }
        match (self.next, byte) {
            (Next::ValueOrEnd, b']') | (Next::KeyOrEnd, b'}') => self.container_ends(),
            (Next::Value | Next::ValueOrEnd, _) => return self.value_begins(byte),
            (Next::Key | Next::KeyOrEnd, b'"') => {
                let at = self.at;
                if let Some(open) = self.own_open() {
                    open.member = at;
                }
                self.token = at;
                self.next = Next::Text(true);
            }
            (Next::Colon, b':') => self.next = Next::Value,
            (Next::CommaOrEnd, b',') => {
                self.next = match self.kinds.last() {
                    Some(Kind::Object) => Next::Key,
                    _ => Next::Value,
                }
            }
            (Next::CommaOrEnd, b'}') if self.kinds.last() == Some(&Kind::Object) => self.container_ends(),
            (Next::CommaOrEnd, b']') if self.kinds.last() == Some(&Kind::Array) => self.container_ends(),
            _ => return Err(self.wrong("an unexpected character")),
        }
        Ok(())
    }

    fn value_begins(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.kinds.last() == Some(&Kind::Array) {
            let at = self.at;
            if let Some(open) = self.own_open() {
                open.member = at;
            }
        }
        self.token = self.at;
        self.next = match byte {
            b'{' => {
                self.container_begins(Kind::Object);
                Next::KeyOrEnd
            }
            b'[' => {
                self.container_begins(Kind::Array);
                Next::ValueOrEnd
            }
            b'"' => Next::Text(false),
            b't' => Next::Word(b"rue"),
            b'f' => Next::Word(b"alse"),
            b'n' => Next::Word(b"ull"),
            b'-' => Next::Number(Number::Minus),
            b'0' => Next::Number(Number::Zero),
            b'1'..=b'9' => Next::Number(Number::Digits),
            _ => return Err(self.wrong("an unexpected character")),
        };
        Ok(())
    }

    fn text_ends(&mut self, is_key: bool) {
        let end = self.at;
        if is_key {
            let key = self.token..end;
            if let Some(open) = self.own_open() {
                open.key = key;
            }
            self.next = Next::Colon;
        } else {
            self.value_ends(Kind::Scalar, end);
        }
    }

    fn number_ends(&mut self, last: Number) -> Result<(), Malformed> {
        if !last.is_whole() {
            return Err(self.wrong("an unfinished number"));
        }
        self.value_ends(Kind::Scalar, self.at);
        Ok(())
    }

    fn container_begins(&mut self, kind: Kind) {
        self.kinds.push(kind);
        if self.kinds.len() == DEEPEST + 1 {
            self.deep = self.at;
        }
        if self.kinds.len() <= DEEPEST {
            self.open.push(Open::at(self.at));
        }
    }

    fn container_ends(&mut self) {
        let end = self.at + 1;
        let is_own = self.open.len() == self.kinds.len();
        let kind = self.kinds.pop().unwrap_or(Kind::Scalar);
        match self.open.pop_if(|_| is_own) {
            Some(open) => {
                let node = open.close(kind, end, self.piece);
                self.member_ends(node);
            }
            // It is too deep to be taken apart. The outermost such one is a member of what is taken apart.
            None => self.member_ends(Node::whole(kind, self.deep..end)),
        }
    }

    fn value_ends(&mut self, kind: Kind, end: usize) {
        let start = self.token;
        self.member_ends(Node::whole(kind, start..end));
    }

    /// A value has ended: it belongs to the innermost open one, or is the whole.
    fn member_ends(&mut self, node: Node) {
        let piece = self.piece;
        self.next = Next::CommaOrEnd;
        if self.kinds.is_empty() {
            self.next = Next::Nothing;
            self.root = Some(node);
        } else if let Some(open) = self.own_open() {
            open.add(node, piece);
        }
    }

    /// The innermost open one, unless it is too deep.
    fn own_open(&mut self) -> Option<&mut Open> {
        if self.open.len() == self.kinds.len() {
            self.open.last_mut()
        } else {
            None
        }
    }

    fn wrong(&self, what: &'static str) -> Malformed {
        Malformed { what, at: self.at }
    }
}
