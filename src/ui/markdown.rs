//! Markdown as elements: never as markup. What is a link, `glint_model::markdown` has checked.

use glint_model::markdown::{Align, Mark, Node, read};
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use leptos::prelude::*;

/// Shows a text in Markdown.
pub fn markdown(text: &str) -> AnyView {
    view! { <div class="markdown">{pieces(read(text))}</div> }.into_any()
}

fn pieces(nodes: Vec<Node>) -> Vec<AnyView> {
    nodes.into_iter().map(piece).collect()
}

fn piece(node: Node) -> AnyView {
    match node {
        Node::Text(text) => reveal(&text).into_any(),
        Node::Code(text) => view! { <code>{reveal(&text)}</code> }.into_any(),
        Node::CodeBlock(text) => {
            // It has a scroller of its own, which the keyboard has to reach.
            let text = reveal(text.strip_suffix('\n').unwrap_or(&text));
            view! { <pre tabindex="0" role="group" aria-label="Code"><code>{text}</code></pre> }.into_any()
        }
        Node::Break => view! { <br /> }.into_any(),
        Node::Rule => view! { <hr /> }.into_any(),
        Node::Task(is_done) => task(is_done),
        Node::Link(to, inner) => link(to, inner),
        Node::Element(Mark::Head, cells) => head(cells),
        Node::Element(mark, inner) => element(mark, pieces(inner)),
    }
}

fn element(mark: Mark, inner: Vec<AnyView>) -> AnyView {
    match mark {
        Mark::Paragraph => view! { <p>{inner}</p> }.into_any(),
        // The headings of the page are another matter: this one only looks like one.
        Mark::Heading(level) => {
            let class = if level < 3 { "heading large" } else { "heading" };
            view! { <p class=class>{inner}</p> }.into_any()
        }
        Mark::Quote => view! { <blockquote>{inner}</blockquote> }.into_any(),
        Mark::List => view! { <ul>{inner}</ul> }.into_any(),
        Mark::Ordered(from) => view! { <ol start=from.to_string()>{inner}</ol> }.into_any(),
        Mark::Item => view! { <li>{inner}</li> }.into_any(),
        Mark::Table => view! {
            <div class="scroller" tabindex="0" role="group" aria-label="Table">
                <table><tbody>{inner}</tbody></table>
            </div>
        }
        .into_any(),
        Mark::Row | Mark::Head => view! { <tr>{inner}</tr> }.into_any(),
        Mark::Cell(align) => view! { <td class=side(align)>{inner}</td> }.into_any(),
        Mark::Emphasis => view! { <em>{inner}</em> }.into_any(),
        Mark::Strong => view! { <strong>{inner}</strong> }.into_any(),
        Mark::Struck => view! { <del>{inner}</del> }.into_any(),
    }
}

fn head(cells: Vec<Node>) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .map(|cell| match cell {
            Node::Element(Mark::Cell(align), inner) => {
                view! { <th scope="col" class=side(align)>{pieces(inner)}</th> }.into_any()
            }
            other => piece(other),
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}

fn side(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("center"),
        Align::End => Some("right"),
    }
}

fn task(is_done: bool) -> AnyView {
    let (sign, word) = if is_done { ("☑", "done: ") } else { ("☐", "open: ") };
    view! { <span class="task" aria-hidden="true">{sign}</span><span class="visually-hidden">{word}</span> }.into_any()
}

/// A link out of the app, with the host behind it where its words do not say it.
fn link(to: SafeUrl, inner: Vec<Node>) -> AnyView {
    let host = to.host().to_owned();
    // Words that only look like the address could lead elsewhere.
    let says_host = matches!(inner.as_slice(), [Node::Text(text)] if text == to.as_str() || *text == host);
    let is_mail = to.as_str().starts_with("mailto:");
    let title = if is_mail {
        format!("Write to {host}")
    } else {
        format!("Opens {host} in a new tab")
    };
    let target = (!is_mail).then_some("_blank");
    let inner = pieces(inner);
    view! {
        <a class="link" href=to.to_string() target=target rel="noopener noreferrer" title=title>{inner}</a>
        {(!says_host).then(|| view! { <span class="host">{format!(" ({host})")}</span> }.into_any())}
    }
    .into_any()
}
