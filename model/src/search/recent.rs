//! What was searched for of late.

use super::{DEFAULT_QUERY, prepare};

/// How many searches are remembered.
const MOST: usize = 20;

/// What is longer was pasted by accident; in characters.
const LONGEST: usize = 500;

/// Puts a search first. One that asks the server for the same goes, and so do the oldest of more than 20. The
/// default, an empty search and one of more than 500 characters are not remembered.
pub fn remember(recent: &mut Vec<String>, text: &str) {
    let text = one_line(text);
    let query = prepare(&text).query;
    if query.is_empty() || query == DEFAULT_QUERY || text.chars().count() > LONGEST {
        return;
    }
    recent.retain(|other| prepare(other).query != query);
    recent.insert(0, text);
    recent.truncate(MOST);
}

/// The searches as they are stored, one in a line, the newest first.
pub fn to_text(recent: &[String]) -> String {
    let lines: Vec<String> = recent.iter().map(|text| one_line(text)).collect();
    lines.join("\n")
}

/// Reads what was stored, whoever wrote it: nothing gets in that [`remember`] would not take.
pub fn from_text(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().take(MOST).collect();
    let mut recent = Vec::with_capacity(lines.len());
    for line in lines.into_iter().rev() {
        remember(&mut recent, line);
    }
    recent
}

/// The text without what would break its line.
fn one_line(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{from_text, remember, to_text};
    use crate::testing::texts;

    fn remembered(searches: &[&str]) -> Vec<String> {
        let mut recent = Vec::new();
        for text in searches {
            remember(&mut recent, text);
        }
        recent
    }

    #[test]
    fn the_newest_comes_first_and_each_meaning_once() {
        assert_eq!(remembered(&["a", "b", "a"]), ["a", "b"]);
        assert_eq!(
            remembered(&["payment is:resolved", "b", "IS:resolved  payment"]),
            ["IS:resolved  payment", "b"]
        );
        assert_eq!(remembered(&["a\nb\0"]), ["a b"]);
    }

    #[test]
    fn what_says_nothing_is_not_remembered() {
        let long = "a".repeat(501);
        assert_eq!(
            remembered(&["", " ", "\"\"", "::", "is:unresolved", " IS:Unresolved", &long]),
            [""; 0]
        );
        assert_eq!(remembered(&[&long[1..]]).len(), 1);
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let searches: Vec<String> = (0..30).map(|number| format!("n{number}")).collect();
        let recent = remembered(&searches.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(
            (recent.len(), recent[0].as_str(), recent[19].as_str()),
            (20, "n29", "n10")
        );
    }

    #[test]
    fn what_is_stored_comes_back() {
        let mut recent = Vec::new();
        for text in texts(500) {
            remember(&mut recent, &text);
            assert_eq!(from_text(&to_text(&recent)), recent, "{text:?}");
        }
        assert_eq!(from_text("a\n\n  \nis:unresolved\nb\r\na\n"), ["a", "b"]);
        assert_eq!(from_text(""), [""; 0]);
        assert_eq!(from_text(&"x\ny\n".repeat(100_000)), ["x", "y"]);
    }
}
