//! One line of source, coloured a little: enough to find one's way in it, without knowing its language.

/// What a piece of source looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Nothing special.
    Plain,
    /// A word that many languages reserve.
    Keyword,
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A comment up to the end of the line.
    Comment,
}

/// Longer lines are minified code: colours would cost more than they tell.
const LONGEST: usize = 400;

/// Words that are reserved in some of Python, JavaScript, Java, Kotlin, C#, Go, Rust, PHP, Ruby and Swift, and
/// are not much used as names in the others.
const KEYWORDS: &[&str] = &[
    "abstract",
    "and",
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "def",
    "defer",
    "do",
    "elif",
    "else",
    "elsif",
    "end",
    "enum",
    "except",
    "export",
    "extends",
    "false",
    "False",
    "final",
    "finally",
    "fn",
    "for",
    "foreach",
    "from",
    "fun",
    "func",
    "function",
    "go",
    "guard",
    "if",
    "impl",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "is",
    "lambda",
    "let",
    "loop",
    "match",
    "module",
    "mut",
    "namespace",
    "new",
    "nil",
    "None",
    "not",
    "null",
    "or",
    "package",
    "pass",
    "private",
    "protected",
    "pub",
    "public",
    "raise",
    "rescue",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "switch",
    "this",
    "throw",
    "throws",
    "trait",
    "true",
    "True",
    "try",
    "typeof",
    "undefined",
    "unless",
    "use",
    "using",
    "val",
    "var",
    "void",
    "when",
    "where",
    "while",
    "with",
    "yield",
];

/// The line in pieces. Together they are the line; a quote that nothing closes is plain.
pub fn ink<'a>(line: &'a str, platform: Option<&str>) -> Vec<(Ink, &'a str)> {
    if line.len() > LONGEST {
        return vec![(Ink::Plain, line)];
    }
    let comment = match platform.unwrap_or_default() {
        "python" | "ruby" | "perl" | "elixir" => "#",
        _ => "//",
    };
    let mut pieces: Vec<(Ink, &str)> = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let (ink, length) = if rest.starts_with(comment) {
            (Ink::Comment, rest.len())
        } else if matches!(first, '"' | '\'' | '`') {
            quoted(rest, first).map_or((Ink::Plain, 1), |length| (Ink::Text, length))
        } else if first.is_ascii_digit() {
            (
                Ink::Number,
                span(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_')),
            )
        } else if first.is_alphabetic() || matches!(first, '_' | '$' | '@') {
            let length = span(rest, |c| c.is_alphanumeric() || matches!(c, '_' | '$' | '@'));
            let is_keyword = KEYWORDS.contains(&&rest[..length]);
            (if is_keyword { Ink::Keyword } else { Ink::Plain }, length)
        } else {
            (Ink::Plain, first.len_utf8())
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

fn span(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// How long the quoted text at the start is, quotes included.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Ink, ink};

    fn coloured<'a>(line: &'a str, platform: &str) -> Vec<(Ink, &'a str)> {
        ink(line, Some(platform))
            .into_iter()
            .filter(|(ink, _)| *ink != Ink::Plain)
            .collect()
    }

    #[test]
    fn python() {
        assert_eq!(
            coloured(
                "        raise Timeout(f\"no \\\"answer\\\" in {5}s\", 5.0) from e  # see docs",
                "python"
            ),
            [
                (Ink::Keyword, "raise"),
                (Ink::Text, "\"no \\\"answer\\\" in {5}s\""),
                (Ink::Number, "5.0"),
                (Ink::Keyword, "from"),
                (Ink::Comment, "# see docs"),
            ]
        );
    }

    #[test]
    fn others_have_other_comments() {
        assert_eq!(
            coloured("return this.#items[0x1f]; // first", "javascript"),
            [
                (Ink::Keyword, "return"),
                (Ink::Keyword, "this"),
                (Ink::Number, "0x1f"),
                (Ink::Comment, "// first"),
            ]
        );
    }

    #[test]
    fn an_open_quote_and_a_name_with_a_number_are_plain() {
        assert_eq!(coloured("don't stop at x86 or utf8", "python"), [(Ink::Keyword, "or")]);
    }

    #[test]
    fn the_pieces_are_the_line() {
        for line in ["", "é = '日本' + \"\\", "\t\u{202e}x'`\"", "a\\'b'", &"x".repeat(1_000)] {
            let whole: String = ink(line, None).into_iter().map(|(_, piece)| piece).collect();
            assert_eq!(whole, line);
        }
    }
}
