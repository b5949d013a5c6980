//! Pages of lists: the `Link`, `X-Hits` and `X-Max-Hits` headers.
//!
//! GlitchTip prints `Link` as a Python set (`{'<url>; rel="next"; results="true"; cursor="..."'}`), newer
//! endpoints as RFC 8288 has it (`contract/server-notes.md`, section 3).

use crate::encode::decode_component;
use crate::text::thousands;
use crate::wire::lossy::Lossy;

/// The cursors of the pages beside this one, raw: they are encoded where a query is built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
    /// The cursor of the page before, if there is one.
    pub previous: Option<String>,
}

impl PageLinks {
    /// Reads a `Link` header in either form. A link counts only with `results="true"`; its cursor is the
    /// attribute, or else the one in its URL. What cannot be read gives no link.
    pub fn parse(header: &str) -> Self {
        let mut links = Self::default();
        let mut rest = header;
        while let Some((url, parameters, after)) = split_link(rest) {
            rest = after;
            let link = read_link(url, parameters);
            if !link.has_results {
                continue;
            }
            match link.relation {
                "next" => links.next = link.cursor,
                "previous" | "prev" => links.previous = link.cursor,
                _ => {}
            }
        }
        links
    }
}

/// Takes the first `<url>; parameters` off the text: the URL, the parameters, and what follows.
fn split_link(text: &str) -> Option<(&str, &str, &str)> {
    let (_, text) = text.split_once('<')?;
    let (url, text) = text.split_once('>')?;
    let mut quoted = false;
    let end = text
        .char_indices()
        .find(|&(_, c)| {
            quoted ^= c == '"';
            c == '<' && !quoted
        })
        .map_or(text.len(), |(at, _)| at);
    Some((url, &text[..end], &text[end..]))
}

struct Link<'a> {
    relation: &'a str,
    has_results: bool,
    cursor: Option<String>,
}

fn read_link<'a>(url: &str, parameters: &'a str) -> Link<'a> {
    let mut link = Link {
        relation: "",
        has_results: false,
        cursor: None,
    };
    for parameter in parameters.split(';') {
        let Some((name, value)) = parameter.split_once('=') else {
            continue;
        };
        let value = parameter_value(value);
        match name.trim() {
            "rel" => link.relation = value,
            "results" => link.has_results = value == "true",
            "cursor" if !value.is_empty() => link.cursor = Some(value.to_owned()),
            _ => {}
        }
    }
    if link.cursor.is_none() {
        link.cursor = cursor_of(url);
    }
    link
}

/// The value with or without quotes; behind it may stand what closes the set or divides it from the next link.
fn parameter_value(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or_default(),
        None => text.trim_end_matches([' ', ',', '\'', '}']),
    }
}

fn cursor_of(url: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("cursor="))
        .map(decode_component)
        .filter(|cursor| !cursor.is_empty())
}

/// How many rows a list has in all, as far as the server counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hits {
    /// The number of rows.
    pub count: u64,
    /// Whether the server stopped counting there, so that there may be more.
    pub capped: bool,
}

impl Hits {
    /// Reads `X-Hits` and `X-Max-Hits`; none without a readable `X-Hits`.
    pub fn parse(hits: Option<&str>, max: Option<&str>) -> Option<Self> {
        let count = hits?.trim().parse().ok()?;
        let max: Option<u64> = max.and_then(|max| max.trim().parse().ok());
        Some(Self {
            count,
            capped: max.is_some_and(|max| count >= max),
        })
    }

    /// The number for people: `385`, or `1 000+` where the server stopped counting.
    pub fn label(self) -> String {
        format!("{}{}", thousands(self.count), if self.capped { "+" } else { "" })
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The rows that could be read, in the order of the answer.
    pub items: Vec<T>,
    /// One sentence for each row that could not.
    pub left_out: Vec<String>,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// How many rows there are in all, when the server says so.
    pub hits: Option<Hits>,
}

impl<T> Page<T> {
    /// Puts the rows of an answer and what its headers say together.
    pub fn new(rows: Lossy<T>, links: PageLinks, hits: Option<Hits>) -> Self {
        Self {
            items: rows.items,
            left_out: rows.left_out,
            next: links.next,
            previous: links.previous,
            hits,
        }
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            left_out: Vec::new(),
            next: None,
            previous: None,
            hits: None,
        }
    }
}
