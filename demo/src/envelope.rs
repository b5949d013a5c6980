//! Envelopes: a line of JSON about the whole, then for each item a line of JSON and its payload.

use serde_json::{Map, Value};

/// An envelope, taken apart.
#[derive(Debug, PartialEq)]
pub struct Envelope<'a> {
    /// What the first line says.
    pub header: Map<String, Value>,
    /// The items, each with its type; empty where it has none.
    pub items: Vec<(String, &'a [u8])>,
}

impl<'a> Envelope<'a> {
    /// Takes an envelope apart. None when the first line is no object; from an item on that cannot be read, the rest is
    /// left out.
    pub fn parse(body: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(body);
        let header = serde_json::from_slice(first).ok()?;
        let mut items = Vec::new();
        while !rest.is_empty() {
            let (about, after) = line(rest);
            if about.trim_ascii().is_empty() {
                rest = after;
                continue;
            }
            let Ok(about) = serde_json::from_slice::<Map<String, Value>>(about) else {
                break;
            };
            let length = about.get("length").and_then(Value::as_u64);
            let (payload, after) = match length.and_then(|length| usize::try_from(length).ok()) {
                Some(length) => after.split_at(length.min(after.len())),
                None => line(after),
            };
            let kind = about.get("type").and_then(Value::as_str).unwrap_or_default();
            items.push((kind.to_owned(), payload));
            rest = after;
        }
        Some(Self { header, items })
    }
}

/// The text up to the end of the line, and what follows it.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::Envelope;

    fn items(body: &str) -> Option<Vec<(String, String)>> {
        let envelope = Envelope::parse(body.as_bytes())?;
        let text = |payload: &[u8]| String::from_utf8_lossy(payload).into_owned();
        let items = envelope.items.into_iter();
        Some(items.map(|(kind, payload)| (kind, text(payload))).collect())
    }

    #[test]
    fn items_are_found_with_and_without_their_length() {
        for (body, want) in [
            ("{}", vec![]),
            ("{}\n{\"type\":\"event\"}\n{\"a\":1}", vec![("event", "{\"a\":1}")]),
            (
                "{}\n{\"type\":\"attachment\",\"length\":5}\na\nb\nc\n{\"type\":\"event\",\"length\":2}\n{}\n",
                vec![("attachment", "a\nb\nc"), ("event", "{}")],
            ),
            (
                "{}\r\n\n{\"type\":\"event\",\"length\":99}\n{\"short\"",
                vec![("event", "{\"short\"")],
            ),
            (
                "{}\n{\"length\":0}\n\nnonsense\n{\"type\":\"event\"}\n{}",
                vec![("", "")],
            ),
            ("{}\n{\"type\":\"event\"}", vec![("event", "")]),
        ] {
            let want: Vec<_> = want
                .iter()
                .map(|(kind, payload)| ((*kind).to_owned(), (*payload).to_owned()))
                .collect();
            assert_eq!(items(body), Some(want), "{body}");
        }
    }

    #[test]
    fn a_first_line_that_is_no_object_is_refused() {
        for body in ["", "nonsense", "[]", "7\n{}"] {
            assert_eq!(items(body), None, "{body}");
        }
    }
}
