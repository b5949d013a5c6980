//! Small helpers for words and numbers.

/// What stands between groups of three digits: a narrow space that does not break.
const GROUP: char = '\u{202f}';

/// A number in groups of three digits: `4 182`, with narrow no-break spaces.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * GROUP.len_utf8());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(GROUP);
        }
        out.push(digit);
    }
    out
}

/// A number with its noun: `1 event`, `4 182 events`.
pub fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { many })
}

/// A number beside a name: `7`, and `99+` for more than that.
pub fn badge(number: u64) -> String {
    if number > 99 {
        "99+".to_owned()
    } else {
        number.to_string()
    }
}

/// One or two capitals for a picture: of the first and the last word of a name, or of an address. `?` when
/// there is no letter or digit at all.
pub fn initials(name: &str) -> String {
    let local = name.split_once('@').map_or(name, |(local, _)| local);
    let mut words = local
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next());
    let Some(first) = words.next() else {
        return "?".to_owned();
    };
    first
        .to_uppercase()
        .chain(words.next_back().into_iter().flat_map(char::to_uppercase))
        .collect()
}

/// The first line that is not blank, without characters that would hide or turn round what is shown.
pub fn first_line(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    visible(line).trim().to_owned()
}

/// The text without control characters (a tab becomes a space; line breaks stay) and without marks that
/// change the direction of what follows.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' => Some(c),
            '\t' => Some(' '),
            _ if c.is_control() || turns_text(c) => None,
            _ => Some(c),
        })
        .collect()
}

/// Whether the character changes the direction of the text behind it, so that it can disguise it.
pub fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{badge, counted, first_line, initials, thousands, visible};

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (number, want) in [
            (0, "0"),
            (999, "999"),
            (1000, "1_000"),
            (12_345, "12_345"),
            (123_456, "123_456"),
            (u64::MAX, "18_446_744_073_709_551_615"),
        ] {
            assert_eq!(thousands(number), want.replace('_', "\u{202f}"));
        }
        assert_eq!(counted(1, "event", "events"), "1 event");
        assert_eq!(counted(0, "event", "events"), "0 events");
    }

    #[test]
    fn a_badge_stays_small() {
        for (number, want) in [(0, "0"), (99, "99"), (100, "99+"), (u64::MAX, "99+")] {
            assert_eq!(badge(number), want);
        }
    }

    #[test]
    fn initials_come_from_names_and_addresses() {
        for (name, want) in [
            ("Ada Lovelace", "AL"),
            ("ada", "A"),
            ("  jean-luc  van picard ", "JP"),
            ("olivia.owner@example.com", "OO"),
            ("élodie ñandú", "ÉÑ"),
            ("漢字", "漢"),
            ("42", "4"),
            ("ß", "SS"),
            ("", "?"),
            ("@@ --", "?"),
            ("<script>", "S"),
        ] {
            assert_eq!(initials(name), want, "{name:?}");
        }
    }

    #[test]
    fn hidden_and_turning_characters_are_taken_out() {
        assert_eq!(first_line("\n \t\n  a\u{202e}b\u{0}c \nd"), "abc");
        assert_eq!(first_line(""), "");
        assert_eq!(visible("a\tb\nc\u{7f}"), "a b\nc");
    }
}
