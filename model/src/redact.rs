//! What in a text had better not leave: tokens, passwords, keys, mail and network addresses, cookies, card numbers. Found
//! by hand-written scanners in one pass each, so that hostile text costs no more than its length.
//!
//! It helps a reader who looks at the result; it is no proof that a text holds nothing private.

mod cards;
mod hide;
mod keyed;
mod mail;
mod network;
mod shapes;
mod urls;

pub use hide::{Hidden, Hider};
pub use keyed::kind_of_key;

use std::cmp::Reverse;
use std::ops::Range;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A private key in PEM or PGP armour.
    PrivateKey,
    /// A token or key of an API: by its shape, or by the name before it.
    Token,
    /// The value of an `Authorization` header.
    Authorization,
    /// A cookie, or a header of them.
    Cookie,
    /// A password: in a URL, or by the name before it.
    Password,
    /// The DSN of a project: who has it can send events.
    Dsn,
    /// An e-mail address.
    Email,
    /// An IP address, unless it is the machine's own (`127.0.0.1`).
    Ip,
    /// A payment card's number.
    Card,
}

impl Kind {
    /// All kinds, the most dangerous first.
    pub const ALL: [Self; 9] = [
        Self::PrivateKey,
        Self::Token,
        Self::Authorization,
        Self::Cookie,
        Self::Password,
        Self::Dsn,
        Self::Email,
        Self::Ip,
        Self::Card,
    ];

    /// What one of them is called, as in `[e-mail 1]`.
    pub fn label(self) -> &'static str {
        match self {
            Self::PrivateKey => "private key",
            Self::Token => "token",
            Self::Authorization => "authorization",
            Self::Cookie => "cookie",
            Self::Password => "password",
            Self::Dsn => "DSN",
            Self::Email => "e-mail",
            Self::Ip => "IP address",
            Self::Card => "card number",
        }
    }

    /// What all of them are called: `Tokens and keys`.
    pub fn plural(self) -> &'static str {
        match self {
            Self::PrivateKey => "Private keys",
            Self::Token => "Tokens and keys",
            Self::Authorization => "Authorization headers",
            Self::Cookie => "Cookies",
            Self::Password => "Passwords",
            Self::Dsn => "DSNs",
            Self::Email => "E-mail addresses",
            Self::Ip => "IP addresses",
            Self::Card => "Card numbers",
        }
    }
}

/// Some of the kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// Every kind.
    pub const EVERY: Self = Self(u16::MAX);
    /// No kind.
    pub const NONE: Self = Self(0);

    /// Whether a kind is among them.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// The same with a kind put in or taken out.
    pub fn with(self, kind: Kind, is_in: bool) -> Self {
        Self(if is_in { self.0 | bit(kind) } else { self.0 & !bit(kind) })
    }
}

fn bit(kind: Kind) -> u16 {
    1 << kind as u16
}

/// Something that was found: where, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its place in the text; begins and ends between characters.
    pub range: Range<usize>,
}

/// Finds all of it, in the order of the text. What is found may overlap: a token within a header.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    shapes::find(text, &mut found);
    let userinfo = urls::find(text, &mut found);
    keyed::find(text, &mut found);
    mail::find(text, &userinfo, &mut found);
    network::find(text, &mut found);
    cards::find(text, &mut found);
    sort(&mut found);
    found
}

/// Puts findings into the order of their text, the longest of one place first.
pub fn sort(found: &mut [Found]) {
    found.sort_by_key(|one| (one.range.start, Reverse(one.range.end), one.kind));
}

fn push(found: &mut Vec<Found>, kind: Kind, range: Range<usize>) {
    if !range.is_empty() {
        found.push(Found { kind, range });
    }
}

/// Whether a word can begin here: no letter or digit stands before.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// Where a run of such bytes that begins here ends.
fn run_end(bytes: &[u8], from: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len())
}

/// Whether the text at this place begins so, whatever the case of its letters.
fn begins(bytes: &[u8], at: usize, with: &str) -> bool {
    bytes
        .get(at..at + with.len())
        .is_some_and(|here| here.eq_ignore_ascii_case(with.as_bytes()))
}

#[cfg(test)]
mod tests;
