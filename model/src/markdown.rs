//! Markdown as people write it in comments, read into a tree that holds no markup: HTML is text, pictures are links or
//! text, and a link is a `SafeUrl` or text too.
//!
//! A single line break is kept as one, since a comment is not a paper; addresses are links without being marked as such.

mod addresses;
mod build;

use crate::safe_url::SafeUrl;
use build::Builder;
use pulldown_cmark::{Options, Parser};

/// A longer comment is not read as Markdown; in bytes.
const LONGEST: usize = 60_000;

/// A piece of a text. What it says is as it was typed: hostile text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Words.
    Text(String),
    /// Code within a line.
    Code(String),
    /// Code on lines of its own.
    CodeBlock(String),
    /// The next line.
    Break,
    /// A line across.
    Rule,
    /// The box of a task: whether it is done.
    Task(bool),
    /// A link, and the words to press; never empty.
    Link(SafeUrl, Vec<Node>),
    /// Something with pieces in it.
    Element(Mark, Vec<Node>),
}

/// What pieces belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A paragraph.
    Paragraph,
    /// A heading, from 1 to 6.
    Heading(u8),
    /// A quotation.
    Quote,
    /// Items with bullets.
    List,
    /// Items that are counted from here.
    Ordered(u64),
    /// An item.
    Item,
    /// A table: a head and rows.
    Table,
    /// The first row of a table.
    Head,
    /// Another row of a table.
    Row,
    /// A cell of a table.
    Cell(Align),
    /// Stressed.
    Emphasis,
    /// Stressed more.
    Strong,
    /// Crossed out.
    Struck,
}

/// To which side the text of a column goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As everything else.
    #[default]
    Start,
    /// To the middle.
    Center,
    /// To the other side: numbers.
    End,
}

/// Reads a text. One that is very long becomes a single piece of text.
pub fn read(text: &str) -> Vec<Node> {
    if text.len() > LONGEST {
        return vec![Node::Text(text.to_owned())];
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut builder = Builder::default();
    for event in Parser::new_ext(text, options) {
        builder.take(event);
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::{Align, LONGEST, Mark, Node, read};
    use crate::testing::texts;

    /// The tree in a form that can be read: `p[one *two*]`.
    fn told(nodes: &[Node]) -> String {
        nodes
            .iter()
            .map(|node| match node {
                Node::Text(text) => text.clone(),
                Node::Code(text) => format!("`{text}`"),
                Node::CodeBlock(text) => format!("pre[{text}]"),
                Node::Break => "/".to_owned(),
                Node::Rule => "--".to_owned(),
                Node::Task(done) => if *done { "[x]" } else { "[ ]" }.to_owned(),
                Node::Link(to, inner) => format!("a<{to}>[{}]", told(inner)),
                Node::Element(mark, inner) => {
                    let name = match mark {
                        Mark::Paragraph => "p".to_owned(),
                        Mark::Heading(level) => format!("h{level}"),
                        Mark::Quote => "q".to_owned(),
                        Mark::List => "ul".to_owned(),
                        Mark::Ordered(from) => format!("ol{from}"),
                        Mark::Item => "li".to_owned(),
                        Mark::Table => "table".to_owned(),
                        Mark::Head => "th".to_owned(),
                        Mark::Row => "tr".to_owned(),
                        Mark::Cell(Align::Start) => "td".to_owned(),
                        Mark::Cell(Align::Center) => "td|".to_owned(),
                        Mark::Cell(Align::End) => "td>".to_owned(),
                        Mark::Emphasis => "i".to_owned(),
                        Mark::Strong => "b".to_owned(),
                        Mark::Struck => "s".to_owned(),
                    };
                    format!("{name}[{}]", told(inner))
                }
            })
            .collect()
    }

    #[test]
    fn what_people_write_is_read() {
        for (text, want) in [
            ("", ""),
            ("plain", "p[plain]"),
            ("one\ntwo\n\nthree", "p[one/two]p[three]"),
            (
                "a *b* **c** ~~d~~ `e<f>` snake_case_name",
                "p[a i[b] b[c] s[d] `e<f>` snake_case_name]",
            ),
            ("# One\n### Three", "h1[One]h3[Three]"),
            ("> said\n> so", "q[p[said/so]]"),
            ("- a\n- b\n  1. c", "ul[li[a]li[bol1[li[c]]]]"),
            ("7. a\n8. b", "ol7[li[a]li[b]]"),
            ("- [x] done\n- [ ] open", "ul[li[[x]done]li[[ ]open]]"),
            ("```rust\nlet a = \"<b>\";\n```", "pre[let a = \"<b>\";\n]"),
            ("    indented", "pre[indented]"),
            ("a\n\n---\n\nb", "p[a]--p[b]"),
            (
                "| a | b | c |\n|---|:-:|--:|\n| 1 | `2` | 3 |",
                "table[th[td[a]td|[b]td>[c]]tr[td[1]td|[`2`]td>[3]]]",
            ),
            ("&lt;b&gt; &amp; \\*x\\*", "p[<b> & *x*]"),
        ] {
            assert_eq!(told(&read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn html_is_text() {
        for (text, want) in [
            ("<script>alert(1)</script>", "p[<script>alert(1)</script>]"),
            ("a <b onclick=x>b</b>", "p[a <b onclick=x>b</b>]"),
            (
                "<details>\n<summary>x</summary>\n</details>\n",
                "p[<details>\n<summary>x</summary>\n</details>]",
            ),
            ("<!-- hidden -->", "p[<!-- hidden -->]"),
        ] {
            assert_eq!(told(&read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn links_lead_to_the_web_or_a_mailbox_or_are_text() {
        for (text, want) in [
            (
                "[the *book*](https://example.com/a \"t\")",
                "p[a<https://example.com/a>[the i[book]]]",
            ),
            (
                "[](https://example.com)",
                "p[a<https://example.com>[https://example.com]]",
            ),
            (
                "<https://example.com/x>",
                "p[a<https://example.com/x>[https://example.com/x]]",
            ),
            ("<ada@example.com>", "p[a<mailto:ada@example.com>[ada@example.com]]"),
            ("[write](mailto:ada@example.com)", "p[a<mailto:ada@example.com>[write]]"),
            ("[x](javascript:alert(1))", "p[x (javascript:alert(1))]"),
            ("[x](JaVaScRiPt:alert&#40;1&#41;)", "p[x (JaVaScRiPt:alert(1))]"),
            ("<javascript:alert(1)>", "p[javascript:alert(1)]"),
            ("[x](data:text/html,y)", "p[x (data:text/html,y)]"),
            ("[x](//evil.example)", "p[x (//evil.example)]"),
            ("[x](/acme/issues)", "p[x (/acme/issues)]"),
            ("[x](https://a@evil.example)", "p[x (https://a@evil.example)]"),
            (
                "[x](mailto:a@example.com?bcc=b@evil.example)",
                "p[x (mailto:a@example.com?bcc=b@evil.example)]",
            ),
            ("[x]\n\n[x]: javascript:alert(1)", "p[x (javascript:alert(1))]"),
        ] {
            assert_eq!(told(&read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn pictures_are_links_or_text() {
        for (text, want) in [
            (
                "![a chart](https://example.com/c.png)",
                "p[a<https://example.com/c.png>[Picture: a chart]]",
            ),
            (
                "![](https://example.com/c.png)",
                "p[a<https://example.com/c.png>[Picture: https://example.com/c.png]]",
            ),
            (
                "![x](data:image/png;base64,AA)",
                "p[Picture: x (data:image/png;base64,AA)]",
            ),
            (
                "[![x](https://example.com/c.png)](https://example.com)",
                "p[a<https://example.com>[Picture: x (https://example.com/c.png)]]",
            ),
        ] {
            assert_eq!(told(&read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn bare_addresses_are_links() {
        for (text, want) in [
            (
                "see https://example.com/a_b_c?d=1&e=2.",
                "p[see a<https://example.com/a_b_c?d=1&e=2>[https://example.com/a_b_c?d=1&e=2].]",
            ),
            ("`https://example.com`", "p[`https://example.com`]"),
            (
                "[https://example.com](javascript:x)",
                "p[a<https://example.com>[https://example.com] (javascript:x)]",
            ),
            (
                "**https://example.com**",
                "p[b[a<https://example.com>[https://example.com]]]",
            ),
        ] {
            assert_eq!(told(&read(text)), want, "{text:?}");
        }
    }

    fn depth(nodes: &[Node]) -> usize {
        let inner = nodes.iter().map(|node| match node {
            Node::Element(_, inner) | Node::Link(_, inner) => 1 + depth(inner),
            _ => 1,
        });
        inner.max().unwrap_or(0)
    }

    fn links(nodes: &[Node], is_within: bool) {
        for node in nodes {
            match node {
                Node::Link(to, inner) => {
                    assert!(!is_within, "a link within a link: {nodes:?}");
                    let is_web = to
                        .as_str()
                        .get(..4)
                        .is_some_and(|start| start.eq_ignore_ascii_case("http"));
                    assert!(is_web || to.as_str().starts_with("mailto:"), "{to}");
                    assert!(!inner.is_empty(), "{nodes:?}");
                    links(inner, true);
                }
                Node::Element(_, inner) => links(inner, is_within),
                _ => {}
            }
        }
    }

    #[test]
    fn any_text_gives_a_tree_of_bounded_depth_with_safe_links() {
        let deep = [
            "> ".repeat(3_000) + "x",
            "- ".repeat(3_000) + "x",
            "*a **b ".repeat(3_000),
            "[".repeat(3_000) + "x" + &"](https://example.com)".repeat(3_000),
            "![".repeat(1_000) + "x" + &"](https://example.com)".repeat(1_000),
        ];
        for text in texts(5_000).chain(deep) {
            for text in [format!("[a]({text})"), format!("- {text}\n\n> {text}"), text] {
                let nodes = read(&text);
                assert!(depth(&nodes) < 40, "{} deep", depth(&nodes));
                links(&nodes, false);
            }
        }
    }

    #[test]
    fn what_is_very_long_stays_text() {
        let text = "*a* ".repeat(LONGEST);
        assert_eq!(read(&text), [Node::Text(text.clone())]);
    }
}
