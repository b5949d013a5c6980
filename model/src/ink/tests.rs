use super::{Ink, ink};
use crate::testing::texts;

/// What is not plain in some lines.
fn coloured<'a>(lines: &[&'a str], platform: &str) -> Vec<(Ink, &'a str)> {
    ink(lines, Some(platform), None)
        .into_iter()
        .flatten()
        .filter(|(ink, _)| *ink != Ink::Plain)
        .collect()
}

#[test]
fn python() {
    assert_eq!(
        coloured(
            &["        raise Timeout(f\"no \\\"answer\\\" in {5}s\", 5.0) from e  # see docs"],
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
        coloured(&["return this.#items[0x1f]; // first"], "javascript"),
        [
            (Ink::Keyword, "return"),
            (Ink::Keyword, "this"),
            (Ink::Number, "0x1f"),
            (Ink::Comment, "// first"),
        ]
    );
}

#[test]
fn every_platform_has_its_own_words() {
    for (platform, line, want) in [
        ("python", "elif x is None:", "elif|is|None"),
        ("javascript", "const x = await import('a')", "const|await|import|'a'"),
        ("node-express", "typeof x === 'a'", "typeof|'a'"),
        ("java", "throw new Error(\"x\");", "throw|new|\"x\""),
        ("kotlin", "override fun f() = when (x) {", "override|fun|when"),
        ("csharp", "foreach (var x in list) lock (x) {", "foreach|var|in|lock"),
        ("go", "defer func() { go run() }()", "defer|func|go"),
        (
            "ruby",
            "unless x then raise Error end # no",
            "unless|then|raise|end|# no",
        ),
        (
            "php",
            "foreach ($a as $b) { echo 'x'; } # no",
            "foreach|as|echo|'x'|# no",
        ),
        (
            "rust",
            "let mut x: &'a str = \"y\"; match x {",
            "let|mut|str|\"y\"|match",
        ),
        (
            "cocoa",
            "guard let x = y else { return nil }",
            "guard|let|else|return|nil",
        ),
        ("native", "#include <a.h> // b", "#include|// b"),
        ("native", "static const int *x = nullptr;", "static|const|int|nullptr"),
        ("elixir", "def total(x) do # sum", "def|do|# sum"),
        ("other", "return null", "return|null"),
    ] {
        let pieces: Vec<&str> = coloured(&[line], platform)
            .into_iter()
            .map(|(_, piece)| piece)
            .collect();
        assert_eq!(pieces.join("|"), want, "{platform}: {line}");
    }
}

#[test]
fn the_file_tells_more_than_the_platform() {
    let word = |file: &str| ink(&["fn main() {"], Some("native"), Some(file))[0][0];
    assert_eq!(word("src/main.rs"), (Ink::Keyword, "fn"));
    assert_eq!(word("src/main.c"), (Ink::Plain, "fn main() {"));
    assert_eq!(word("https://a.example/x.rs?v=1"), (Ink::Keyword, "fn"));
}

#[test]
fn comments_and_texts_go_over_lines() {
    assert_eq!(
        coloured(&["x = \"\"\"one", "if two", "\"\"\" # three", "if four"], "python"),
        [
            (Ink::Text, "\"\"\"one"),
            (Ink::Text, "if two"),
            (Ink::Text, "\"\"\""),
            (Ink::Comment, "# three"),
            (Ink::Keyword, "if"),
            // `four` is a name.
        ]
    );
    assert_eq!(
        coloured(&["a(); /* if", " * else", " */ return"], "java"),
        [
            (Ink::Comment, "/* if"),
            (Ink::Comment, " * else"),
            (Ink::Comment, " */"),
            (Ink::Keyword, "return"),
        ]
    );
    assert_eq!(
        coloured(&["const a = `if ${b}", "else` + 1"], "javascript"),
        [
            (Ink::Keyword, "const"),
            (Ink::Text, "`if ${b}"),
            (Ink::Text, "else`"),
            (Ink::Number, "1"),
        ]
    );
}

#[test]
fn the_first_line_may_be_inside_of_a_comment() {
    assert_eq!(
        coloured(&[" * if this", " */ return"], "java"),
        [
            (Ink::Comment, " * if this"),
            (Ink::Comment, " */"),
            (Ink::Keyword, "return")
        ]
    );
    assert_eq!(coloured(&["if x", "/* a */"], "java")[0], (Ink::Keyword, "if"));
}

#[test]
fn an_open_quote_and_a_name_with_a_number_are_plain() {
    assert_eq!(
        coloured(&["don't stop at x86 or utf8"], "python"),
        [(Ink::Keyword, "or")]
    );
}

#[test]
fn the_pieces_are_the_lines() {
    let long = "x".repeat(1_000);
    let mut all: Vec<String> = [
        "",
        "é = '日本' + \"\\",
        "\t\u{202e}x'`\"",
        "a\\'b'",
        "=begin",
        "/*",
        &long,
    ]
    .map(str::to_owned)
    .into();
    all.extend(texts(2_000));
    for platform in ["python", "javascript", "ruby", "php", "rust", "native", "?"] {
        for some in all.chunks(7) {
            let lines: Vec<&str> = some.iter().map(String::as_str).collect();
            let whole: Vec<String> = ink(&lines, Some(platform), None)
                .into_iter()
                .map(|line| line.into_iter().map(|(_, piece)| piece).collect())
                .collect();
            assert_eq!(whole, lines);
        }
    }
}
