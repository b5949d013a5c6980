//! A breadcrumb as a row.

use super::kind::{CrumbKind, kind_of};
use super::line::{Piece, line_of};
use crate::reveal::reveal;
use crate::timestamp::Timestamp;
use crate::wire::breadcrumb::Breadcrumb;
use crate::wire::issue::Level;
use serde_json::Value;

/// Longer types and categories are cut, and shown whole with the data.
const LONGEST_WORD: usize = 80;

/// What stands for a type, level or category that was not sent.
pub const NO_WORD: &str = "(none)";

/// A row of the timeline. Its texts name what hides in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    /// When it happened, by the sender's clock.
    pub at: Option<Timestamp>,
    /// What kind of thing happened.
    pub kind: CrumbKind,
    /// The word for it: the type that was sent, or where that says nothing, what the category tells.
    pub kind_word: String,
    /// How bad it was, as far as this build knows the word.
    pub level: Level,
    /// The word for it; [`NO_WORD`] where none was sent.
    pub level_word: String,
    /// Where it comes from; [`NO_WORD`] where that was not sent.
    pub category: String,
    /// What happened, in one line.
    pub line: Vec<Piece>,
    /// Everything that was sent and is not in the line.
    pub data: Vec<(String, Value)>,
}

impl Crumb {
    pub(super) fn new(sent: Breadcrumb) -> Self {
        let kind_sent = sent.kind.as_deref().map(str::trim).unwrap_or_default();
        let category = sent.category.as_deref().map(str::trim).unwrap_or_default();
        let (kind, kind_word) = kind_of(kind_sent, category);
        let level_sent = sent.level.as_deref().map(str::trim).unwrap_or_default();
        let level = level_of(level_sent);
        let level_word = match level {
            Some(level) => level.as_str().to_owned(),
            None => word(level_sent),
        };
        let (line, mut data) = line_of(kind, &level_word, sent.message.as_deref(), sent.data);
        for (key, text) in [("type", kind_sent), ("category", category), ("level", level_sent)] {
            if text.chars().nth(LONGEST_WORD).is_some() {
                data.push((key.to_owned(), Value::String(text.to_owned())));
            }
        }
        let event_id = sent.event_id.filter(|id| !id.is_empty()).map(Value::String);
        data.extend(event_id.map(|id| ("event_id".to_owned(), id)));
        data.extend(sent.rest);
        Self {
            at: sent.timestamp,
            kind,
            kind_word: word(&kind_word),
            level: level.unwrap_or(Level::Unknown),
            level_word,
            category: word(category),
            line,
            data,
        }
    }

    /// Type and category: `http · xhr`, and one of them where both say the same or one was not sent.
    pub fn what(&self) -> String {
        if self.category == NO_WORD || self.category == self.kind_word {
            self.kind_word.clone()
        } else if self.kind == CrumbKind::Other && self.kind_word == "default" {
            self.category.clone()
        } else {
            format!("{} · {}", self.kind_word, self.category)
        }
    }
}

/// The level of a word, in the spellings of the SDKs; none for any other word.
pub(super) fn level_of(word: &str) -> Option<Level> {
    Some(match word.to_ascii_lowercase().as_str() {
        "fatal" | "critical" => Level::Fatal,
        "error" => Level::Error,
        "warning" | "warn" => Level::Warning,
        "info" | "log" => Level::Info,
        "debug" => Level::Debug,
        _ => return None,
    })
}

fn word(text: &str) -> String {
    match text.char_indices().nth(LONGEST_WORD) {
        _ if text.is_empty() => NO_WORD.to_owned(),
        Some((end, _)) => reveal(&format!("{}…", text.get(..end).unwrap_or_default())),
        None => reveal(text),
    }
}
