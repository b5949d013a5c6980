//! Which of the picks fit what is typed, and where the arrow keys lead among them.

use super::Pick;

impl Pick {
    /// Whether every word of what is typed is found in it, upper and lower case alike; `words` are in lower case.
    fn fits(&self, words: &[String]) -> bool {
        let text = format!("{}\n{}\n{}", self.label, self.hint, self.alias).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

/// The picks that fit what is typed, by their place.
pub(super) fn fitting(picks: &[Pick], typed: &str) -> Vec<usize> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let fit = |(at, pick): (usize, &Pick)| pick.fits(&words).then_some(at);
    picks.iter().enumerate().filter_map(fit).collect()
}

/// The next place of the arrow keys among so many; they go round.
pub(super) fn next_place(now: Option<usize>, is_down: bool, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (now, is_down) {
        (Some(at), true) if at < last => at + 1,
        (_, true) => 0,
        (Some(at), false) if at > 0 => at.min(last + 1) - 1,
        (_, false) => last,
    })
}

#[cfg(test)]
mod tests {
    use super::{fitting, next_place};
    use crate::ui::pick_list::Pick;

    #[test]
    fn every_word_must_be_found() {
        let pick = |label: &str, hint: &str, alias| Pick {
            label: label.to_owned(),
            hint: hint.to_owned(),
            alias,
            ..Pick::default()
        };
        let picks = [
            pick("Nobody", "", ""),
            pick("Élodie Admin", "elodie@example.com", "me"),
            pick("backend", "Team of 4", ""),
        ];
        for (typed, want) in [
            ("", &[0, 1, 2][..]),
            ("  ", &[0, 1, 2]),
            ("élodie ADMIN", &[1]),
            ("admin élodie", &[1]),
            ("me", &[1]),
            ("team back", &[2]),
            ("admin nobody", &[]),
            ("d", &[0, 1, 2]),
            ("@example", &[1]),
        ] {
            assert_eq!(fitting(&picks, typed), want, "{typed:?}");
        }
    }

    #[test]
    fn arrow_keys_go_round() {
        for (now, is_down, count, want) in [
            (None, true, 3, Some(0)),
            (None, false, 3, Some(2)),
            (Some(0), true, 3, Some(1)),
            (Some(2), true, 3, Some(0)),
            (Some(0), false, 3, Some(2)),
            (Some(2), false, 3, Some(1)),
            (Some(9), false, 3, Some(2)),
            (Some(9), true, 3, Some(0)),
            (Some(0), true, 1, Some(0)),
            (None, true, 0, None),
        ] {
            assert_eq!(next_place(now, is_down, count), want, "{now:?} {is_down} {count}");
        }
    }
}
