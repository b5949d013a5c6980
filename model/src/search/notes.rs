//! What a searcher should know: a sentence for each thing that the server cannot do.

use super::prepare::text_of;
use super::token::{Token, print};
use super::{LEVELS, STATUSES, event_id};

/// Words of other trackers' searches that this server takes for tags, and what to do in their place.
const ELSEWHERE: &[(&str, &str)] = &[
    ("assigned", "GlitchTip cannot search for who an issue is assigned to"),
    ("assigned_to", "GlitchTip cannot search for who an issue is assigned to"),
    ("bookmarks", "GlitchTip has no bookmarks"),
    (
        "firstSeen",
        "choose a time range to search by when an issue was first seen",
    ),
    (
        "first_seen",
        "choose a time range to search by when an issue was first seen",
    ),
    (
        "lastSeen",
        "GlitchTip cannot search by when an issue was last seen; sort by it",
    ),
    (
        "last_seen",
        "GlitchTip cannot search by when an issue was last seen; sort by it",
    ),
    ("age", "choose a time range to search by when an issue was first seen"),
    (
        "timesSeen",
        "GlitchTip cannot search by the number of events; sort by it",
    ),
    (
        "times_seen",
        "GlitchTip cannot search by the number of events; sort by it",
    ),
    ("project", "choose projects in the project filter"),
    ("status", "write is:unresolved, is:resolved or is:ignored"),
    ("issue", "search for the short id alone to open its issue"),
];

/// The sentences about a search, each once. Each names the token or the words it is about, in “ ”.
pub(super) fn on(tokens: &[Token], words: &[String]) -> Vec<String> {
    let mut notes: Vec<String> = tokens.iter().filter_map(on_token).collect();
    notes.extend(on_several(tokens, "status", is_status));
    notes.extend(on_several(tokens, "level", is_level));
    notes.extend(on_words(words, tokens.is_empty()));
    notes
}

/// Whether one of the sentences is about this token.
pub(super) fn concern(token: &Token, tokens: &[Token]) -> bool {
    let one_of_several = |is_one: fn(&Token) -> bool| is_one(token) && tokens.iter().filter(|t| is_one(t)).count() > 1;
    on_token(token).is_some() || one_of_several(is_status) || one_of_several(is_level)
}

fn is_status(token: &Token) -> bool {
    matches!(token, Token::Is(_))
}

fn is_level(token: &Token) -> bool {
    matches!(token, Token::Level(_))
}

/// What there is to say about a token in the spelling of the wire.
pub(super) fn on_token(token: &Token) -> Option<String> {
    match token {
        Token::Is(value) if !STATUSES.contains(&value.as_str()) => Some(format!(
            "“{token}” finds nothing: GlitchTip knows is:unresolved, is:resolved and is:ignored."
        )),
        Token::Level(value) if !LEVELS.contains(&value.as_str()) => Some(format!(
            "“{token}” finds nothing: levels are fatal, error, warning, info, debug and sample."
        )),
        Token::Tag { key, .. } if key.starts_with(['!', '-']) => Some(format!(
            "“{token}” finds nothing: GlitchTip cannot search for what an issue is not."
        )),
        Token::Tag { key, value } => {
            if let Some((_, advice)) = ELSEWHERE.iter().find(|(word, _)| word == key) {
                return Some(format!("“{token}” finds nothing: {advice}."));
            }
            value.contains('*').then(|| {
                format!("“{token}” looks for a star: GlitchTip compares tags exactly, upper and lower case included.")
            })
        }
        _ => None,
    }
}

/// What there is to say about tokens of a kind that an issue can have only one of.
fn on_several(tokens: &[Token], what: &str, is_one: fn(&Token) -> bool) -> Option<String> {
    let several: Vec<Token> = tokens.iter().filter(|token| is_one(token)).cloned().collect();
    (several.len() > 1).then(|| {
        format!(
            "“{}” finds nothing: all conditions must hold, and an issue has one {what}.",
            print(&several)
        )
    })
}

/// What there is to say about the words that are not tokens; `is_all`: there are no tokens beside them.
pub(super) fn on_words(words: &[String], is_all: bool) -> Vec<String> {
    let is_lone = is_all && words.len() == 1;
    let mut notes = Vec::new();
    for word in words {
        let note = match word.as_str() {
            "OR" | "AND" | "NOT" | "||" | "&&" => {
                format!("“{word}” is searched for as a word: GlitchTip cannot combine conditions.")
            }
            _ if word.starts_with('!') && word.len() > 1 => {
                format!("“{word}” is searched for as text: GlitchTip cannot search for what an issue is not.")
            }
            _ if !is_lone && event_id(word).is_some() => {
                format!(
                    "“{word}” is searched for as text: GlitchTip looks up the id of an event only when it is alone."
                )
            }
            _ => continue,
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let with_colon: Vec<String> = words.iter().filter(|word| word.contains(':')).cloned().collect();
    if !with_colon.is_empty() {
        let sent = text_of(&with_colon);
        let instead = if sent.is_empty() {
            "is left out".to_owned()
        } else {
            format!("is searched for as “{sent}”")
        };
        let named = with_colon.join(" ");
        notes.push(format!("“{named}” {instead}: GlitchTip cannot search for a colon."));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::{concern, on, on_words};
    use crate::search::piece::pieces;
    use crate::search::prepare::arrange;
    use crate::search::token::print;
    use crate::testing::texts;

    /// Each note says first what it is about.
    #[test]
    fn every_note_names_its_token() {
        let mut seen = 0;
        for typed in texts(20_000) {
            let (tokens, words) = arrange(&pieces(&typed));
            let has = format!(" {} {} ", print(&tokens), words.join(" "));
            for note in on(&tokens, &words) {
                seen += 1;
                let named = note.strip_prefix('“').and_then(|rest| rest.split_once('”'));
                let Some((named, _)) = named else { panic!("{note}") };
                assert!(!named.is_empty(), "{note}");
                assert!(
                    has.contains(named) || named.split(' ').all(|word| has.contains(word)),
                    "{note}: {typed:?}"
                );
            }
        }
        assert!(seen > 1000, "{seen}");
    }

    #[test]
    fn there_is_a_note_exactly_where_something_concerns() {
        for typed in texts(8000) {
            let (tokens, words) = arrange(&pieces(&typed));
            let concerns =
                tokens.iter().any(|token| concern(token, &tokens)) || !on_words(&words, tokens.is_empty()).is_empty();
            assert_eq!(concerns, !on(&tokens, &words).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn what_was_sent_instead_is_said() {
        for (typed, want) in [
            (
                "KeyError: 'x'",
                "“KeyError:” is searched for as “KeyError”: GlitchTip cannot search for a colon.",
            ),
            (
                "a OR b OR",
                "“OR” is searched for as a word: GlitchTip cannot combine conditions.",
            ),
            ("a :: b", "“::” is left out: GlitchTip cannot search for a colon."),
            (
                "level:info level:error",
                "“level:info level:error” finds nothing: all conditions must hold, and an issue has one level.",
            ),
        ] {
            let (tokens, words) = arrange(&pieces(typed));
            assert_eq!(on(&tokens, &words), [want]);
        }
    }
}
