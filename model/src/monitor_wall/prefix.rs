//! The beginning of a name that several names share, and the order of names.

use std::cmp::Ordering;

/// What divides a name for sure, in names such as `shop: API`, `eu/web-1`, `Shop - API`.
const STRONG: [&str; 9] = [": ", " - ", " – ", " — ", " | ", " · ", "/", ":", "|"];
/// What divides it otherwise.
const WEAK: [char; 4] = [' ', '-', '_', '.'];

/// The beginning of a name, up to what divides it; the whole name when nothing does. What stands in brackets at the
/// beginning is the beginning.
pub fn prefix(name: &str) -> &str {
    let name = name.trim();
    if let Some((inside, _)) = name.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && !inside.trim().is_empty()
    {
        return inside.trim();
    }
    let strong = STRONG
        .iter()
        .filter_map(|mark| before(name, name.find(mark)))
        .min_by_key(|text| text.len());
    strong.or_else(|| before(name, name.find(WEAK))).unwrap_or(name)
}

fn before(name: &str, at: Option<usize>) -> Option<&str> {
    let text = name.get(..at?)?.trim();
    (!text.is_empty()).then_some(text)
}

/// The order of two names for people: numbers in them by what they count.
pub fn compare_names(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    loop {
        let (left_number, right_number) = (leading_number(left), leading_number(right));
        if !left_number.is_empty() && !right_number.is_empty() {
            match compare_numbers(left_number, right_number) {
                Ordering::Equal => {}
                different => return different,
            }
            left = left.get(left_number.len()..).unwrap_or_default();
            right = right.get(right_number.len()..).unwrap_or_default();
            continue;
        }
        let (mut rest_left, mut rest_right) = (left.chars(), right.chars());
        match (rest_left.next(), rest_right.next()) {
            // The same but for zeros before a number.
            (None, None) => return one.cmp(other),
            (a, b) if a == b => {}
            (a, b) => return a.cmp(&b),
        }
        (left, right) = (rest_left.as_str(), rest_right.as_str());
    }
}

fn leading_number(text: &str) -> &str {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..end).unwrap_or_default()
}

fn compare_numbers(one: &str, other: &str) -> Ordering {
    let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::{compare_names, prefix};
    use crate::testing::texts;
    use std::cmp::Ordering;

    #[test]
    fn a_name_is_divided_where_a_reader_would() {
        for (name, expected) in [
            ("shop: API health", "shop"),
            ("Shop - EU - API", "Shop"),
            ("eu/web-1", "eu"),
            ("[prod] checkout", "prod"),
            ("[] checkout", "[]"),
            ("web-12", "web"),
            ("Search index", "Search"),
            ("api.shop.example", "api"),
            ("Login", "Login"),
            (" - x", "- x"),
            (": x", ":"),
            ("", ""),
        ] {
            assert_eq!(prefix(name), expected, "{name}");
        }
    }

    #[test]
    fn numbers_count() {
        let mut names = ["web-10", "web-9", "web-09", "api", "web-100", "web", "web-10a"];
        names.sort_by(|one, other| compare_names(one, other));
        assert_eq!(names, ["api", "web", "web-09", "web-9", "web-10", "web-10a", "web-100"]);
    }

    #[test]
    fn any_text_has_a_prefix_and_a_place() {
        let all: Vec<String> = texts(120).collect();
        for one in &all {
            assert!(one.contains(prefix(one)));
            assert_eq!(compare_names(one, one), Ordering::Equal);
            for other in &all {
                assert_eq!(compare_names(one, other), compare_names(other, one).reverse());
            }
        }
    }
}
