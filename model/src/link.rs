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

impl<T> Page<T> {
    /// The same page with something made of each row.
    pub fn map<U>(self, make: impl Fn(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(make).collect(),
            left_out: self.left_out,
            next: self.next,
            previous: self.previous,
            hits: self.hits,
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

#[cfg(test)]
mod tests {
    use super::{Hits, Page, PageLinks};
    use crate::testing::texts;
    use crate::wire::lossy::Lossy;

    fn cursors(header: &str) -> (Option<String>, Option<String>) {
        let links = PageLinks::parse(header);
        (links.next, links.previous)
    }

    fn text(cursor: &str) -> Option<String> {
        Some(cursor.to_owned())
    }

    #[test]
    fn the_printed_set_is_read() {
        let header = r#"{'<http://h/api/0/o/issues/?limit=5>; rel="previous"; results="false", <http://h/api/0/o/issues/?cursor=cD0y&limit=5>; rel="next"; results="true"; cursor="cD0y+/=="'}"#;
        assert_eq!(cursors(header), (text("cD0y+/=="), None));
        let both = r#"{'<http://h/?cursor=a>; rel="previous"; results="true"; cursor="cj0x", <http://h/?cursor=b>; rel="next"; results="true"; cursor="cD0y"'}"#;
        assert_eq!(cursors(both), (text("cD0y"), text("cj0x")));
    }

    #[test]
    fn rfc_8288_is_read() {
        let header = r#"<http://h/?limit=5&cursor=cD0y%3D%3D>; rel="next"; results="true", <http://h/?cursor=cj0x>; rel="previous"; results="true""#;
        assert_eq!(cursors(header), (text("cD0y=="), text("cj0x")));
        assert_eq!(
            cursors("<http://h/?cursor=a+b#x>; rel=next; results=true"),
            (text("a+b"), None)
        );
        assert_eq!(
            cursors("<http://h/?cursor=a>;results=\"true\" ; rel=\"next\" "),
            (text("a"), None)
        );
        let quoted = r#"<http://h/?cursor=a>; title="a < b, c"; rel="next"; results="true""#;
        assert_eq!(cursors(quoted), (text("a"), None));
    }

    #[test]
    fn a_link_without_results_or_cursor_is_none() {
        for header in [
            "",
            "{''}",
            "<",
            "<>",
            "<http://h/?cursor=a>",
            r#"<http://h/?cursor=a>; rel="next""#,
            r#"<http://h/?cursor=a>; rel="next"; results="false""#,
            r#"<http://h/?cursor=>; rel="next"; results="true"; cursor="""#,
            r#"<http://h/?limit=1>; rel="next"; results="true""#,
            r#"<http://h/?cursor=a>; rel="first"; results="true""#,
            r#"rel="next"; results="true"; cursor="a""#,
        ] {
            assert_eq!(cursors(header), (None, None), "{header}");
        }
        for header in texts(4000) {
            let _ = PageLinks::parse(&header);
        }
    }

    #[test]
    fn hits_are_capped_where_the_server_stopped() {
        let label = |hits, max| Hits::parse(hits, max).map(Hits::label);
        assert_eq!(label(Some("385"), Some("1000")), text("385"));
        assert_eq!(label(Some("1000"), Some("1000")), text("1\u{202f}000+"));
        assert_eq!(label(Some(" 7 "), None), text("7"));
        assert_eq!(label(Some("1000"), Some("x")), text("1\u{202f}000"));
        for hits in [
            None,
            Some(""),
            Some("-1"),
            Some("many"),
            Some("99999999999999999999999"),
        ] {
            assert_eq!(label(hits, Some("1000")), None, "{hits:?}");
        }
    }

    #[test]
    fn a_page_keeps_what_was_left_out() {
        let rows = Lossy {
            items: vec![1],
            left_out: vec!["row 2: no".to_owned()],
        };
        let page = Page::new(
            rows,
            PageLinks {
                next: text("n"),
                previous: None,
            },
            None,
        );
        assert_eq!((page.items, page.left_out.len(), page.next), (vec![1], 1, text("n")));
        assert!(Page::<u8>::default().items.is_empty());
    }
}
