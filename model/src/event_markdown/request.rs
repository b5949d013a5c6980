//! The HTTP request: address, headers, cookies and body, each with what its name tells.

use super::json;
use super::outline::{Block, LONGEST_FACT, LONGEST_TEXT, Part, fact_list, named};
use super::span::{Span, Writer, clipped};
use crate::redact::{Kind, kind_of_key};
use crate::wire::entry::Entry;
use crate::wire::request::RequestData;
use serde_json::Value;

/// So many headers and parameters go along.
const MOST_LINES: usize = 100;

/// The part; none when the entry cannot be read.
pub fn part(entry: &Entry) -> Option<Vec<Part>> {
    let data: RequestData = entry.read().ok()?;
    let mut facts = Vec::new();
    let mut put = |name: &str, value: Option<&str>| {
        let value = Span::line(value.unwrap_or_default(), None, LONGEST_FACT);
        if !value.is_empty() {
            facts.push((Span::of(name), value));
        }
    };
    put("Method", data.method.as_deref());
    put("URL", data.url.as_deref());
    put("Fragment", data.fragment.as_deref());
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let mut code = |caption, text: Span| {
        if !text.is_empty() {
            blocks.push(Block::code(caption, "", text));
        }
    };
    code("Query", lines(data.query.as_deref().unwrap_or_default(), "=", None));
    code(
        "Headers",
        lines(data.headers.as_deref().unwrap_or_default(), ": ", None),
    );
    code("Cookies", data.cookies.as_ref().map(cookies).unwrap_or_default());
    match data.data.filter(|body| !body.is_null()) {
        Some(Value::String(text)) => code("Body", Span::of(&clipped(&text, LONGEST_TEXT))),
        Some(body) => blocks.push(Block::code("Body", "json", json::pretty(&body))),
        None => {}
    }
    let env = data.env.unwrap_or_default();
    let env = fact_list(env.iter().map(|(key, value)| (key.as_str(), value)));
    if !env.is_empty() {
        blocks.push(Block::Note("Environment:".to_owned()));
        blocks.push(Block::Facts(env));
    }
    Some(named("Request", blocks))
}

/// A name and its value on each line; `kind` says what every value is.
fn lines(pairs: &[(String, Option<String>)], between: &str, kind: Option<Kind>) -> Span {
    let mut out = Writer::default();
    for (name, value) in pairs.iter().take(MOST_LINES) {
        if out.len() > 0 {
            out.own("\n");
        }
        out.push(&one_line(name), None);
        out.own(between);
        let value = value.as_deref().unwrap_or_default();
        out.push(&one_line(value), kind.or_else(|| kind_of_key(name)));
    }
    if pairs.len() > MOST_LINES {
        out.own(&format!("\n… {} more", pairs.len() - MOST_LINES));
    }
    out.finish()
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clipped(&words.join(" "), 2 * LONGEST_FACT)
}

/// Cookies come as an object, as pairs, or as the text of the header.
fn cookies(sent: &Value) -> Span {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    let pairs: Vec<(String, Option<String>)> = match sent {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| (name.clone(), Some(text(value))))
            .collect(),
        Value::Array(items) => items
            .iter()
            .map(|item| match item.as_array().map(Vec::as_slice) {
                Some([name, value]) => (text(name), Some(text(value))),
                _ => ("?".to_owned(), Some(text(item))),
            })
            .collect(),
        Value::Null => Vec::new(),
        other => vec![("Cookie".to_owned(), Some(text(other)))],
    };
    lines(&pairs, "=", Some(Kind::Cookie))
}
