//! Which words of two texts differ.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Texts with more words than this are not looked into: all of it counts as changed.
const MOST_WORDS: usize = 600;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece. Together they are the text.
    pub text: &'a str,
    /// Whether the other text does not have it here.
    pub is_changed: bool,
}

/// Both texts in pieces that the other has, and pieces that it has not.
pub fn changed_words<'a>(left: &'a str, right: &'a str) -> (Vec<Piece<'a>>, Vec<Piece<'a>>) {
    let (a, b) = (words(left), words(right));
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        let whole = |text: &'a str| {
            vec![Piece {
                text,
                is_changed: left != right,
            }]
        };
        return (whole(left), whole(right));
    }
    let (mut on_left, mut on_right) = (Vec::new(), Vec::new());
    let (mut left_at, mut right_at) = (0, 0);
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let (tag, old, new) = op.as_tag_tuple();
        let is_changed = tag != DiffTag::Equal;
        push(&mut on_left, left, &mut left_at, &a[old], is_changed);
        push(&mut on_right, right, &mut right_at, &b[new], is_changed);
    }
    (on_left, on_right)
}

/// Runs of letters and digits, and every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() {
            rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, behind) = rest.split_at(length);
        words.push(word);
        rest = behind;
        if words.len() > MOST_WORDS {
            break;
        }
    }
    words
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, at: &mut usize, words: &[&str], is_changed: bool) {
    let length: usize = words.iter().map(|word| word.len()).sum();
    if length == 0 {
        return;
    }
    pieces.push(Piece {
        text: &text[*at..*at + length],
        is_changed,
    });
    *at += length;
}
