//! Which breadcrumbs are shown: by type, level and category, and by what is searched for.

use super::Timeline;
use super::crumb::Crumb;
use super::marks::excerpt;
use crate::json_view::leaf;
use crate::reveal::reveal;
use serde_json::Value;
use std::cmp::Reverse;

/// So much of what was found in data is shown.
const SHOWN_OF_DATA: usize = 160;

/// What is asked of the breadcrumbs; nothing asked shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrumbFilter {
    /// One of these types.
    pub kinds: Vec<String>,
    /// One of these levels.
    pub levels: Vec<String>,
    /// One of these categories.
    pub categories: Vec<String>,
    /// All of these words, in small letters; from [`CrumbFilter::words_of`].
    pub words: Vec<String>,
}

/// A type, level or category that occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The word.
    pub word: String,
    /// How many crumbs have it.
    pub count: usize,
}

impl CrumbFilter {
    /// The words of a search.
    pub fn words_of(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.levels.is_empty() && self.categories.is_empty() && self.words.is_empty()
    }

    fn takes(&self, crumb: &Crumb) -> bool {
        let is_one = |wanted: &[String], word: &String| wanted.is_empty() || wanted.contains(word);
        is_one(&self.kinds, &crumb.kind_word)
            && is_one(&self.levels, &crumb.level_word)
            && is_one(&self.categories, &crumb.category)
    }
}

impl Timeline {
    /// The places of the crumbs that the filter lets through, in order.
    pub fn matching(&self, filter: &CrumbFilter) -> Vec<usize> {
        let has_words = |at: usize| {
            let haystacks = self
                .haystacks
                .get_or_init(|| self.crumbs.iter().map(haystack).collect());
            let haystack = haystacks.get(at);
            haystack.is_some_and(|haystack| filter.words.iter().all(|word| haystack.contains(word)))
        };
        let crumbs = self.crumbs.iter().enumerate();
        crumbs
            .filter(|(at, crumb)| filter.takes(crumb) && (filter.words.is_empty() || has_words(*at)))
            .map(|(at, _)| at)
            .collect()
    }

    /// The types that occur, the most frequent first.
    pub fn kinds(&self) -> Vec<Counted> {
        by_count(self.crumbs.iter().map(|crumb| &crumb.kind_word))
    }

    /// The categories that occur, the most frequent first.
    pub fn categories(&self) -> Vec<Counted> {
        by_count(self.crumbs.iter().map(|crumb| &crumb.category))
    }

    /// The levels that occur, the worst first, those that are not known last.
    pub fn levels(&self) -> Vec<Counted> {
        let mut levels = by_count(self.crumbs.iter().map(|crumb| &crumb.level_word));
        let rank = |word: &str| {
            let known = ["fatal", "error", "warning", "info", "debug"];
            known.iter().position(|level| *level == word).unwrap_or(known.len())
        };
        levels.sort_by_key(|level| rank(&level.word));
        levels
    }
}

impl Crumb {
    /// What was found among the data that are not in sight: `order.id: 5000`. None when the words stand in the line.
    pub fn found_in_data(&self, words: &[String]) -> Option<String> {
        let seen = self.seen().to_lowercase();
        let unseen: Vec<String> = words.iter().filter(|word| !seen.contains(*word)).cloned().collect();
        if unseen.is_empty() {
            return None;
        }
        let has_one = |text: &String| {
            let low = text.to_lowercase();
            unseen.iter().any(|word| low.contains(word))
        };
        let found = self.leaves().into_iter().find(has_one)?;
        Some(excerpt(&found, &unseen, SHOWN_OF_DATA))
    }

    /// The words that are in sight.
    fn seen(&self) -> String {
        let mut seen = self.what();
        for piece in &self.line {
            seen.push(' ');
            seen.push_str(&piece.text);
        }
        seen
    }

    /// Every value of the data behind its path.
    fn leaves(&self) -> Vec<String> {
        let mut leaves = Vec::new();
        for (key, value) in &self.data {
            push_leaves(&reveal(key), value, &mut leaves);
        }
        leaves
    }
}

/// The depth is bounded by that of the JSON that was read.
fn push_leaves(path: &str, value: &Value, leaves: &mut Vec<String>) {
    if let Some(leaf) = leaf(value) {
        leaves.push(format!("{path}: {}", leaf.text));
        return;
    }
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                push_leaves(&format!("{path}.{at}"), item, leaves);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                push_leaves(&format!("{path}.{}", reveal(key)), item, leaves);
            }
        }
        _ => {}
    }
}

fn haystack(crumb: &Crumb) -> String {
    let mut text = crumb.seen();
    for leaf in crumb.leaves() {
        text.push('\n');
        text.push_str(&leaf);
    }
    text.to_lowercase()
}

fn by_count<'a>(words: impl Iterator<Item = &'a String>) -> Vec<Counted> {
    let mut sorted: Vec<&String> = words.collect();
    sorted.sort_unstable();
    let mut counted: Vec<Counted> = sorted
        .chunk_by(|one, next| one == next)
        .filter_map(|same| {
            Some(Counted {
                word: (*same.first()?).clone(),
                count: same.len(),
            })
        })
        .collect();
    counted.sort_by_key(|one| Reverse(one.count));
    counted
}
