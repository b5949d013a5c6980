//! The outline as Markdown.

use super::outline::{Block, Outline, UNTRUSTED};
use super::span::Span;
use crate::redact::{Hider, Kinds};
use crate::safe_url::SafeUrl;
use std::ops::Range;

/// A text with marks where something was replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The places of the replacements, in bytes.
    pub marks: Vec<Range<usize>>,
}

/// Writes the outline, without what is of these kinds.
pub fn markdown(outline: &Outline, hidden: Kinds) -> Rendered {
    let mut page = Page {
        out: Rendered::default(),
        hider: Hider::new(hidden),
    };
    page.own("# ");
    page.inline(&outline.title);
    page.own("\n\n");
    if let Some(address) = outline.address.as_deref().and_then(SafeUrl::web) {
        page.own(&format!("<{address}>\n\n"));
    }
    page.own(&format!("> {UNTRUSTED}\n"));
    for part in &outline.parts {
        page.own(&format!("\n## {}", part.name));
        if let Some(about) = &part.about {
            page.own(" ");
            page.inline(about);
        }
        page.own("\n");
        for block in &part.blocks {
            page.own("\n");
            page.block(block);
        }
    }
    page.out
}

struct Page {
    out: Rendered,
    hider: Hider,
}

impl Page {
    fn own(&mut self, text: &str) {
        self.out.text.push_str(text);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Note(sentence) => self.own(&format!("{sentence}\n")),
            Block::Facts(facts) => {
                for (name, value) in facts {
                    self.own("- ");
                    self.name(name);
                    self.own(": ");
                    self.inline(value);
                    self.own("\n");
                }
            }
            Block::Code {
                caption,
                of,
                language,
                text,
            } => {
                if !caption.is_empty() {
                    self.own(caption);
                    if let Some(of) = of {
                        self.own(" ");
                        self.inline(of);
                    }
                    self.own(":\n\n");
                }
                self.fenced(language, text);
            }
        }
    }

    /// A name of plain letters reads better without quotes.
    fn name(&mut self, span: &Span) {
        let is_plain = span.text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ');
        if is_plain && !span.is_empty() {
            self.own(&span.text);
        } else {
            self.inline(span);
        }
    }

    /// A line as code, between more backticks than it has in a row.
    fn inline(&mut self, span: &Span) {
        if span.is_empty() {
            // Ticks with nothing between them would open a span that does not end.
            return self.own("(empty)");
        }
        let hidden = self.hider.hide(&span.text, &span.found);
        let ticks = "`".repeat(longest_run(&hidden.text) + 1);
        let is_touching = hidden.text.starts_with(['`', ' ']) || hidden.text.ends_with(['`', ' ']);
        let gap = if is_touching { " " } else { "" };
        self.own(&ticks);
        self.own(gap);
        self.add(&hidden.text, &hidden.marks);
        self.own(gap);
        self.own(&ticks);
    }

    /// A block between fences that are longer than any within.
    fn fenced(&mut self, language: &str, span: &Span) {
        let hidden = self.hider.hide(&span.text, &span.found);
        let fence = "`".repeat(longest_run(&hidden.text).max(2) + 1);
        self.own(&format!("{fence}{language}\n"));
        self.add(&hidden.text, &hidden.marks);
        if !hidden.text.ends_with('\n') {
            self.own("\n");
        }
        self.own(&format!("{fence}\n"));
    }

    fn add(&mut self, text: &str, marks: &[Range<usize>]) {
        let start = self.out.text.len();
        let moved = marks.iter().map(|mark| start + mark.start..start + mark.end);
        self.out.marks.extend(moved);
        self.out.text.push_str(text);
    }
}

/// How many backticks stand side by side at most.
pub(crate) fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for byte in text.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
