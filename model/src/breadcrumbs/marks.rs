//! Where the words of a search stand in a text.

use std::ops::Range;

/// The text in pieces, each with whether it is one of the words; upper and lower case are the same. The words are in
/// small letters.
pub fn marks<'a>(text: &'a str, words: &[String]) -> Vec<(bool, &'a str)> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for found in places(text, words) {
        pieces.push((false, text.get(end..found.start).unwrap_or_default()));
        pieces.push((true, text.get(found.clone()).unwrap_or_default()));
        end = found.end;
    }
    pieces.push((false, text.get(end..).unwrap_or_default()));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

/// At most about this many characters of the text, with the first of the words in them.
pub fn excerpt(text: &str, words: &[String], longest: usize) -> String {
    if text.char_indices().nth(longest).is_none() {
        return text.to_owned();
    }
    let first = places(text, words).first().map_or(0, |found| found.start);
    let before = text.get(..first).unwrap_or_default();
    let start = before.char_indices().nth_back(longest / 4).map_or(0, |(at, _)| at);
    let from = text.get(start..).unwrap_or_default();
    let end = from.char_indices().nth(longest).map_or(from.len(), |(at, _)| at);
    let shown = from.get(..end).unwrap_or_default();
    let lead = if start > 0 { "…" } else { "" };
    let trail = if end < from.len() { "…" } else { "" };
    format!("{lead}{shown}{trail}")
}

/// Where the words are, in order and apart from each other.
fn places(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut low = String::with_capacity(text.len());
    // For each byte of the small letters, the character that it comes from: some get longer or shorter.
    let mut origins: Vec<(usize, usize)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        low.extend(c.to_lowercase());
        origins.resize(low.len(), (at, at + c.len_utf8()));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in low.match_indices(word.as_str()) {
            let (start, end) = (origins.get(at), origins.get(at + word.len() - 1));
            found.extend(start.zip(end).map(|(start, end)| start.0..end.1));
        }
    }
    found.sort_by_key(|place| place.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for place in found {
        match apart.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::{excerpt, marks};
    use crate::testing::texts;

    fn marked(text: &str, words: &[&str]) -> String {
        let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let pieces = marks(text, &words);
        let drawn = |(is_found, piece): &(bool, &str)| {
            if *is_found {
                format!("[{piece}]")
            } else {
                (*piece).to_owned()
            }
        };
        pieces.iter().map(drawn).collect()
    }

    #[test]
    fn words_are_found_in_any_case() {
        for (text, words, want) in [
            ("", &["a"][..], ""),
            ("nothing", &[], "nothing"),
            ("POST /Cart", &["cart", "post"], "[POST] /[Cart]"),
            ("banana", &["ana", "nan"], "b[anan]a"),
            ("aaa", &["a"], "[aaa]"),
            ("İstanbul ẞ", &["stan", "ß"], "İ[stan]bul [ẞ]"),
            ("İstanbul", &["i"], "[İ]stanbul"),
            ("ÉMILE 漢字", &["émile", "字"], "[ÉMILE] 漢[字]"),
        ] {
            assert_eq!(marked(text, words), want, "{text} {words:?}");
        }
    }

    #[test]
    fn an_excerpt_has_the_word_in_it() {
        let words = ["needle".to_owned()];
        let text = format!("{}NEEDLE{}", "é".repeat(5000), "x".repeat(5000));
        let short = excerpt(&text, &words, 160);
        assert!(short.contains("NEEDLE") && short.chars().count() <= 162, "{short}");
        assert!(short.starts_with('…') && short.ends_with('…'));
        assert_eq!(excerpt("short", &words, 160), "short");
        assert!(excerpt(&"y".repeat(500), &words, 160).starts_with("yyy"));
    }

    #[test]
    fn no_character_is_lost() {
        let all: Vec<String> = texts(2_000).collect();
        for pair in all.windows(2) {
            let words = vec![pair[1].to_lowercase()];
            let whole: String = marks(&pair[0], &words).into_iter().map(|(_, piece)| piece).collect();
            assert_eq!(whole, pair[0]);
            let short = excerpt(&pair[0], &words, 9);
            assert!(pair[0].contains(short.trim_matches('…')), "{short:?}");
        }
    }
}
