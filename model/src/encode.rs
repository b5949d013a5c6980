//! Percent-encoding of path segments and queries, and back.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// One segment of a path, in which everything but unreserved characters is encoded: it stays one segment.
///
/// Browsers read `%2e%2e` in a path as `..` too. A segment `.` or `..` is therefore encoded twice: it climbs
/// nowhere, and names nothing that a server has.
pub fn encode_segment(segment: &str) -> String {
    match segment {
        "." => "%252E".to_owned(),
        ".." => "%252E%252E".to_owned(),
        _ => {
            let mut out = String::with_capacity(segment.len());
            push_encoded(&mut out, segment);
            out
        }
    }
}

/// Pairs as a query without its `?`: `query=is%3Aunresolved&project=1`. A space is `%20`.
pub fn encode_query(pairs: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        push_encoded(&mut out, key.as_ref());
        out.push('=');
        push_encoded(&mut out, value.as_ref());
    }
    out
}

/// Undoes percent-encoding. What is no valid escape stays as it is; what is no UTF-8 becomes `U+FFFD`. A `+`
/// stays a `+`.
pub fn decode_component(text: &str) -> String {
    decode(text, false)
}

/// Like [`decode_component`], but a `+` is a space, as forms write it.
pub fn decode_query_component(text: &str) -> String {
    decode(text, true)
}

fn decode(text: &str, plus_is_space: bool) -> String {
    String::from_utf8(decode_bytes(text, plus_is_space))
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn decode_bytes(text: &str, plus_is_space: bool) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let (b'%', Some(decoded)) = (byte, escape_at(bytes, at)) {
            out.push(decoded);
            at += 3;
            continue;
        }
        out.push(if byte == b'+' && plus_is_space { b' ' } else { byte });
        at += 1;
    }
    out
}

/// The byte that the escape at this place stands for.
fn escape_at(bytes: &[u8], at: usize) -> Option<u8> {
    let high = char::from(*bytes.get(at + 1)?).to_digit(16)?;
    let low = char::from(*bytes.get(at + 2)?).to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
}

/// Whether every `%` begins a valid escape and the whole decodes to UTF-8, so that `decodeURIComponent` of a
/// browser does not throw.
pub fn is_well_encoded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let escapes_hold = (0..bytes.len()).all(|at| bytes[at] != b'%' || escape_at(bytes, at).is_some());
    escapes_hold && String::from_utf8(decode_bytes(text, false)).is_ok()
}

/// The pairs of a query, with or without its `?`, in their order. A name without `=` has an empty value.
pub fn parse_query(query: &str) -> Vec<(String, String)> {
    query
        .strip_prefix('?')
        .unwrap_or(query)
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode_query_component(key), decode_query_component(value))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{decode_component, decode_query_component, encode_query, encode_segment, is_well_encoded, parse_query};
    use crate::testing::texts;

    #[test]
    fn a_segment_stays_one_segment() {
        for (segment, want) in [
            ("shop-api", "shop-api"),
            ("web@2.0.0+1/x", "web%402.0.0%2B1%2Fx"),
            ("a b?c#d%", "a%20b%3Fc%23d%25"),
            ("../admin", "..%2Fadmin"),
            ("é", "%C3%A9"),
            (".", "%252E"),
            ("..", "%252E%252E"),
            ("...", "..."),
            (".a", ".a"),
        ] {
            assert_eq!(encode_segment(segment), want, "{segment:?}");
        }
    }

    #[test]
    fn no_text_climbs_or_is_lost() {
        for text in texts(4000) {
            let encoded = encode_segment(&text);
            assert!(
                encoded
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)),
                "{encoded}"
            );
            // What WHATWG's URL parser takes for a dot segment.
            let folded = encoded.to_ascii_lowercase().replace("%2e", ".");
            assert!(folded != "." && folded != "..", "{text:?}");
            if text != "." && text != ".." {
                assert_eq!(decode_component(&encoded), text);
            }
            let pairs = [(text.as_str(), "a b"), ("x", text.as_str())];
            let query = encode_query(&pairs);
            assert!(!query.contains('+') && !query.contains(' '), "{query}");
            let back = parse_query(&query);
            assert!(
                back.iter().map(|(key, value)| (key.as_str(), value.as_str())).eq(pairs),
                "{query}"
            );
        }
    }

    #[test]
    fn decoding_is_kind_to_what_is_no_escape() {
        for (text, want) in [
            ("%41%2f", "A/"),
            ("100%", "100%"),
            ("%4", "%4"),
            ("%zz%41", "%zzA"),
            ("%ff", "\u{fffd}"),
            ("%+1", "%+1"),
            ("a+b", "a+b"),
            ("é%é", "é%é"),
        ] {
            assert_eq!(decode_component(text), want, "{text:?}");
        }
        assert_eq!(decode_query_component("a+b%2B"), "a b+");
    }

    #[test]
    fn queries_are_read_in_their_order() {
        let read = |query: &str| {
            parse_query(query)
                .iter()
                .map(|(k, v)| format!("{k}={v};"))
                .collect::<String>()
        };
        assert_eq!(
            read("?project=1&project=2&query=is%3Aa+b"),
            "project=1;project=2;query=is:a b;"
        );
        assert_eq!(read("&&a&=b&c=d=e&"), "a=;=b;c=d=e;");
        assert_eq!(read(""), "");
    }

    #[test]
    fn what_a_browser_cannot_decode_is_noticed() {
        for (text, want) in [
            ("/a%20b", true),
            ("%", false),
            ("%e", false),
            ("%gg", false),
            ("%ff", false),
            ("%EF%BF%BD", true),
        ] {
            assert_eq!(is_well_encoded(text), want, "{text}");
        }
    }
}
