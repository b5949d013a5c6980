//! The search language of issues, with all that the server does not understand.

use crate::seed::Seed;
use crate::seed::event_id;
use crate::seed::issues::{Content, IssueSeed};
use glint_model::wire::issue::IssueStatus;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms with a colon: key and value.
    pub terms: Vec<(String, String)>,
    /// Everything from the first bare word on.
    pub text: String,
}

/// A quote without its partner, which the server answers with 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnbalancedQuote;

impl Query {
    /// Takes a query apart, left to right.
    pub fn parse(text: &str) -> Result<Self, UnbalancedQuote> {
        let mut query = Self::default();
        let mut words = shell_words(text)?.into_iter();
        for word in words.by_ref() {
            match word.split_once(':') {
                Some((key, value)) => query.terms.push((key.to_owned(), value.to_owned())),
                None => {
                    query.text = word;
                    break;
                }
            }
        }
        for word in words {
            query.text.push(' ');
            query.text.push_str(&word);
        }
        Ok(query)
    }

    /// The event id that is the whole query, as 32 hex digits.
    pub fn event_id(&self) -> Option<String> {
        if self.terms.is_empty() {
            event_id::normalize(&self.text)
        } else {
            None
        }
    }

    /// Whether an issue with this status is found.
    pub fn finds(&self, seed: &Seed, issue: &IssueSeed, status: IssueStatus) -> bool {
        self.terms
            .iter()
            .all(|(key, value)| term_fits(seed, issue, status, key, value))
            && self.text_fits(issue)
    }

    fn text_fits(&self, issue: &IssueSeed) -> bool {
        if self.text.is_empty() {
            return true;
        }
        if self.text.contains('*') {
            return wildcard_fits(&self.text, &issue.title);
        }
        let wanted = stems(&self.text);
        let words = issue.words.get_or_init(|| stems(&searched_text(issue)));
        !wanted.is_empty() && wanted.is_subset(words)
    }
}

fn term_fits(seed: &Seed, issue: &IssueSeed, status: IssueStatus, key: &str, value: &str) -> bool {
    match key {
        "is" => status.as_str() == value,
        "level" => issue.level.as_str() == value,
        "has" => seed.tags(issue).contains_key(value),
        tag => seed
            .tags(issue)
            .get(tag)
            .is_some_and(|values| values.contains_key(value)),
    }
}

/// The pieces between stars, in their order, anywhere in the title.
fn wildcard_fits(pattern: &str, title: &str) -> bool {
    let title = title.to_lowercase();
    let mut rest = title.as_str();
    pattern.to_lowercase().split('*').all(|piece| match rest.find(piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// Title, transaction and file names.
fn searched_text(issue: &IssueSeed) -> String {
    let mut text = format!("{} {}", issue.title, issue.transaction);
    if let Content::Problem(problem) = issue.content {
        for spot in problem.chain.iter().flat_map(|thrown| thrown.frames) {
            text.push(' ');
            text.push_str(spot.file);
        }
    }
    for sent in issue.arrived.iter().filter_map(|arrived| arrived.sent.as_ref()) {
        for file in sent.files() {
            text.push(' ');
            text.push_str(&file);
        }
    }
    text
}

/// Words too common to be searched for.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "at", "be", "by", "for", "in", "is", "it", "not", "of", "on", "or", "the", "to", "was", "with",
];

/// The stems of a text's words.
fn stems(text: &str) -> BTreeSet<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !STOP_WORDS.contains(word))
        .map(|word| stemmer.stem(word).into_owned())
        .collect()
}

/// Splits a text as a shell does: at spaces outside of quotes, quotes and backslashes removed.
fn shell_words(text: &str) -> Result<Vec<String>, UnbalancedQuote> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => word.get_or_insert_default().push(chars.next().ok_or(UnbalancedQuote)?),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err(UnbalancedQuote);
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::{Query, UnbalancedQuote, stems, wildcard_fits};

    fn terms(text: &str) -> (Vec<(String, String)>, String) {
        let query = Query::parse(text).expect("balanced");
        (query.terms, query.text)
    }

    fn pair(key: &str, value: &str) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }

    #[test]
    fn terms_come_before_text() {
        assert_eq!(
            terms("is:unresolved browser:\"Firefox 132.0\" payment is:late"),
            (
                vec![pair("is", "unresolved"), pair("browser", "Firefox 132.0")],
                "payment is:late".to_owned()
            )
        );
        assert_eq!(terms("!is:resolved"), (vec![pair("!is", "resolved")], String::new()));
        assert_eq!(terms("  "), (Vec::new(), String::new()));
        assert_eq!(
            terms("url:http://a:80/"),
            (vec![pair("url", "http://a:80/")], String::new())
        );
    }

    #[test]
    fn an_open_quote_is_an_error() {
        for text in ["payment \"unclosed", "it's", "end\\"] {
            assert_eq!(Query::parse(text), Err(UnbalancedQuote), "{text}");
        }
    }

    #[test]
    fn words_match_by_stem_and_whole() {
        let words = stems("payment provider did not answer, shop/gateway.py");
        for (text, want) in [
            ("payments", true),
            ("answered", true),
            ("gateway.py", true),
            ("paymen", false),
        ] {
            assert_eq!(stems(text).is_subset(&words), want, "{text}");
        }
    }

    #[test]
    fn a_star_searches_the_title() {
        for (pattern, want) in [("Upstream*", true), ("*stream*out*", true), ("*out*stream*", false)] {
            assert_eq!(wildcard_fits(pattern, "UpstreamTimeout: payment"), want, "{pattern}");
        }
    }

    #[test]
    fn only_a_lone_uuid_is_an_event_id() {
        let id = "1f9d100e084d44fe969720b64face499";
        assert_eq!(Query::parse(id).map(|query| query.event_id()), Ok(Some(id.to_owned())));
        assert_eq!(
            Query::parse(&format!("is:resolved {id}")).map(|query| query.event_id()),
            Ok(None)
        );
    }
}
