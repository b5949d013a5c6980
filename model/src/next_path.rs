//! Where to go after signing in (`?next=`): only a path of this origin.

use crate::encode::{decode_component, is_well_encoded};

/// Longer addresses are not ours.
const LONGEST: usize = 4096;

/// The text itself when it is a path of this origin, with a query and a fragment if it has them; nothing when
/// a browser might read it as anything else, or when it is the sign-in page.
///
/// Every stage of decoding is looked at, since a proxy may decode once more than the browser.
pub fn safe_next(text: &str) -> Option<&str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !text.starts_with('/') || text.len() > LONGEST || !is_well_encoded(text) {
        return None;
    }
    let mut path = text.split(['?', '#']).next().unwrap_or_default().to_owned();
    loop {
        if !is_harmless(&path) {
            return None;
        }
        let decoded = decode_component(&path);
        if decoded == path {
            return Some(text);
        }
        path = decoded;
    }
}

/// Whether a path stays on this origin: no empty, `.` or `..` segment inside, nothing that browsers drop or
/// take for a slash.
fn is_harmless(path: &str) -> bool {
    let Some(inner) = path.strip_prefix('/') else {
        return false;
    };
    let harmful = |c: char| c == '\\' || c.is_control() || is_like_a_slash(c);
    if path.contains("//") || path.contains(harmful) {
        return false;
    }
    let mut segments = inner.split('/');
    let first = segments.next().unwrap_or_default();
    !first.eq_ignore_ascii_case("login") && inner.split('/').all(|segment| !matches!(segment, "." | ".."))
}

/// Characters that some software folds to `/`, `\` or `.`.
fn is_like_a_slash(c: char) -> bool {
    matches!(
        c,
        '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{29f5}' | '\u{fe68}' | '\u{ff0f}' | '\u{ff3c}' | '\u{ff0e}'
            | '\u{2024}' | '\u{3002}' | '\u{ff61}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
    )
}
