//! A search in pieces, each of which can be taken out.

use super::notes;
use super::piece::{Piece, join, pieces};
use super::prepare::arrange;
use super::token::Token;

/// A piece of a search, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it says: the token in the spelling of the wire, or all the words; hostile text.
    pub text: String,
    /// What kind of piece it is.
    pub kind: ChipKind,
    /// Whether [`super::prepare`] has a note on it.
    pub has_problem: bool,
    /// The search without it; the rest is spelled as it was.
    pub without: String,
}

/// What a piece of a search asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// A status.
    Is,
    /// A level.
    Level,
    /// A tag that must be there.
    Has,
    /// A tag with its value.
    Tag,
    /// Words in the title and the like.
    Text,
}

impl ChipKind {
    fn of(token: &Token) -> Self {
        match token {
            Token::Is(_) => Self::Is,
            Token::Level(_) => Self::Level,
            Token::Has(_) => Self::Has,
            Token::Tag { .. } => Self::Tag,
            Token::Text(_) => Self::Text,
        }
    }
}

/// The pieces of a search: its tokens in their order, each once, then all its words as one, as they are sent.
pub fn chips(text: &str) -> Vec<Chip> {
    let pieces = pieces(text);
    let (tokens, words) = arrange(&pieces);
    let mut chips: Vec<Chip> = tokens
        .iter()
        .map(|token| Chip {
            text: token.to_string(),
            kind: ChipKind::of(token),
            has_problem: notes::concern(token, &tokens),
            without: rest(&pieces, |piece| piece.token.clone().spelled() == *token),
        })
        .collect();
    if !words.is_empty() {
        chips.push(Chip {
            text: words.join(" "),
            kind: ChipKind::Text,
            has_problem: !notes::on_words(&words, tokens.is_empty()).is_empty(),
            without: rest(&pieces, |piece| matches!(piece.token, Token::Text(_))),
        });
    }
    chips
}

fn rest(pieces: &[Piece], is_taken_out: impl Fn(&Piece) -> bool) -> String {
    join(pieces.iter().filter(|piece| !is_taken_out(piece)))
}

#[cfg(test)]
mod tests {
    use super::{ChipKind, chips};
    use crate::search::prepare;
    use crate::testing::texts;

    #[test]
    fn each_piece_can_be_taken_out() {
        let typed = "payment IS:Resolved  browser:'Mobile Safari' \"it fails\" is:resolved has:release level:bad";
        let got: Vec<(String, ChipKind, bool, String)> = chips(typed)
            .into_iter()
            .map(|chip| (chip.text, chip.kind, chip.has_problem, chip.without))
            .collect();
        let want = [
            (
                "is:resolved",
                ChipKind::Is,
                false,
                "payment browser:'Mobile Safari' \"it fails\" has:release level:bad",
            ),
            (
                "browser:\"Mobile Safari\"",
                ChipKind::Tag,
                false,
                "payment IS:Resolved \"it fails\" is:resolved has:release level:bad",
            ),
            (
                "has:release",
                ChipKind::Has,
                false,
                "payment IS:Resolved browser:'Mobile Safari' \"it fails\" is:resolved level:bad",
            ),
            (
                "level:bad",
                ChipKind::Level,
                true,
                "payment IS:Resolved browser:'Mobile Safari' \"it fails\" is:resolved has:release",
            ),
            (
                "payment it fails",
                ChipKind::Text,
                false,
                "IS:Resolved browser:'Mobile Safari' is:resolved has:release level:bad",
            ),
        ]
        .map(|(text, kind, has_problem, without)| (text.to_owned(), kind, has_problem, without.to_owned()));
        assert_eq!(got, want);
        assert_eq!(chips("  \"\" "), []);
    }

    #[test]
    fn what_contradicts_is_marked_on_both_sides() {
        let marks = |text: &str| -> Vec<bool> { chips(text).iter().map(|chip| chip.has_problem).collect() };
        assert_eq!(marks("is:resolved is:ignored level:info"), [true, true, false]);
        assert_eq!(marks("!a:b x:y"), [true, false]);
        assert_eq!(marks("x:y http://a"), [false, true]);
    }

    /// Taking a piece out takes out that piece, and no other.
    #[test]
    fn the_rest_means_the_same() {
        for typed in texts(8000) {
            let chips = chips(&typed);
            let noted = !prepare(&typed).notes.is_empty();
            assert_eq!(chips.iter().any(|chip| chip.has_problem), noted, "{typed:?}");
            for (at, chip) in chips.iter().enumerate() {
                let left: Vec<String> = super::chips(&chip.without).into_iter().map(|chip| chip.text).collect();
                let mut want: Vec<String> = chips.iter().map(|chip| chip.text.clone()).collect();
                want.remove(at);
                assert_eq!(left, want, "{typed:?} without {}", chip.text);
            }
        }
    }
}
