//! The keys and values that are known, and a few words about each.

use super::Known;
use crate::search::{LEVELS, STATUSES};

/// The keys that every search knows.
const KEYS: &[(&str, &str)] = &[
    ("is", "open, done or set aside"),
    ("level", "how bad it is"),
    ("has", "a tag that must be there"),
    ("environment", "where it happened"),
    ("release", "the version it happened in"),
];

/// Whole searches, and what they find.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("is:unresolved level:fatal", "open issues of the worst level"),
    ("is:unresolved timeout", "open issues with this word"),
    ("*pay*", "part of a word in the title"),
    ("has:user.email", "where a person is known"),
];

/// The keys that can begin a token: those of every search, then the tags'.
pub(super) fn keys(known: &Known) -> impl Iterator<Item = &str> {
    let tags = known.tags.iter().map(|(key, _)| key.as_str());
    KEYS.iter()
        .map(|(key, _)| *key)
        .chain(tags.filter(|key| !KEYS.iter().any(|(own, _)| own == key)))
}

/// The keys that `has:` can ask for.
pub(super) fn tag_keys(known: &Known) -> impl Iterator<Item = &str> {
    let listed = [("environment", &known.environments), ("release", &known.releases)];
    listed
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(key, _)| key)
        .chain(known.tags.iter().map(|(key, _)| key.as_str()))
}

/// The key that is meant, in its own spelling: tags are told apart by upper and lower case, people less so.
pub(super) fn key_named<'a>(known: &'a Known, typed: &str) -> Option<&'a str> {
    keys(known)
        .find(|key| *key == typed)
        .or_else(|| keys(known).find(|key| key.eq_ignore_ascii_case(typed)))
}

/// All values, each with its key.
pub(super) fn values(known: &Known) -> impl Iterator<Item = (&str, &str)> {
    let statuses = STATUSES.iter().map(|value| ("is", *value));
    let levels = LEVELS.iter().map(|value| ("level", *value));
    let environments = known.environments.iter().map(|value| ("environment", value.as_str()));
    let releases = known.releases.iter().map(|value| ("release", value.as_str()));
    let tags = known
        .tags
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "is" | "level" | "has"))
        .flat_map(|(key, values)| values.iter().map(|value| (key.as_str(), value.as_str())));
    statuses.chain(levels).chain(environments).chain(releases).chain(tags)
}

/// A few words about a key.
pub(super) fn hint_of_key(key: &str) -> &'static str {
    KEYS.iter()
        .find(|(own, _)| *own == key)
        .map_or("a tag", |(_, hint)| hint)
}

/// A few words about a value.
pub(super) fn hint_of_value(key: &str, value: &str) -> &'static str {
    match (key, value) {
        ("is", "unresolved") => "still open",
        ("is", "resolved") => "done",
        ("is", "ignored") => "set aside",
        ("level", "fatal") => "it stopped the program",
        ("level", "error") => "something failed",
        ("level", "warning") => "it may become a problem",
        ("level", "info") => "good to know",
        ("level", "debug") => "for developers",
        ("level", "sample") => "an example",
        ("has", _) => "events have this tag",
        _ => hint_of_key(key),
    }
}
