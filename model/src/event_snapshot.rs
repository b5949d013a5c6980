//! An event as one HTML file that stands for itself: no script, no request, everything from the event escaped. What is
//! private is replaced as in the Markdown.

mod style;

use crate::event_markdown::{Block, Outline, Part, Span, UNTRUSTED};
use crate::redact::{Hider, Kinds};
use crate::safe_url::SafeUrl;
use std::ops::Range;
use style::STYLE;

/// What a browser may do with the file: draw it with the styles inside, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes the file, without what is of these kinds. `made` says when, in words.
pub fn html(outline: &Outline, hidden: Kinds, made: &str) -> String {
    let mut page = Page {
        out: String::new(),
        hider: Hider::new(hidden),
    };
    let title = page.hider.hide(&outline.title.text, &outline.title.found).text;
    page.own("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.own(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"
    ));
    page.own("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page.escape(&title);
    page.own(&format!(
        "</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>"
    ));
    page.span(&outline.title);
    page.own("</h1>\n<p class=\"made\">Copy of an event in GlitchTip, made ");
    page.escape(made);
    page.own(".");
    if let Some(url) = outline.address.as_deref().and_then(SafeUrl::web) {
        page.own(" <a rel=\"noopener noreferrer\" href=\"");
        page.escape(url.as_str());
        page.own("\">Open it on ");
        page.escape(url.host());
        page.own("</a>");
    }
    page.own("</p>\n<p class=\"warning\">");
    page.escape(UNTRUSTED);
    page.own("</p>\n");
    for part in &outline.parts {
        page.part(part);
    }
    page.own("</main>\n</body>\n</html>\n");
    page.out
}

struct Page {
    out: String,
    hider: Hider,
}

impl Page {
    /// Adds markup of this program.
    fn own(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds text, for between tags and for attributes in double quotes.
    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\r' => {}
                c => self.out.push(c),
            }
        }
    }

    fn span(&mut self, span: &Span) {
        let hidden = self.hider.hide(&span.text, &span.found);
        let mut at = 0;
        for Range { start, end } in hidden.marks {
            self.escape(hidden.text.get(at..start).unwrap_or_default());
            self.own("<mark>");
            self.escape(hidden.text.get(start..end).unwrap_or_default());
            self.own("</mark>");
            at = end;
        }
        self.escape(hidden.text.get(at..).unwrap_or_default());
    }

    fn part(&mut self, part: &Part) {
        self.own("<section>\n<h2>");
        self.escape(&part.name);
        if let Some(about) = &part.about {
            self.own(" <code>");
            self.span(about);
            self.own("</code>");
        }
        self.own("</h2>\n");
        for block in &part.blocks {
            self.block(block);
        }
        self.own("</section>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Note(sentence) => {
                self.own("<p>");
                self.escape(sentence);
                self.own("</p>\n");
            }
            Block::Facts(facts) => {
                self.own("<dl>\n");
                for (name, value) in facts {
                    self.own("<dt>");
                    self.span(name);
                    self.own("</dt><dd>");
                    self.span(value);
                    self.own("</dd>\n");
                }
                self.own("</dl>\n");
            }
            Block::Code { caption, of, text, .. } => {
                if !caption.is_empty() {
                    self.own("<h3>");
                    self.escape(caption);
                    if let Some(of) = of {
                        self.own(" <code>");
                        self.span(of);
                        self.own("</code>");
                    }
                    self.own("</h3>\n");
                }
                // The parser eats a line break right behind the tag.
                self.own("<pre>\n");
                self.span(text);
                self.own("</pre>\n");
            }
        }
    }
}

#[cfg(test)]
mod tests;
