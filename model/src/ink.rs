//! Lines of source, coloured a little: enough to find one's way in them. Comments and texts that go over several lines
//! are followed from one line to the next.

mod language;

use language::{Language, language};

/// What a piece of source looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Nothing special.
    Plain,
    /// A word that the language reserves.
    Keyword,
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A comment.
    Comment,
}

/// Pieces of a line with their looks. Together they are the line.
pub type Inked<'a> = Vec<(Ink, &'a str)>;

/// Longer lines are minified code: colours would cost more than they tell.
const LONGEST: usize = 400;

/// What goes on from the line before: what it looks like, and what ends it.
type Open = Option<(Ink, &'static str)>;

/// Lines that follow each other, in pieces. The language is that of the file, or else that of the platform. A quote
/// that nothing closes is plain.
pub fn ink<'a>(lines: &[&'a str], platform: Option<&str>, file: Option<&str>) -> Vec<Inked<'a>> {
    let language = language(platform, file);
    let mut open = open_from_before(lines, language);
    lines.iter().map(|line| ink_line(line, language, &mut open)).collect()
}

/// What is shown may begin inside of a comment: then its end comes before any beginning.
fn open_from_before(lines: &[&str], language: &Language) -> Open {
    let (begin, end) = language.block_comment?;
    let first = lines.iter().find(|line| line.contains(begin) || line.contains(end))?;
    let ends_first = match (first.find(begin), first.find(end)) {
        (Some(begin), Some(end)) => end < begin,
        (begin, _) => begin.is_none(),
    };
    ends_first.then_some((Ink::Comment, end))
}

fn ink_line<'a>(line: &'a str, language: &'static Language, open: &mut Open) -> Inked<'a> {
    if line.len() > LONGEST {
        return vec![(open.map_or(Ink::Plain, |(ink, _)| ink), line)];
    }
    let mut pieces: Inked<'a> = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (ink, length) = match *open {
            Some((ink, end)) => {
                let length = end_of(rest, end, 0);
                if length.is_some() {
                    *open = None;
                }
                (ink, length.unwrap_or(rest.len()))
            }
            None => next_piece(rest, language, open),
        };
        let at = line.len() - rest.len();
        match pieces.last_mut() {
            Some((Ink::Plain, last)) if ink == Ink::Plain => *last = &line[at - last.len()..at + length],
            _ => pieces.push((ink, &line[at..at + length])),
        }
        rest = &rest[length..];
    }
    pieces
}

/// The piece at the start of what is not empty, and how long it is.
fn next_piece(rest: &str, language: &'static Language, open: &mut Open) -> (Ink, usize) {
    let first = rest.chars().next().unwrap_or_default();
    if language.line_comments.iter().any(|start| rest.starts_with(start)) && !is_word_of(rest, language) {
        return (Ink::Comment, rest.len());
    }
    if let Some((begin, end)) = language.block_comment
        && rest.starts_with(begin)
    {
        return long(rest, Ink::Comment, begin.len(), end, open);
    }
    if let Some(quote) = language.long_texts.iter().find(|quote| rest.starts_with(**quote)) {
        return long(rest, Ink::Text, quote.len(), quote, open);
    }
    if language.quotes.contains(first) {
        let end = &rest[..first.len_utf8()];
        return end_of(rest, end, 1).map_or((Ink::Plain, 1), |length| (Ink::Text, length));
    }
    if first.is_ascii_digit() {
        return (
            Ink::Number,
            span(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_')),
        );
    }
    if is_start_of_word(first) {
        let length = word(rest);
        let is_reserved = language.reserves(&rest[..length]);
        return (if is_reserved { Ink::Keyword } else { Ink::Plain }, length);
    }
    (Ink::Plain, first.len_utf8())
}

/// `#include` begins like a comment of other languages; PHP's `#[` begins an attribute.
fn is_word_of(rest: &str, language: &Language) -> bool {
    let is_attribute = rest.starts_with("#[") && language.line_comments.contains(&"//");
    is_attribute || rest.starts_with('#') && language.reserves(&rest[..word(rest)])
}

/// A comment or text that may go on in the next line.
fn long(rest: &str, ink: Ink, begin: usize, end: &'static str, open: &mut Open) -> (Ink, usize) {
    match end_of(rest, end, begin) {
        Some(length) => (ink, length),
        None => {
            *open = Some((ink, end));
            (ink, rest.len())
        }
    }
}

/// How long the text is up to and with its end, looked for behind so many bytes. What a backslash stands before is
/// no end, except of comments.
fn end_of(text: &str, end: &str, from: usize) -> Option<usize> {
    let has_escapes = !end.contains(['*', '=']);
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < from) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if has_escapes => is_escaped = true,
            _ if text[at..].starts_with(end) => return Some(at + end.len()),
            _ => {}
        }
    }
    None
}

fn is_start_of_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '$' | '@' | '#')
}

/// How long the word at the start is: at least one character.
fn word(text: &str) -> usize {
    let mut letters = text.char_indices();
    letters.next();
    letters
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '@' | '?')))
        .map_or(text.len(), |(at, _)| at)
}

fn span(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
