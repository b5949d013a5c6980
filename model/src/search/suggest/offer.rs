//! Makes suggestions and keeps the best of them.

use super::fit::Fit;
use super::place::{Place, units};
use super::vocabulary::{hint_of_key, hint_of_value};
use super::{Help, MOST, Suggestion};
use crate::search::notes;
use crate::search::token::{Token, parse, structured};
use crate::text::visible;

/// The suggestions for a place: first those that begin with what is typed.
pub(super) struct Offers<'a> {
    place: &'a Place,
    start: Vec<Suggestion>,
    inside: Vec<Suggestion>,
}

impl<'a> Offers<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        Self {
            place,
            start: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// Whether one more of this fit would not be among the best.
    pub(super) fn is_full(&self, fit: Fit) -> bool {
        let better = match fit {
            Fit::Start => 0,
            Fit::Inside => self.start.len(),
        };
        better + self.of(fit).len() >= MOST
    }

    /// Whether something begins with what is typed.
    pub(super) fn has_start(&self) -> bool {
        !self.start.is_empty()
    }

    /// The best ones.
    pub(super) fn best(self, most: usize) -> Vec<Suggestion> {
        self.start.into_iter().chain(self.inside).take(most).collect()
    }

    /// Offers a key, if a token with it can be searched for.
    pub(super) fn key(&mut self, key: &str, fit: Fit) {
        if self.is_full(fit) || !(matches!(key, "is" | "level" | "has") || can_be_asked(&structured(key, "x"))) {
            return;
        }
        let (text, caret) = self.place.with_key(key);
        self.push(
            fit,
            Suggestion {
                help: Help::Key,
                label: format!("{key}:"),
                hint: hint_of_key(key).to_owned(),
                text,
                caret,
                is_complete: false,
            },
        );
    }

    /// Offers a key with its value, if it can be searched for and is not yet.
    pub(super) fn value(&mut self, token: &Token, fit: Fit) {
        if self.is_full(fit) || self.place.has(token) || !can_be_asked(token) {
            return;
        }
        let (key, value) = match token {
            Token::Is(value) => ("is", value),
            Token::Level(value) => ("level", value),
            Token::Has(value) => ("has", value),
            Token::Tag { key, value } => (key.as_str(), value),
            Token::Text(_) => return,
        };
        let (text, caret) = self.place.with_token(token);
        self.push(
            fit,
            Suggestion {
                help: Help::Value,
                label: visible(&token.to_string()),
                hint: hint_of_value(key, value).to_owned(),
                text,
                caret,
                is_complete: true,
            },
        );
    }

    fn of(&self, fit: Fit) -> &Vec<Suggestion> {
        match fit {
            Fit::Start => &self.start,
            Fit::Inside => &self.inside,
        }
    }

    fn push(&mut self, fit: Fit, suggestion: Suggestion) {
        if self.of(fit).iter().any(|other| other.text == suggestion.text) {
            return;
        }
        match fit {
            Fit::Start => self.start.push(suggestion),
            Fit::Inside => self.inside.push(suggestion),
        }
    }
}

/// Whether the token is read again as it is printed, and finds what it says: data may hold any key and value.
fn can_be_asked(token: &Token) -> bool {
    notes::on_token(token).is_none() && parse(&token.to_string()) == [token.clone()]
}

/// A search in the place of the whole.
pub(super) fn whole(help: Help, text: &str, hint: &str) -> Suggestion {
    Suggestion {
        help,
        label: visible(text),
        hint: hint.to_owned(),
        text: text.to_owned(),
        caret: units(text),
        is_complete: true,
    }
}
