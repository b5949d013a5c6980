//! The parser's events, one after another, made into the tree.

use super::addresses::with_links;
use super::{Align, Mark, Node};
use crate::safe_url::SafeUrl;
use pulldown_cmark::{Alignment, Event, Tag};

/// What is nested more deeply than this lies flat in what it is in: a view is as deep as its tree.
const DEEPEST: usize = 24;

/// Something that was begun, and what is in it so far.
struct Open {
    what: What,
    nodes: Vec<Node>,
}

enum What {
    Marked(Mark),
    CodeBlock,
    Html,
    Link(String),
    Picture(String),
    /// What is in it belongs to what it is in.
    Flat,
}

/// Builds the tree.
#[derive(Default)]
pub(super) struct Builder {
    done: Vec<Node>,
    open: Vec<Open>,
    aligns: Vec<Align>,
    column: usize,
    /// How many links and pictures are open: there is no link within another.
    links: usize,
}

impl Builder {
    /// Takes the next event.
    pub fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(_) => self.end(),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.add_text(&text),
            Event::Code(text) => self.add(Node::Code(text.into_string())),
            Event::SoftBreak | Event::HardBreak => self.add(Node::Break),
            Event::Rule => self.add(Node::Rule),
            Event::TaskListMarker(is_done) => self.add(Node::Task(is_done)),
        }
    }

    /// The tree.
    pub fn finish(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.end();
        }
        self.done
    }

    fn begin(&mut self, tag: Tag<'_>) {
        let what = self.what(tag);
        if matches!(what, What::Link(_) | What::Picture(_)) {
            self.links += 1;
        }
        let is_too_deep = self.open.len() >= DEEPEST && matches!(what, What::Marked(_));
        self.open.push(Open {
            what: if is_too_deep { What::Flat } else { what },
            nodes: Vec::new(),
        });
    }

    fn what(&mut self, tag: Tag<'_>) -> What {
        What::Marked(match tag {
            Tag::Paragraph => Mark::Paragraph,
            Tag::Heading { level, .. } => Mark::Heading(level as u8),
            Tag::BlockQuote(_) => Mark::Quote,
            Tag::List(None) => Mark::List,
            Tag::List(Some(from)) => Mark::Ordered(from),
            Tag::Item => Mark::Item,
            Tag::Table(aligns) => {
                self.aligns = aligns.into_iter().map(side).collect();
                Mark::Table
            }
            Tag::TableHead => {
                self.column = 0;
                Mark::Head
            }
            Tag::TableRow => {
                self.column = 0;
                Mark::Row
            }
            Tag::TableCell => {
                self.column += 1;
                Mark::Cell(self.aligns.get(self.column - 1).copied().unwrap_or_default())
            }
            Tag::Emphasis => Mark::Emphasis,
            Tag::Strong => Mark::Strong,
            Tag::Strikethrough => Mark::Struck,
            Tag::CodeBlock(_) => return What::CodeBlock,
            Tag::HtmlBlock => return What::Html,
            Tag::Link { dest_url, .. } => return What::Link(dest_url.into_string()),
            Tag::Image { dest_url, .. } => return What::Picture(dest_url.into_string()),
            _ => return What::Flat,
        })
    }

    fn end(&mut self) {
        let Some(Open { what, nodes }) = self.open.pop() else {
            return;
        };
        match what {
            What::Marked(mark) => {
                let nodes = if self.links == 0 { with_links(nodes) } else { nodes };
                self.add(Node::Element(mark, nodes));
            }
            What::CodeBlock => self.add(Node::CodeBlock(words(&nodes))),
            What::Html => {
                let text = words(&nodes).trim_end().to_owned();
                self.add(Node::Element(Mark::Paragraph, vec![Node::Text(text)]));
            }
            What::Link(to) => {
                self.links -= 1;
                self.link(&to, nodes);
            }
            What::Picture(to) => {
                self.links -= 1;
                let nodes = std::iter::once(Node::Text("Picture: ".to_owned()))
                    .chain(nodes)
                    .collect();
                self.link(&to, nodes);
            }
            What::Flat => nodes.into_iter().for_each(|node| self.add(node)),
        }
    }

    /// A link where it is safe and in no other one; else its words, and where it would have led.
    fn link(&mut self, to: &str, mut nodes: Vec<Node>) {
        let said = words(&nodes);
        let is_named = !to.is_empty() && said.contains(to);
        let is_nameless = said.strip_prefix("Picture: ").unwrap_or(&said).trim().is_empty();
        match safe(to).filter(|_| self.links == 0) {
            Some(to) => {
                if is_nameless {
                    nodes.push(Node::Text(to.to_string().trim_start_matches("mailto:").to_owned()));
                }
                self.add(Node::Link(to, nodes));
            }
            None => {
                nodes.into_iter().for_each(|node| self.add(node));
                if !is_named {
                    self.add_text(&format!(" ({to})"));
                }
            }
        }
    }

    fn add_text(&mut self, text: &str) {
        match self.here().last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.here().push(Node::Text(text.to_owned())),
        }
    }

    fn add(&mut self, node: Node) {
        match node {
            Node::Text(text) => self.add_text(&text),
            node => self.here().push(node),
        }
    }

    fn here(&mut self) -> &mut Vec<Node> {
        match self.open.last_mut() {
            Some(open) => &mut open.nodes,
            None => &mut self.done,
        }
    }
}

fn safe(to: &str) -> Option<SafeUrl> {
    let mailbox = to.strip_prefix("mailto:").unwrap_or(to);
    SafeUrl::web(to).or_else(|| SafeUrl::mail(mailbox))
}

fn side(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

/// What pieces say, without what they look like.
fn words(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(text) | Node::Code(text) | Node::CodeBlock(text) => out.push_str(text),
            Node::Link(_, inner) | Node::Element(_, inner) => out.push_str(&words(inner)),
            Node::Break => out.push('\n'),
            Node::Rule | Node::Task(_) => {}
        }
    }
    out
}
