//! Keys of a project: their label and rate limit, and the header that lets browsers report to one.

use crate::dsn::Dsn;
use crate::text::thousands;
use crate::wire::project_key::{KeyRateLimit, ProjectKey, WriteProjectKey};

/// How many characters a label has at most.
const LONGEST_LABEL: usize = 64;

/// The most events that a limit can name.
const MOST: i64 = 1_000_000_000;

/// The times that a limit is offered for: in seconds, and what they are called.
pub const WINDOWS: [(i64, &str); 3] = [(60, "minute"), (3_600, "hour"), (86_400, "day")];

/// What is wrong with a label.
pub fn key_name_problem(name: &str) -> Option<String> {
    let count = name.trim().chars().count();
    (count > LONGEST_LABEL).then(|| format!("A label has at most {LONGEST_LABEL} characters; this one has {count}."))
}

/// The typed limit; none where none is typed. `window` is in seconds.
pub fn limit_of(count: &str, window: i64) -> Result<Option<KeyRateLimit>, String> {
    let count: String = count
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202f}')
        .collect();
    if count.is_empty() {
        return Ok(None);
    }
    match count.parse() {
        Ok(count @ 1..=MOST) if window > 0 => Ok(Some(KeyRateLimit { window, count })),
        _ => Err("Type a whole number of events, or nothing for no limit.".to_owned()),
    }
}

/// What is wrong with the typed count of a limit.
pub fn limit_problem(count: &str) -> Option<String> {
    limit_of(count, 60).err()
}

/// `1 000 events per hour`.
pub fn limit_words(limit: Option<KeyRateLimit>) -> String {
    let Some(KeyRateLimit { window, count }) = limit else {
        return "No rate limit".to_owned();
    };
    let events = format!(
        "{} {}",
        thousands(count.unsigned_abs()),
        if count == 1 { "event" } else { "events" }
    );
    match WINDOWS.iter().find(|(seconds, _)| *seconds == window) {
        Some((_, name)) => format!("{events} per {name}"),
        None => format!("{events} in {} seconds", thousands(window.unsigned_abs())),
    }
}

/// Whether the server has what was sent. It may say yes and keep nothing.
pub fn is_kept(sent: &WriteProjectKey, has: &ProjectKey) -> bool {
    has.name.as_deref().unwrap_or_default().trim() == sent.name.trim() && has.rate_limit == sent.rate_limit
}

/// A header that lets browsers report to the key what a strict policy would block, and blocks nothing yet.
pub fn csp_header(dsn: &Dsn) -> String {
    format!(
        "Content-Security-Policy-Report-Only: default-src 'self'; report-uri {}",
        dsn.security_endpoint()
    )
}
