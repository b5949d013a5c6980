//! Values as they were sent: nothing is left out, and what would hide or turn round what is shown is made visible.

use crate::text::turns_text;
use std::fmt::Write;

/// The text with invisible and direction-changing characters named (`⟨U+202E⟩`) and control characters as their
/// pictures (`␀`). Line breaks and tabs stay, and so do the joiners that scripts and emoji need.
pub fn reveal(text: &str) -> String {
    if !text.chars().any(is_hidden) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            _ if !is_hidden(c) => out.push(c),
            '\u{7f}' => out.push('\u{2421}'),
            '\0'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(c)),
            // Writing to a string cannot fail.
            _ => {
                let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
            }
        }
    }
    out
}

fn is_hidden(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    is_control || turns_text(c) || matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::reveal;

    #[test]
    fn plain_text_stays() {
        for text in ["", "für 5 €\n\tx", "👨‍👩‍👧", "می‌خواهم"] {
            assert_eq!(reveal(text), text);
        }
    }

    #[test]
    fn what_hides_is_named() {
        assert_eq!(reveal("a\u{202e}gnp.exe"), "a⟨U+202E⟩gnp.exe");
        assert_eq!(reveal("pay\u{200b}pal"), "pay⟨U+200B⟩pal");
        assert_eq!(reveal("nul\0 esc\u{1b}[31m del\u{7f}"), "nul␀ esc␛[31m del␡");
    }
}
