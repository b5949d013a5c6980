//! What is looked for among the rows that are loaded: words, and `key:value`.

use super::columns::user_name;
use crate::wire::event_row::EventRow;

/// A filter. All of its terms have to fit; capitals do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Term {
    /// `!` stood before it.
    is_not: bool,
    /// What stood before the colon.
    key: Option<String>,
    /// What is looked for, without quotes.
    value: String,
    /// The whole term, to be found as text: `https://…` is no tag.
    text: String,
    /// In quotes, the value has to be just this.
    is_exact: bool,
}

impl EventFilter {
    /// Reads a filter. Every text is one.
    pub fn parse(text: &str) -> Self {
        let terms = split(text).into_iter().filter_map(Term::parse).collect();
        Self { terms }
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a row has all that is looked for.
    pub fn fits(&self, row: &EventRow) -> bool {
        if self.terms.is_empty() {
            return true;
        }
        let user = user_name(row).map(|name| name.to_lowercase());
        let texts = [&row.title, &row.message, &row.culprit];
        let mut texts: Vec<String> = texts.into_iter().flatten().map(|text| text.to_lowercase()).collect();
        texts.push(row.event_id.as_str().to_lowercase());
        texts.extend(user.clone());
        let mut tags: Vec<(String, String)> = row
            .tags
            .iter()
            .map(|tag| {
                let value = tag.value.as_deref().unwrap_or_default();
                (tag.key.to_lowercase(), value.to_lowercase())
            })
            .collect();
        tags.extend(user.map(|user| ("user".to_owned(), user)));
        tags.extend(
            row.title
                .as_ref()
                .map(|title| ("title".to_owned(), title.to_lowercase())),
        );
        tags.extend(
            row.culprit
                .as_ref()
                .map(|culprit| ("transaction".to_owned(), culprit.to_lowercase())),
        );
        self.terms.iter().all(|term| term.fits(&texts, &tags) != term.is_not)
    }
}

impl Term {
    fn parse(word: String) -> Option<Self> {
        let word = word.to_lowercase();
        let (is_not, rest) = match word.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, word.as_str()),
        };
        let (key, value) = match rest.split_once(':') {
            Some((key, value)) if !key.is_empty() && !key.contains('"') => (Some(key), value),
            _ => (None, rest),
        };
        let is_exact = key.is_some() && value.len() > 1 && value.starts_with('"') && value.ends_with('"');
        let term = Self {
            is_not,
            key: key.map(|key| if key == "server" { "server_name" } else { key }.to_owned()),
            value: value.replace('"', ""),
            text: rest.replace('"', ""),
            is_exact,
        };
        (!term.text.is_empty()).then_some(term)
    }

    fn fits(&self, texts: &[String], tags: &[(String, String)]) -> bool {
        let of_tag = |(key, value): &(String, String)| match &self.key {
            Some(wanted) if wanted == key => {
                if self.is_exact {
                    *value == self.value
                } else {
                    value.contains(&self.value)
                }
            }
            _ => value.contains(&self.text),
        };
        texts.iter().any(|text| text.contains(&self.text)) || tags.iter().any(of_tag)
    }
}

/// Words; what is in quotes stays together. A quote that is not closed goes on to the end.
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut is_quoted = false;
    for c in text.chars() {
        if c == '"' {
            is_quoted = !is_quoted;
        }
        if c.is_whitespace() && !is_quoted {
            words.push(std::mem::take(&mut word));
        } else {
            word.push(c);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}
