//! What several tests need: texts for property tests, the same ones in every run, and an issue.

use crate::wire::issue::Issue;

/// Pieces that have a meaning for some parser or other.
const PIECES: &[&str] = &[
    "a",
    "Z",
    "7",
    " ",
    "\t",
    "\n",
    "\0",
    "\u{7f}",
    "'",
    "\"",
    "\\",
    ":",
    "/",
    "//",
    ".",
    "..",
    "%",
    "%2e",
    "%2F",
    "%zz",
    "%c3",
    "%C3%A9",
    "+",
    "&",
    "=",
    "?",
    "#",
    "<",
    ">",
    ";",
    ",",
    "!",
    "-",
    "*",
    "é",
    "漢",
    "\u{202e}",
    "\u{feff}",
    "💥",
    "is:",
    "level:",
    "has:",
    "is:resolved",
    "OR",
    "http",
    "https://",
    "login",
    "@",
    "[",
    "]",
    "{'",
    "'}",
    "rel=\"next\"",
    "results=\"true\"",
    "cursor=\"x\"",
    "null",
    "{\"detail\":",
    "}",
    "KeyError: 'x'",
    "SHOP-1",
];

/// Numbers below a limit, the same ones for the same seed; nought below nought.
pub fn random(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15 ^ seed;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11).checked_rem(below).unwrap_or(0)
    }
}

/// This many texts of up to a dozen pieces each.
pub fn texts(count: usize) -> impl Iterator<Item = String> {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    (0..count).map(move |_| {
        let length = next(13);
        (0..length).map(|_| PIECES[next(PIECES.len())]).collect()
    })
}

/// An unresolved issue as a server of 5.2 lists it.
pub fn issue(id: &str) -> Issue {
    let text = format!(
        r#"{{"id": "{id}", "count": "3", "type": "error", "level": "error", "status": "unresolved", "project": {{"id": "1",
        "platform": "python", "slug": "shop-api", "name": "Shop API"}}, "shortId": "SHOP-API-{id}", "numComments": 0,
        "userCount": 0, "firstSeen": "2026-11-20T08:00:00.000Z", "lastSeen": "2026-11-23T08:15:11.990Z",
        "title": "KeyError: 'total'", "metadata": {{"type": "KeyError", "value": "'total'"}}, "culprit": ""}}"#
    );
    serde_json::from_str(&text).expect("an issue")
}
