//! Names of views: how they are kept, and when two are the same.

use super::{LONGEST_NAME, Problem};
use crate::text::visible;

/// The name as it is kept: without what cannot be seen, and with single spaces.
pub(super) fn cleaned(name: &str) -> Result<String, Problem> {
    let seen: String = visible(name).chars().filter(|c| !is_nothing(*c)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(is_ink) {
        return Err(Problem::NoName);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Problem::LongName);
    }
    Ok(name)
}

/// Characters without width, by which two names would only seem to be the same.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether something is to be seen of a character. Joiners and marks are kept within a name, but are none alone.
fn is_ink(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{115f}' | '\u{3164}'
        )
}

/// Whether two names are the same but for upper and lower case.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// `name (2)`, cut where it would be too long.
pub(super) fn numbered(name: &str, number: usize) -> String {
    let suffix = format!(" ({number})");
    let room = LONGEST_NAME.saturating_sub(suffix.chars().count());
    let kept: String = name.chars().take(room).collect();
    format!("{}{suffix}", kept.trim_end())
}
