//! Help while a search is typed: what could stand at the caret, and the whole search after it is taken.

mod fit;
mod offer;
mod place;
mod vocabulary;

use super::prepare::prepare;
use super::token::structured;
use fit::{Fit, Sought};
use offer::Offers;
use place::Place;

/// How many suggestions there are at most while a word is typed.
const MOST: usize = 8;

/// How many of these may be recent searches.
const MOST_RECENT: usize = 3;

/// How many recent searches there are at most while nothing is typed.
const MOST_RECENT_AT_FIRST: usize = 5;

/// What is known that can stand in a search. All of it is hostile text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Keys of tags, each with the values seen so far; there may be none.
    pub tags: Vec<(String, Vec<String>)>,
    /// The names of the environments.
    pub environments: Vec<String>,
    /// The versions of the releases, in the order in which they are to be offered.
    pub releases: Vec<String>,
    /// What was searched for of late, the newest first.
    pub recent: Vec<String>,
}

/// What kind of help a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// A key, whose value is typed next.
    Key,
    /// A key with its value.
    Value,
    /// A whole search from before.
    Recent,
    /// A whole search that shows what can be asked.
    Example,
}

/// Something to take in place of the word at the caret, or of the whole search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What kind of help it is.
    pub help: Help,
    /// What is shown: `level:`, `level:fatal`; without characters that hide or turn round what is read.
    pub label: String,
    /// A few plain words about it.
    pub hint: String,
    /// The whole search after taking it.
    pub text: String,
    /// Where the caret is then, in UTF-16 units.
    pub caret: usize,
    /// Whether it is searched for at once when taken; not so after a bare key.
    pub is_complete: bool,
}

/// What could stand at the caret (in UTF-16 units, as inputs count), the best first.
///
/// Where nothing is typed: recent searches, keys and examples. Behind a key: its values. In a word: keys and
/// values; those that begin with it come before those that have it inside, then recent searches. A word that
/// begins no key, no value and no word of a recent search is text, and gets no suggestions.
pub fn suggest(text: &str, caret: usize, known: &Known) -> Vec<Suggestion> {
    let Some(place) = Place::at(text, caret) else {
        return Vec::new();
    };
    let mut offers = Offers::new(&place);
    let typed = place.typed();
    if typed.is_empty() {
        let mut all = recent(text, known, &Sought::new(""), MOST_RECENT_AT_FIRST);
        for key in vocabulary::keys(known) {
            offers.key(key, Fit::Start);
        }
        all.extend(offers.best(MOST));
        all.extend(examples(text));
        return all;
    }
    if let Some((key, value)) = typed.split_once(':') {
        if let Some(key) = vocabulary::key_named(known, key) {
            of_key(key, &Sought::new(value), known, &mut offers);
        }
        return offers.best(MOST);
    }
    let sought = Sought::new(typed);
    of_word(&sought, Fit::Start, known, &mut offers);
    let mut recent = Vec::new();
    if sought.is_long() {
        recent = self::recent(text, known, &sought, MOST_RECENT);
    }
    if !offers.has_start() && !recent.iter().any(|recent| sought.begins_word_of(&recent.text)) {
        return Vec::new();
    }
    of_word(&sought, Fit::Inside, known, &mut offers);
    let mut all = offers.best(MOST - recent.len());
    recent.retain(|recent| !all.iter().any(|other| other.text == recent.text));
    all.extend(recent);
    all
}

/// The values of a key. Once one of them is typed out, only longer ones are help.
fn of_key(key: &str, sought: &Sought, known: &Known, offers: &mut Offers) {
    let values: Vec<&str> = if key == "has" {
        vocabulary::tag_keys(known).collect()
    } else {
        vocabulary::values(known)
            .filter(|(of, _)| *of == key)
            .map(|(_, value)| value)
            .collect()
    };
    let is_typed_out = values.iter().any(|value| sought.is(value));
    for value in values {
        match sought.fit(value) {
            Some(Fit::Inside) if is_typed_out => {}
            Some(fit) => offers.value(&structured(key, value), fit),
            None => {}
        }
        if offers.is_full(Fit::Start) {
            return;
        }
    }
}

/// The keys and values that begin with a word, or that have it inside. A single letter is in too many.
fn of_word(sought: &Sought, wanted: Fit, known: &Known, offers: &mut Offers) {
    let is_long = sought.is_long();
    if wanted == Fit::Inside && !is_long {
        return;
    }
    let fits = |name: &str| match wanted {
        Fit::Start => sought.begins(name),
        Fit::Inside => sought.fit(name) == Some(Fit::Inside),
    };
    for key in vocabulary::keys(known).filter(|key| fits(key)) {
        offers.key(key, wanted);
    }
    if !is_long {
        return;
    }
    for (key, value) in vocabulary::values(known) {
        if offers.is_full(wanted) {
            return;
        }
        if fits(value) {
            offers.value(&structured(key, value), wanted);
        }
    }
}

/// Recent searches with the word in them, but not the one that stands there already.
fn recent(text: &str, known: &Known, sought: &Sought, most: usize) -> Vec<Suggestion> {
    let current = prepare(text).query;
    known
        .recent
        .iter()
        .filter(|recent| !recent.trim().is_empty() && sought.fit(recent).is_some())
        .filter(|recent| prepare(recent).query != current)
        .take(most)
        .map(|recent| offer::whole(Help::Recent, recent, "searched for before"))
        .collect()
}

fn examples(text: &str) -> Vec<Suggestion> {
    let current = prepare(text).query;
    vocabulary::EXAMPLES
        .iter()
        .filter(|(example, _)| *example != current)
        .map(|(example, hint)| offer::whole(Help::Example, example, hint))
        .collect()
}

#[cfg(test)]
mod tests;
